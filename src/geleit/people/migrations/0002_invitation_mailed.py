"""An invitation knows when its mail left; until then its secret exists nowhere."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField(
            "invitation",
            "mailed_at",
            models.DateTimeField(null=True, verbose_name="mailed at"),
        ),
    ]
