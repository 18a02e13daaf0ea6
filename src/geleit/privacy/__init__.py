"""Protection of what people entrust (German: Datenschutz): declarations of personal data and the audit trail.

Main nouns: `AuditEntry`, `Declaration`.
"""
