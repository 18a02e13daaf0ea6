"""Data in and out (German: Schnittstellen): taking over a caseload from a spreadsheet.

What comes in is checked here and written through the `actions` of the domains below.
"""
