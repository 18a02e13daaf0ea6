"""Staff (German: Beschäftigte): accounts, memberships with roles and dates, substitution, invitations.

Main nouns: `Account`, `Membership`, `Substitution`. Here it is decided who may look at what: `Viewer`.
"""
