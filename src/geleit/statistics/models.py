"""What may be counted: rows without names, notes or places, read from views that carry their own sight.

The views belong to the owner of the tables, so whoever counts needs no sight of clients or talks themselves.
They show the rows of carriers whose figures are in sight, of the own teams, and everybody's own talks; see
migrations/0001_views.py. Nobody can write through them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Fact(models.Model):
    """What all countable rows have in common: whose they are. Ids are numbers here, no way to a record."""

    for_statistics = True

    organisation_id = models.BigIntegerField()
    team_id = models.BigIntegerField()

    class Meta:
        abstract = True


class HeldFact(Fact):
    """Something a counsellor did on a day."""

    counsellor_id = models.BigIntegerField()
    held_on = models.DateField()

    class Meta:
        abstract = True


class TalkFact(HeldFact):
    """A talk that was not withdrawn. `is_counted` is false for talks that were recorded but do not count."""

    minutes = models.PositiveSmallIntegerField(null=True)
    channel = models.CharField(max_length=14)
    topics = ArrayField(models.CharField(max_length=24))
    main_topic = models.CharField(max_length=24)
    language = models.CharField(max_length=3)
    interpreting = models.CharField(max_length=12)
    funding_line_id = models.BigIntegerField(null=True)
    is_counted = models.BooleanField()

    class Meta:
        managed = False
        db_table = "statistics_talk"

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"


class ParticipationFact(HeldFact):
    """Somebody took part in a talk. The client's number is a pseudonym: it tells persons apart and nothing else."""

    pk = models.CompositePrimaryKey("client_id", "talk_id")
    client_id = models.BigIntegerField()
    talk_id = models.BigIntegerField()
    is_counted = models.BooleanField()

    class Meta:
        managed = False
        db_table = "statistics_participation"

    def __str__(self) -> str:
        return f"{self.client_id} · {self.talk_id}"


class CaseFact(Fact):
    """A case with its dates. The counsellor is who is responsible for the person now; it may be nobody."""

    client_id = models.BigIntegerField()
    counsellor_id = models.BigIntegerField(null=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "statistics_case"

    def __str__(self) -> str:
        return f"{self.started_on:%d.%m.%Y}"


class ShortContactFact(HeldFact):
    """A short contact."""

    minutes = models.PositiveSmallIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "statistics_shortcontact"

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"


class GroupEventFact(HeldFact):
    """A group event with its head count, without its title."""

    minutes = models.PositiveSmallIntegerField(null=True)
    head_count = models.PositiveIntegerField()

    class Meta:
        managed = False
        db_table = "statistics_groupevent"

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"
