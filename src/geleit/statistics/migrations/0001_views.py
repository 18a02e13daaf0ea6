"""Views to count from: no names, notes or places, and each carries its own sight.

They belong to the owner of the tables and are not SECURITY INVOKER, so they look past the row security of clients
and talks and put a wider one in its place: rows of carriers whose figures are in sight, of the own teams, and
everybody's own talks (also those held as a substitute). SECURITY BARRIER keeps a caller's conditions from seeing
rows before that.
"""

import django.contrib.postgres.fields
from django.db import migrations, models

from geleit.runtime.row_security import in_sight, is_viewer


def sight(table: str) -> str:
    """SQL: rows of this table that may be counted."""
    return f"({in_sight(f'{table}.organisation_id', 'figures')} OR {in_sight(f'{table}.team_id')})"


def own_or_sight(table: str) -> str:
    """SQL: the same, and what the viewer did themselves."""
    return f"({sight(table)} OR {is_viewer(f'{table}.counsellor_id')})"


VIEWS = {
    "statistics_talk": f"""
        SELECT t.id, t.organisation_id, t.team_id, t.counsellor_id, t.held_on, t.minutes, t.channel, t.topics,
               t.main_topic, t.language, t.interpreting, t.funding_line_id, t.is_counted
        FROM casework_counsellingsession t
        WHERE t.voided_at IS NULL AND {own_or_sight("t")}""",
    "statistics_participation": f"""
        SELECT p.client_id, t.id AS talk_id, t.organisation_id, t.team_id, t.counsellor_id, t.held_on, t.is_counted
        FROM casework_counsellingsession t JOIN casework_participation p ON p.session_id = t.id
        WHERE t.voided_at IS NULL AND {own_or_sight("t")}""",
    "statistics_case": f"""
        SELECT c.id, c.client_id, c.organisation_id, c.team_id, p.counsellor_id, c.started_on, c.ended_on
        FROM casework_case c JOIN clients_client p ON p.id = c.client_id
        WHERE {sight("c")}""",
    "statistics_shortcontact": f"""
        SELECT t.id, t.organisation_id, t.team_id, t.counsellor_id, t.held_on, t.minutes
        FROM casework_shortcontact t
        WHERE {own_or_sight("t")}""",
    "statistics_groupevent": f"""
        SELECT t.id, t.organisation_id, t.team_id, t.counsellor_id, t.held_on, t.minutes, t.head_count
        FROM casework_groupevent t
        WHERE {own_or_sight("t")}""",
}

# PostgreSQL lets rows be written through a view of one table, past row security; nobody needs that.
REFUSE = """
CREATE FUNCTION statistics_read_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is for counting only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""


def create(view: str) -> list[str]:
    """SQL: the view and the trigger that refuses to write through it."""
    return [
        f"CREATE VIEW {view} WITH (security_barrier) AS {VIEWS[view]}",
        f"CREATE TRIGGER read_only INSTEAD OF INSERT OR UPDATE OR DELETE ON {view} "
        "FOR EACH ROW EXECUTE FUNCTION statistics_read_only()",
    ]


class Migration(migrations.Migration):
    initial = True

    dependencies = [("casework", "0002_sight"), ("clients", "0002_sight"), ("runtime", "0001_sight")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION statistics_read_only()"),
        *[migrations.RunSQL(create(view), f"DROP VIEW {view}") for view in VIEWS],
        migrations.CreateModel(
            name="TalkFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation_id", models.BigIntegerField()),
                ("team_id", models.BigIntegerField()),
                ("counsellor_id", models.BigIntegerField()),
                ("held_on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                ("channel", models.CharField(max_length=14)),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), size=None
                    ),
                ),
                ("main_topic", models.CharField(max_length=24)),
                ("language", models.CharField(max_length=3)),
                ("interpreting", models.CharField(max_length=12)),
                ("funding_line_id", models.BigIntegerField(null=True)),
                ("is_counted", models.BooleanField()),
            ],
            options={
                "db_table": "statistics_talk",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="ParticipationFact",
            fields=[
                ("organisation_id", models.BigIntegerField()),
                ("team_id", models.BigIntegerField()),
                ("counsellor_id", models.BigIntegerField()),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "client_id", "talk_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("client_id", models.BigIntegerField()),
                ("talk_id", models.BigIntegerField()),
                ("held_on", models.DateField()),
                ("is_counted", models.BooleanField()),
            ],
            options={
                "db_table": "statistics_participation",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="CaseFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation_id", models.BigIntegerField()),
                ("team_id", models.BigIntegerField()),
                ("client_id", models.BigIntegerField()),
                ("counsellor_id", models.BigIntegerField(null=True)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "db_table": "statistics_case",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="ShortContactFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation_id", models.BigIntegerField()),
                ("team_id", models.BigIntegerField()),
                ("counsellor_id", models.BigIntegerField()),
                ("held_on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "db_table": "statistics_shortcontact",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="GroupEventFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation_id", models.BigIntegerField()),
                ("team_id", models.BigIntegerField()),
                ("counsellor_id", models.BigIntegerField()),
                ("held_on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                ("head_count", models.PositiveIntegerField()),
            ],
            options={
                "db_table": "statistics_groupevent",
                "managed": False,
            },
        ),
    ]
