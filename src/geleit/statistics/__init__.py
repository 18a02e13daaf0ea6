"""Figures (German: Kennzahlen) computed from the records that exist anyway, never typed.

It reads talks without names or notes and owns no record of its own.
"""
