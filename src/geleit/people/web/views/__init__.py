"""Pages of this domain, one module per subject."""
