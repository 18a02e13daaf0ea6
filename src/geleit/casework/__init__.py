"""Counselling (German: Beratung): talks, short contacts, group events, planned talks.

Main nouns: `CounsellingSession`, `ShortContact`, `GroupEvent`, `PlannedSession`. It is not the client's
personal data (`clients`) nor the figures (`statistics`).
"""
