"""One's own talks in order, and the knowledge that a counsellor's talks lie in few teams.

Without the statistics PostgreSQL takes team and counsellor for independent and sorts thousands of rows for one.
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0004_lean_indexes'),
        ('clients', '0003_search'),
        ('organisations', '0002_baden_wuerttemberg'),
        ('programmes', '0002_programmes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='counsellingsession',
            name='session_by_counsellor',
        ),
        migrations.AddIndex(
            model_name='counsellingsession',
            index=models.Index(fields=['counsellor', 'team', '-held_on', '-id'], name='session_by_counsellor'),
        ),
        migrations.RunSQL(
            "CREATE STATISTICS session_team_counsellor (dependencies) "
            "ON team_id, counsellor_id, organisation_id FROM casework_counsellingsession",
            "DROP STATISTICS session_team_counsellor",
        ),
    ]
