"""The county of the demo log-ins: six teams of five delivery models in the county of Waldshut."""

from geleit.gateway.demo_data.delivery import Body, Delivery, Handover, TeamPlan
from geleit.organisations.choices import LegalRegime, OrganisationKind
from geleit.organisations.reference import Municipality

COUNTY = "landkreis-waldshut"
CARRIER = "wegweiser-hochrhein"
_CHURCH = "katholischer-sozialdienst-suedschwarzwald"
_ASSOCIATION = "gemeindeverbund-suedschwarzwald"

HOME_TEAM = "Integrationsmanagement Waldshut-Tiengen"
SECOND_TEAM = "Integrationsmanagement Klettgau"
CARRIER_TEAM = "Team Bad Säckingen"

_WEST = ("laufenburg-baden", "murg", "rickenbach", "herrischried", "goerwihl")
_SOUTHERN_FOREST = (
    "st-blasien", "bernau-im-schwarzwald", "dachsberg-suedschwarzwald", "haeusern", "hoechenschwand",
    "ibach", "todtmoos",
)  # fmt: skip
_CENTRE = ("waldshut-tiengen", "albbruck", "dogern", "lauchringen", "weilheim", "kuessaberg")
_SPA, _TOWN = "bad-saeckingen", "wehr"


def demo_county(places: list[Municipality]) -> Delivery:
    """Bodies, 17 counsellors in six teams, and who handed over to whom."""
    named = {*_WEST, *_SOUTHERN_FOREST, *_CENTRE, _SPA, _TOWN}
    east = tuple(place.slug for place in places if place.slug not in named)
    return Delivery(
        bodies=[
            Body(
                OrganisationKind.CARRIER,
                "Wegweiser Hochrhein gGmbH",
                CARRIER,
                COUNTY,
                LegalRegime.PRIVATE,
            ),
            Body(
                OrganisationKind.CARRIER,
                "Katholischer Sozialdienst Südschwarzwald",
                _CHURCH,
                COUNTY,
                LegalRegime.CATHOLIC,
            ),
            Body(
                OrganisationKind.ASSOCIATION,
                "Gemeindeverbund Südschwarzwald",
                _ASSOCIATION,
                COUNTY,
                members=_SOUTHERN_FOREST,
            ),
        ],
        teams=[
            TeamPlan(COUNTY, HOME_TEAM, 5, _CENTRE, COUNTY),
            TeamPlan(COUNTY, SECOND_TEAM, 3, east, COUNTY),
            TeamPlan(CARRIER, CARRIER_TEAM, 4, (_SPA, *_WEST), COUNTY),
            TeamPlan(_CHURCH, "Team St. Blasien", 2, _SOUTHERN_FOREST, COUNTY),
            TeamPlan(_TOWN, "Integrationsmanagement Wehr", 2, (_TOWN,), COUNTY),
            TeamPlan(_SPA, "Integrationsmanagement Bad Säckingen", 1, (_SPA,), COUNTY),
        ],
        handovers=[
            *(Handover(slug, COUNTY) for slug in (*_CENTRE, *east, *_WEST)),
            Handover(COUNTY, CARRIER),
            Handover(_SPA, CARRIER, 80),
            Handover(_ASSOCIATION, _CHURCH, 100),
        ],
    )
