"""The tables that are filled in bulk: their columns, and rows as PostgreSQL's COPY reads them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A table with the columns that are filled; the others take their default."""

    name: str
    columns: tuple[str, ...]
    is_numbered: bool = True

    def copy_statement(self) -> str:
        columns = ", ".join(f'"{column}"' for column in self.columns)
        return f"COPY {self.name} ({columns}) FROM STDIN"

    def sequence_from_start(self) -> str:
        """Lets numbers begin at 1 again, in an empty table."""
        return f"SELECT setval({self._sequence()}, 1, false)"

    def sequence_past_rows(self) -> str:
        """Moves on past the numbers that came with the rows."""
        return f"SELECT setval({self._sequence()}, max(id)) FROM {self.name}"  # noqa: S608 - our own names

    def _sequence(self) -> str:
        return f"pg_get_serial_sequence('{self.name}', 'id')"


def _table(name: str, columns: str, *, is_numbered: bool = True) -> Table:
    return Table(name, tuple(columns.split()), is_numbered)


ORGANISATIONS = _table(
    "organisations_organisation",
    "id kind name slug parent_id county_kind ags nuts is_inhabited legal_regime",
)
MEMBERS = _table("organisations_associationmember", "association_id municipality_id")
DELEGATIONS = _table(
    "organisations_delegation", "principal_id agent_id share_percent valid_from valid_until"
)
TEAMS = _table("organisations_team", "id organisation_id name is_active")
ACCOUNTS = _table("people_account", "id password email name is_active language theme created_at")
ADDRESSES = _table("account_emailaddress", "user_id email verified primary")
MEMBERSHIPS = _table(
    "people_membership", "account_id organisation_id team_id role valid_from valid_until"
)
SUBSTITUTIONS = _table(
    "people_substitution", "absent_id substitute_id team_id first_day last_day arranged_by_id"
)
HOUSEHOLDS = _table(
    "clients_household", "id team_id name reference search_text search_keys created_at"
)
CLIENTS = _table(
    "clients_client",
    """id team_id counsellor_id file_number family_name given_name also_known_as birth_date
    birth_date_precision sex citizenships languages counselling_language interpreting arrived_on
    allocated_on municipality_id housing street postcode phone email safe_contact household_id
    household_role search_text search_keys sort_key created_at version""",
)
RESIDENCE = _table("clients_residencestatus", "client_id kind valid_from valid_until recorded_at")
CASES = _table(
    "casework_case", "client_id team_id organisation_id started_on ends_on ended_on end_reason"
)
SESSIONS = _table(
    "casework_counsellingsession",
    """id held_on minutes channel place topics language recorded_at starts_at main_topic interpreting
    is_counted voided_at version counsellor_id funding_line_id household_id organisation_id team_id""",
)
PARTICIPATIONS = _table(
    "casework_participation",
    "client_id session_id team_id organisation_id held_on",
    is_numbered=False,
)
NOTES = _table("casework_note", "session_id team_id text version written_by_id written_at")
SHORT_CONTACTS = _table(
    "casework_shortcontact",
    """held_on minutes channel place topics language recorded_at counsellor_id funding_line_id
    organisation_id team_id""",
)
GROUP_EVENTS = _table(
    "casework_groupevent",
    """title head_count held_on minutes channel place topics language recorded_at counsellor_id
    funding_line_id organisation_id team_id""",
)
PLANNED = _table(
    "casework_plannedsession",
    """team_id counsellor_id starts_at minutes client_id household_id channel place subject outcome
    session_id""",
)

# Filled with so many rows that indexes and foreign keys are made anew afterwards.
BULK = (
    HOUSEHOLDS, CLIENTS, RESIDENCE, CASES, SESSIONS, PARTICIPATIONS, NOTES, SHORT_CONTACTS, GROUP_EVENTS, PLANNED,
)  # fmt: skip

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def line(*values: object) -> str:
    """One row in COPY's text format: None is NULL, lists are arrays of plain codes."""
    return "\t".join(map(_field, values)) + "\n"


def _field(value: object) -> str:
    if type(value) is str:
        return value if value.isalnum() else value.translate(_ESCAPES)
    if value is None:
        return "\\N"
    if value is True or value is False:
        return "t" if value else "f"
    if isinstance(value, list | tuple):
        return f"{{{','.join(value)}}}"
    return str(value)


def day_text(ordinal: int) -> str:
    """A day given as an ordinal, as PostgreSQL reads it."""
    return dt.date.fromordinal(ordinal).isoformat()


class Batch:
    """Rows for several tables, collected as lines and handed on as bytes."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.lines: dict[str, list[str]] = {table.name: [] for table in tables}

    def add(self, table: Table, *values: object) -> None:
        self.lines[table.name].append(line(*values))

    def packed(self) -> dict[str, bytes]:
        return {name: "".join(lines).encode() for name, lines in self.lines.items() if lines}
