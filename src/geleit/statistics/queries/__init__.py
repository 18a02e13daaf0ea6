"""Counting for those who may see it. The first argument is always who looks."""
