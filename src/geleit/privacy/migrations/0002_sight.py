"""Who may read and add audit entries: oneself, the team concerned, and data protection officers."""

from django.db import migrations

from geleit.runtime.row_security import ProtectTable, in_sight, is_viewer

MINE = is_viewer("actor_id")


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("runtime", "0001_sight")]

    operations = [
        ProtectTable(
            "privacy_auditentry",
            using=f"{MINE} OR {in_sight('team_id')} OR {in_sight('organisation_id', 'audits')}",
            check=MINE,
        )
    ]
