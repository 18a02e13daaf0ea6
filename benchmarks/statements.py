"""What the server under test asks of PostgreSQL, as PostgreSQL itself has counted it (pg_stat_statements)."""

from dataclasses import dataclass

import psycopg

# Beginning and end of a transaction are no questions, nor is looking whether an idle connection still lives.
_COUNTED = """
    SELECT s.queryid, left(regexp_replace(s.query, '\\s+', ' ', 'g'), 4000), s.calls, s.total_exec_time
    FROM pg_stat_statements s
    JOIN pg_roles r ON r.oid = s.userid
    JOIN pg_database d ON d.oid = s.dbid
    WHERE d.datname = current_database() AND r.rolname = %s
      AND s.query !~* '^(begin|start transaction|commit|rollback|savepoint|release|select \\$1$)'
"""


class NotCounted(Exception):
    """Queries cannot be counted: pg_stat_statements must be in shared_preload_libraries and created in the
    database, and the owner a member of pg_read_all_stats."""


@dataclass(frozen=True)
class Statement:
    """One kind of query: how often it ran and how long in all, in milliseconds."""

    text: str
    calls: int
    milliseconds: float


Snapshot = dict[int, Statement]


class Counter:
    """Counts the queries of the application's role in one database. Needs an address that may read statistics."""

    def __init__(self, address: str, database: str, role: str) -> None:
        self._connection = psycopg.connect(address, dbname=database, autocommit=True)
        self._role = role
        try:
            self._connection.execute("SELECT 1 FROM pg_stat_statements LIMIT 1")
            reads = self._connection.execute("SELECT pg_has_role('pg_read_all_stats', 'USAGE')")
        except psycopg.Error as error:
            raise NotCounted(" ".join((NotCounted.__doc__ or "").split())) from error
        if reads.fetchone() != (True,):
            raise NotCounted(" ".join((NotCounted.__doc__ or "").split()))

    def now(self) -> Snapshot:
        rows = self._connection.execute(_COUNTED, [self._role]).fetchall()
        return {queryid: Statement(text, calls, spent) for queryid, text, calls, spent in rows}

    def close(self) -> None:
        self._connection.close()


def between(before: Snapshot, after: Snapshot) -> list[Statement]:
    """The statements that ran between two snapshots, the longest first."""
    ran = []
    for queryid, late in after.items():
        early = before.get(queryid, Statement(late.text, 0, 0.0))
        if late.calls > early.calls:
            spent = late.milliseconds - early.milliseconds
            ran.append(Statement(late.text, late.calls - early.calls, spent))
    return sorted(ran, key=lambda statement: -statement.milliseconds)
