"""Standing in for somebody who is absent."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from geleit.organisations.models import Team
from geleit.people import rules
from geleit.people.models import Account, Substitution
from geleit.people.queries import Viewer
from geleit.people.queries.substitutions import counsels_for_carrier, counsels_in_team
from geleit.privacy import actions as privacy


class NotACounsellorHere(Exception):
    """The absent person does not counsel in this team on the first day."""


class CannotSubstitute(Exception):
    """Only another counsellor of the same carrier can stand in."""


class BadPeriod(Exception):
    """The substitution must not lie in the past, and lasts from one day to at most a year."""


class AlreadyArranged(Exception):
    """This person stands in for the colleague in that time already."""


def arrange_substitution(
    *,
    actor: Viewer,
    team: Team,
    absent: Account,
    substitute: Account,
    first_day: dt.date,
    last_day: dt.date,
    today: dt.date,
) -> Substitution:
    """From the first to the last day the substitute sees and writes what the absent colleague does.

    Arranged by the team's lead or by the absent person. A lead cannot get at notes by standing in:
    only who counsels for the same carrier can. Raises PermissionDenied, `BadPeriod`,
    `NotACounsellorHere`, `CannotSubstitute` or `AlreadyArranged`.
    """
    if not rules.can_arrange_substitution(actor, team.pk, absent.pk):
        raise PermissionDenied
    if not today <= first_day <= last_day or last_day - first_day > rules.LONGEST_SUBSTITUTION:
        raise BadPeriod
    if not counsels_in_team(absent.pk, team.pk, first_day):
        raise NotACounsellorHere
    if substitute == absent or not counsels_for_carrier(
        substitute.pk, team.organisation_id, first_day
    ):
        raise CannotSubstitute
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=absent.pk)
        _refuse_second(team, absent, substitute, first_day, last_day)
        made = Substitution.objects.create(
            team=team,
            absent=absent,
            substitute=substitute,
            first_day=first_day,
            last_day=last_day,
            arranged_by_id=actor.account_id,
        )
        _audit(actor, "people.substitution.arranged", made)
    return made


def cancel_substitution(*, actor: Viewer, substitution: Substitution, today: dt.date) -> None:
    """The substitution ends now: today's sight closes at once, days that are over stay on record."""
    if not rules.can_cancel_substitution(actor, substitution):
        raise PermissionDenied
    with transaction.atomic():
        current = (
            Substitution.objects.select_for_update(of=("self",))
            .select_related("team")
            .get(pk=substitution.pk)
        )
        if current.last_day < today:
            raise PermissionDenied
        _audit(actor, "people.substitution.cancelled", current)
        if current.first_day >= today:
            current.delete()
        else:
            current.last_day = today - dt.timedelta(days=1)
            current.save(update_fields=["last_day"])


def _refuse_second(
    team: Team, absent: Account, substitute: Account, first_day: dt.date, last_day: dt.date
) -> None:
    same = Substitution.objects.filter(team=team, absent=absent, substitute=substitute)
    if same.filter(first_day__lte=last_day, last_day__gte=first_day).exists():
        raise AlreadyArranged


def _audit(actor: Viewer, action: str, substitution: Substitution) -> None:
    privacy.record(
        actor=actor,
        action=action,
        subject=substitution,
        team_id=substitution.team_id,
        organisation_id=substitution.team.organisation_id,
        changes={
            "absent": substitution.absent_id,
            "substitute": substitution.substitute_id,
            "first_day": substitution.first_day.isoformat(),
            "last_day": substitution.last_day.isoformat(),
        },
    )
