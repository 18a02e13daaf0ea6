"""Figures to take along: a workbook for people, a plain form for programs. Both show what the pages show."""
