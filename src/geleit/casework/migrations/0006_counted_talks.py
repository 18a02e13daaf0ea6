"""The index over one's own talks leaves out withdrawn ones, so that counting reads nothing but the index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0005_own_talks'),
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
            index=models.Index(condition=models.Q(('voided_at__isnull', True)), fields=['counsellor', 'team', '-held_on', '-id'], name='session_by_counsellor'),
        ),
        migrations.RunSQL("ANALYZE casework_counsellingsession", migrations.RunSQL.noop),
    ]
