"""Doors of the runtime."""
