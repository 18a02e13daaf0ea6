"""Assembles the product: settings, root addresses, command line. Decides nothing."""
