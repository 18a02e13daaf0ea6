"""Recording, correcting and withdrawing talks."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied

from geleit.casework.actions import sessions
from geleit.casework.actions.sessions import SessionFacts
from geleit.casework.models import CounsellingSession, Note, Participation
from geleit.privacy.models import AuditEntry
from geleit.runtime import row_security
from tests.cast import Cast
from tests.conftest import as_owner
from tests.factories import casework, clients


@pytest.fixture
def olena(cast: Cast):
    with as_owner():
        return clients.client(cast.north)


@pytest.fixture
def miriam(cast: Cast):
    viewer = cast.viewer(cast.miriam)
    row_security.enter(viewer.sight())
    return viewer


def facts(cast: Cast, *people, **changes) -> SessionFacts:
    return SessionFacts(
        team_id=cast.north.pk,
        client_ids=tuple(p.pk for p in people),
        held_on=dt.date(2026, 11, 25),
        **changes,
    )


def test_recorded_talk_holds_its_facts_people_and_note(cast, olena, miriam) -> None:
    made = sessions.record_session(
        actor=miriam,
        facts=facts(cast, olena, minutes=45, topics=("housing",), note="Mietvertrag mitgebracht."),
    )

    assert (made.minutes, made.topics, made.main_topic, made.organisation) == (
        45,
        ["housing"],
        "housing",
        cast.carrier,
    )
    assert list(Participation.objects.values_list("client_id", "held_on")) == [
        (olena.pk, dt.date(2026, 11, 25))
    ]
    assert list(Note.objects.values_list("text", flat=True)) == ["Mietvertrag mitgebracht."]


def test_recording_leaves_exactly_one_audit_entry(cast, olena, miriam) -> None:
    made = sessions.record_session(actor=miriam, facts=facts(cast, olena))

    assert list(AuditEntry.objects.values_list("action", "object_id", "actor_name")) == [
        ("casework.session.recorded", made.pk, "Miriam Muster")
    ]


def test_same_form_sent_twice_records_once(cast, olena, miriam) -> None:
    key = uuid.uuid4()

    first = sessions.record_session(actor=miriam, facts=facts(cast, olena), submission=key)
    second = sessions.record_session(actor=miriam, facts=facts(cast, olena), submission=key)

    assert second == first
    assert CounsellingSession.objects.count() == 1


def test_client_of_another_team_cannot_take_part(cast, olena, miriam) -> None:
    with as_owner():
        foreign = clients.client(cast.south, "Tesfay", "Beispiel")

    with pytest.raises(sessions.NobodyTookPart):
        sessions.record_session(actor=miriam, facts=facts(cast, olena, foreign))


def test_team_lead_sees_talks_but_does_not_record(cast, olena) -> None:
    petra = cast.viewer(cast.petra)
    row_security.enter(petra.sight())

    with pytest.raises(PermissionDenied):
        sessions.record_session(actor=petra, facts=facts(cast, olena))


def test_correction_keeps_what_was_before(cast, olena, miriam) -> None:
    made = sessions.record_session(actor=miriam, facts=facts(cast, olena, minutes=30, note="alt"))

    sessions.correct_session(
        actor=miriam, session=made, version=1, facts=facts(cast, olena, minutes=45, note="neu")
    )

    entry = AuditEntry.objects.get(action="casework.session.corrected")
    assert entry.changes == {"minutes": [30, 45], "note": "changed"}
    assert list(Note.objects.order_by("version").values_list("version", "text")) == [
        (1, "alt"),
        (2, "neu"),
    ]


def test_correction_of_a_changed_talk_is_refused(cast, olena, miriam) -> None:
    made = sessions.record_session(actor=miriam, facts=facts(cast, olena, minutes=30))
    sessions.correct_session(
        actor=miriam, session=made, version=1, facts=facts(cast, olena, minutes=45)
    )

    with pytest.raises(sessions.StaleVersion):
        sessions.correct_session(
            actor=miriam, session=made, version=1, facts=facts(cast, olena, minutes=60)
        )


def test_saving_without_change_leaves_no_trace(cast, olena, miriam) -> None:
    made = sessions.record_session(actor=miriam, facts=facts(cast, olena, minutes=30))

    sessions.correct_session(
        actor=miriam, session=made, version=1, facts=facts(cast, olena, minutes=30)
    )

    assert AuditEntry.objects.filter(action="casework.session.corrected").count() == 0


def test_date_of_participation_follows_the_talk(cast, olena, miriam) -> None:
    made = sessions.record_session(actor=miriam, facts=facts(cast, olena))
    earlier = SessionFacts(
        team_id=cast.north.pk, client_ids=(olena.pk,), held_on=dt.date(2026, 11, 2)
    )

    sessions.correct_session(actor=miriam, session=made, version=1, facts=earlier)

    assert list(Participation.objects.values_list("held_on", flat=True)) == [dt.date(2026, 11, 2)]


def test_withdrawn_talk_can_be_brought_back(cast, olena, miriam) -> None:
    made = sessions.record_session(actor=miriam, facts=facts(cast, olena))

    sessions.void_session(actor=miriam, session=made)
    voided = CounsellingSession.objects.get(pk=made.pk).voided_at
    sessions.restore_session(actor=miriam, session=made)

    assert voided is not None
    assert CounsellingSession.objects.get(pk=made.pk).voided_at is None


def test_colleague_reads_the_note_and_the_lead_does_not(cast, olena) -> None:
    with as_owner():
        casework.session(cast.miriam, olena, note="vertraulich")

    row_security.enter(cast.viewer(cast.jonas).sight())
    seen_by_jonas = list(Note.objects.values_list("text", flat=True))
    row_security.enter(cast.viewer(cast.petra).sight())
    seen_by_petra = list(Note.objects.values_list("text", flat=True))

    assert (seen_by_jonas, seen_by_petra) == (["vertraulich"], [])
