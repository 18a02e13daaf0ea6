"""Clients and households are seen by their team; a residence status by whoever sees its client."""

from django.db import migrations

from geleit.runtime.row_security import ProtectTable, in_sight


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial"), ("runtime", "0001_sight")]

    operations = [
        ProtectTable("clients_household", in_sight("team_id")),
        ProtectTable("clients_client", in_sight("team_id")),
        ProtectTable(
            "clients_residencestatus",
            "EXISTS (SELECT 1 FROM clients_client c WHERE c.id = client_id)",
        ),
    ]
