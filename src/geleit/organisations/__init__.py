"""The tree of public bodies and carriers (German: Organisationen): state, counties, municipalities,
associations, carriers, and their teams.

Main nouns: `Organisation`, `Delegation`, `Team`.
"""
