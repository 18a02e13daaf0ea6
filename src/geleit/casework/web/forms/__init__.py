"""Forms: they check what was typed. Saving is done by `actions`."""
