"""Row-level security: the floor under every query.

PostgreSQL shows and changes only rows the present sight allows. The sight is set per transaction by `enter`
and ends with it; without one, no protected row exists for the application. See docs/explanation/sight.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from django.db import connection, migrations

APP_ROLE = "geleit_app"
STATISTICS_ROLE = "geleit_statistics"


@dataclass(frozen=True)
class Sight:
    """What the database lets this transaction see: lists of ids, empty means nothing.

    `account` is the person who looks; `teams` whose clients and talks, `sealed_teams` whose notes,
    `figures` the organisations whose talks may be counted, `audits` those whose audit trail may be read.
    """

    account: int = 0
    teams: tuple[int, ...] = ()
    sealed_teams: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    audits: tuple[int, ...] = ()


_ENTER = "SELECT " + ", ".join(
    f"set_config('geleit.{field.name}', %s, true)" for field in fields(Sight)
)


def enter(sight: Sight) -> None:
    """Set the sight for the rest of the present transaction. Outside a transaction it would be void: refused."""
    if not connection.in_atomic_block:
        raise RuntimeError("A sight holds for one transaction; open it first.")
    with connection.cursor() as cursor:
        cursor.execute(_ENTER, [_written(getattr(sight, field.name)) for field in fields(Sight)])


def _written(value: int | Sequence[int]) -> str:
    if isinstance(value, int):
        return str(value)
    return "{" + ",".join(str(item) for item in value) + "}"


class ProtectTable(migrations.RunSQL):
    """Migration step: switch row security on for a table and say which rows are in sight.

    `using` is the condition for reading, changing and deleting a row, `check` the one a new or changed row must
    meet (default: the same). Both may use `in_sight('teams')` and `viewer()`.
    """

    def __init__(self, table: str, using: str, check: str | None = None) -> None:
        super().__init__(
            sql=[
                f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
                f"CREATE POLICY sight ON {table} TO {APP_ROLE} "
                f"USING ({using}) WITH CHECK ({check or using})",
            ],
            reverse_sql=[
                f"DROP POLICY sight ON {table}",
                f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
            ],
        )
        self.table, self.using, self.check = table, using, check

    def deconstruct(self) -> tuple[str, list[str], dict[str, str | None]]:
        return ("ProtectTable", [self.table, self.using], {"check": self.check})


def in_sight(column: str, setting: str = "teams") -> str:
    """SQL: this column's id is in the named list. The sub-select makes PostgreSQL read the list once a query."""
    return f"{column} = ANY ((SELECT sight_ids('{setting}'))::bigint[])"


def is_viewer(column: str) -> str:
    """SQL: this column holds the account that looks."""
    return f"{column} = (SELECT sight_account())"
