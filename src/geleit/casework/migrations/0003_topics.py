"""The topics of a talk, from the life areas seen in the programme's published outputs."""

import datetime as dt

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SOURCE = "Handlungsfelder in veröffentlichten Jahresberichten und Arbeitshilfen, siehe docs/reference/topics.md"
TOPICS = [
    ("housing", "Wohnen"),
    ("language", "Sprache"),
    ("work", "Arbeit"),
    ("training", "Ausbildung"),
    ("school_children", "Kita und Schule"),
    ("health", "Gesundheit"),
    ("residence", "Aufenthalt"),
    ("livelihood", "Lebensunterhalt"),
    ("authorities", "Ämter und Briefe"),
    ("participation", "Teilhabe"),
    ("services", "Zugang zu Regeldiensten"),
]


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    topic = apps.get_model("casework", "Topic")
    topic.objects.bulk_create(
        topic(code=code, name=name, position=place, valid_from=dt.date(2017, 1, 1), source=SOURCE)
        for place, (code, name) in enumerate(TOPICS, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0002_sight")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
