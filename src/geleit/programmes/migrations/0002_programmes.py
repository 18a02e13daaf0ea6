"""The programmes a talk is paid from, with the dates published for them (DOMAIN §§ 1 and 2)."""

import datetime as dt

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PROGRAMMES = [
    ("integrationsmanagement", "Integrationsmanagement", "VwV Integrationsmanagement", [
        ("im-vwv", "Integrationsmanagement (VwV)", dt.date(2017, 6, 1), None),
    ]),
    ("soforthilfe-ukraine", "Soforthilfe Ukraine", "Förderaufruf des Sozialministeriums 2022 und 2023", [
        ("soforthilfe-im", "Soforthilfe Ukraine", dt.date(2022, 4, 8), dt.date(2025, 1, 1)),
        ("welcome-im", "Welcome-Integrationsmanagement", dt.date(2023, 8, 1), dt.date(2025, 1, 1)),
        ("psychosozial", "Psychosoziale Unterstützung", dt.date(2023, 8, 1), dt.date(2025, 1, 1)),
    ]),
    ("eigenmittel", "Eigene Mittel", "Haushalt der Organisation", [
        ("eigenmittel", "Eigene Mittel", dt.date(2017, 1, 1), None),
    ]),
]


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    programme = apps.get_model("programmes", "Programme")
    line = apps.get_model("programmes", "FundingLine")
    position = 0
    for code, name, source, lines in PROGRAMMES:
        owner = programme.objects.create(code=code, name=name, source=source)
        for line_code, line_name, valid_from, valid_until in lines:
            position += 1
            line.objects.create(
                programme=owner, code=line_code, name=line_name, position=position,
                valid_from=valid_from, valid_until=valid_until,
            )


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
