"""Tables without indexes and foreign keys while millions of rows come in; made anew exactly as they were.

The definitions are PostgreSQL's own, so whatever a migration adds to these tables is kept. Primary keys on one number
stay: rows come in their order, which costs nearly nothing. Checks stay too and test every row.
"""

from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper

_CONSTRAINTS = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
FROM pg_constraint
WHERE conrelid = ANY (%s::regclass[])
  AND (contype IN ('f', 'u', 'x') OR contype = 'p' AND cardinality(conkey) > 1)
ORDER BY contype = 'f', conrelid::regclass::text, conname
"""
# An index of a constraint comes and goes with it.
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index
WHERE indrelid = ANY (%s::regclass[])
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY indrelid::regclass::text, indexrelid::regclass::text
"""


@dataclass(frozen=True)
class Stripped:
    """What was taken off, as statements that bring it back: keys, indexes, foreign keys."""

    statements: tuple[str, ...]


def strip(cursor: CursorWrapper, tables: list[str]) -> Stripped:
    """Take indexes and foreign keys off. To be used in the transaction in which they come back."""
    cursor.execute(_CONSTRAINTS, [tables])
    constraints = cursor.fetchall()
    cursor.execute(_INDEXES, [tables])
    indexes = cursor.fetchall()
    for table, name, _ in reversed(constraints):
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    added = [
        f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}" for table, name, rule in constraints
    ]
    keys = [statement for statement in added if " FOREIGN KEY " not in statement]
    foreign = [statement for statement in added if " FOREIGN KEY " in statement]
    return Stripped((*keys, *(definition for _, definition in indexes), *foreign))
