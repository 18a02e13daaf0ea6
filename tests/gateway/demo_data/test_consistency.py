"""Whatever is loaded could have been recorded: each question names the rows that could not, and there are none."""

import pytest

from geleit.gateway.demo_data.talks import PLANNED_PAST_DAYS
from tests.gateway.demo_data.conftest import SUNDAY, WEDNESDAY, Database

pytestmark = pytest.mark.slow

OF_A_TALK = """
    FROM casework_participation p
    JOIN casework_counsellingsession s ON s.id = p.session_id
    JOIN clients_client c ON c.id = p.client_id
"""
IMPOSSIBLE = {
    "participation that contradicts its talk": f"""{OF_A_TALK}
        WHERE (p.held_on, p.team_id, p.organisation_id) IS DISTINCT FROM (s.held_on, s.team_id, s.organisation_id)""",
    "talk with a client of another team": f"{OF_A_TALK} WHERE c.team_id <> s.team_id",
    "talk outside the client's counselling": f"""{OF_A_TALK} WHERE NOT EXISTS (
        SELECT FROM casework_case k WHERE k.client_id = c.id AND s.held_on >= k.started_on
        AND (k.ended_on IS NULL OR s.held_on <= k.ended_on))""",
    "talk with people of another household": f"""{OF_A_TALK}
        WHERE s.household_id IS NOT NULL AND s.household_id IS DISTINCT FROM c.household_id""",
    "talk without people": """FROM casework_counsellingsession s WHERE NOT EXISTS (
        SELECT FROM casework_participation p WHERE p.session_id = s.id)""",
    "talk with more than six people": """FROM (
        SELECT session_id FROM casework_participation GROUP BY 1 HAVING count(*) > 6) x""",
    "main topic that is none of the topics": """FROM casework_counsellingsession
        WHERE main_topic <> '' AND NOT main_topic = ANY (topics)""",
    "topic nobody knows": """FROM (SELECT unnest(topics) code FROM casework_counsellingsession) x
        WHERE code NOT IN (SELECT code FROM casework_topic)""",
    "funding line that does not pay on that day": """FROM casework_counsellingsession s
        JOIN programmes_fundingline f ON f.id = s.funding_line_id
        WHERE s.held_on < f.valid_from OR s.held_on >= f.valid_until""",
    "short contact paid by a line that does not pay": """FROM casework_shortcontact s
        JOIN programmes_fundingline f ON f.id = s.funding_line_id
        WHERE s.held_on < f.valid_from OR s.held_on >= f.valid_until""",
    "record of a team that belongs to another organisation": """FROM (
        SELECT team_id, organisation_id FROM casework_counsellingsession
        UNION ALL SELECT team_id, organisation_id FROM casework_shortcontact
        UNION ALL SELECT team_id, organisation_id FROM casework_groupevent
        UNION ALL SELECT team_id, organisation_id FROM casework_case
        UNION ALL SELECT team_id, organisation_id FROM people_membership WHERE team_id IS NOT NULL) x
        JOIN organisations_team t ON t.id = x.team_id WHERE t.organisation_id <> x.organisation_id""",
    "talk by somebody who does not counsel in the team yet": """FROM casework_counsellingsession s
        WHERE NOT EXISTS (SELECT FROM people_membership m WHERE m.account_id = s.counsellor_id
            AND m.team_id = s.team_id AND m.role = 'counsellor' AND m.valid_from <= s.held_on)""",
    "talk on a Sunday": "FROM casework_counsellingsession WHERE extract(isodow FROM held_on) = 7",
    "talk at Christmas": """FROM casework_counsellingsession
        WHERE to_char(held_on, 'MM-DD') IN ('12-25', '12-26', '01-01', '01-06', '05-01', '10-03', '11-01')""",
    "talk after today": "FROM casework_counsellingsession WHERE held_on > '{today}'",
    "talk before the programme": "FROM casework_counsellingsession WHERE held_on < '2017-06-01'",
    "talk recorded before it was held, or after today": """FROM casework_counsellingsession
        WHERE recorded_at::date NOT BETWEEN held_on AND '{today}'""",
    "note that contradicts its talk": """FROM casework_note n
        JOIN casework_counsellingsession s ON s.id = n.session_id
        WHERE n.team_id <> s.team_id OR n.version <> 1 OR n.text = '' OR n.written_by_id <> s.counsellor_id""",
    "client of another team than the household": """FROM clients_client c
        JOIN clients_household h ON h.id = c.household_id WHERE h.team_id <> c.team_id""",
    "household without members": """FROM clients_household h WHERE NOT EXISTS (
        SELECT FROM clients_client c WHERE c.household_id = h.id)""",
    "client without a case": """FROM clients_client c WHERE NOT EXISTS (
        SELECT FROM casework_case k WHERE k.client_id = c.id)""",
    "case of another team": """FROM casework_case k JOIN clients_client c ON c.id = k.client_id
        WHERE k.team_id <> c.team_id""",
    "ended case without a reason, or the other way round": """FROM casework_case
        WHERE (ended_on IS NULL) <> (end_reason = '')""",
    "case that ended after today": "FROM casework_case WHERE ended_on > '{today}'",
    "cases of one person at the same time": """FROM casework_case a JOIN casework_case b
        ON a.client_id = b.client_id AND a.id < b.id
        WHERE a.started_on <= coalesce(b.ended_on, '2999-01-01')
        AND b.started_on <= coalesce(a.ended_on, '2999-01-01')""",
    "period longer than four years": """FROM casework_case
        WHERE ends_on > started_on + interval '4 years'""",
    "person who arrived before birth": "FROM clients_client WHERE arrived_on < birth_date",
    "born, but how exactly is not said": """FROM clients_client
        WHERE (birth_date IS NULL) <> (birth_date_precision = '')""",
    "birth after the beginning of counselling": """FROM clients_client c
        JOIN casework_case k ON k.client_id = c.id WHERE c.birth_date > k.started_on""",
    "client who cannot be searched": """FROM clients_client
        WHERE search_text NOT LIKE ' %' OR search_keys NOT LIKE ' %' OR sort_key = ''""",
    "address that could be somebody's": """FROM clients_client
        WHERE email NOT LIKE '%@example.org' AND email <> '' OR postcode NOT LIKE '00%' AND postcode <> ''
        OR phone !~ '^(|(0176 040690..|030 23125...|040 66969...|069 90009...|089 99998...|0221 4710...))$'""",
    "planned talk with somebody of another team": """FROM casework_plannedsession p
        JOIN clients_client c ON c.id = p.client_id WHERE c.team_id <> p.team_id""",
    "planned talk that contradicts the talk it became": """FROM casework_plannedsession p
        LEFT JOIN casework_counsellingsession s ON s.id = p.session_id
        WHERE (p.outcome = 'held') <> (s.id IS NOT NULL)
        OR s.held_on <> (p.starts_at AT TIME ZONE 'Europe/Berlin')::date""",
    "planned talk that lies too far away": f"""FROM casework_plannedsession
        WHERE starts_at NOT BETWEEN '{{today}}'::date - {PLANNED_PAST_DAYS} AND '{{today}}'::date + 15""",
    "planned talk of the past that nobody settled": """FROM casework_plannedsession
        WHERE starts_at < '{today}' AND outcome = 'planned'""",
    "planned talk in the middle of the night": """FROM casework_plannedsession
        WHERE extract(hour FROM starts_at AT TIME ZONE 'Europe/Berlin') NOT BETWEEN 8 AND 17""",
    "account without a proven address": """FROM people_account a WHERE NOT EXISTS (
        SELECT FROM account_emailaddress e
        WHERE e.user_id = a.id AND e.email = a.email AND e.verified AND e."primary")""",
    "account without a role": """FROM people_account a WHERE NOT EXISTS (
        SELECT FROM people_membership m WHERE m.account_id = a.id)""",
}


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_there_is_no(what: str, county: Database) -> None:
    assert county.value("SELECT count(*) " + IMPOSSIBLE[what].replace("{today}", WEDNESDAY)) == 0


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_on_a_sunday_there_is_no(what: str, county_on_sunday: Database) -> None:
    question = IMPOSSIBLE[what].replace("{today}", SUNDAY)

    assert county_on_sunday.value("SELECT count(*) " + question) == 0


def test_the_questions_look_at_rows(county: Database) -> None:
    assert county.value(f"SELECT count(*) {OF_A_TALK}") > 60_000
    assert county.value("SELECT count(*) FROM casework_plannedsession WHERE outcome = 'held'") > 20
    assert county.value("SELECT count(*) FROM clients_client WHERE phone <> ''") > 1_000
