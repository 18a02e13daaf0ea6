"""A list on its way is seen by whoever sends it."""

from django.db import migrations

from geleit.runtime.row_security import ProtectTable, is_viewer


class Migration(migrations.Migration):
    dependencies = [("gateway", "0001_initial"), ("runtime", "0001_sight")]

    operations = [ProtectTable("gateway_caseloadimport", is_viewer("account_id"))]
