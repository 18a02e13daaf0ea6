"""Talks and cases are seen by their team, notes by those who counsel in it, a draft by whoever typed it."""

from django.db import migrations

from geleit.runtime.row_security import ProtectTable, in_sight, is_viewer

TEAM_TABLES = [
    "casework_case",
    "casework_counsellingsession",
    "casework_participation",
    "casework_shortcontact",
    "casework_groupevent",
    "casework_plannedsession",
]


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial"), ("runtime", "0001_sight")]

    operations = [
        *[ProtectTable(table, in_sight("team_id")) for table in TEAM_TABLES],
        ProtectTable("casework_note", in_sight("team_id", "sealed_teams")),
        ProtectTable("casework_draft", is_viewer("account_id")),
    ]
