"""Programmes and funding lines (German: Förderprogramme, Förderlinien) a talk is paid from.

Main nouns: `Programme`, `FundingLine`. Grants and proofs of use will live here.
"""
