"""The people who are counselled (German: Klientinnen und Klienten) and their households.

Main nouns: `Client`, `Household`, `ResidenceStatus`. Whoever works for the programme is in `people`.
"""
