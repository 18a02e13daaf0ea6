"""Writes of the tree: carriers, associations and who works on whose behalf."""
