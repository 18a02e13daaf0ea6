"""Municipalities to choose from: public facts, the same for everybody; those near the viewer come first."""

from dataclasses import dataclass

from geleit.clients import names
from geleit.organisations.choices import OrganisationKind
from geleit.organisations.models import Organisation
from geleit.people.viewer import Viewer
from geleit.shared.remember import remembered


@dataclass(frozen=True)
class Place:
    """A municipality with the county it lies in; `words` is its name as it is typed."""

    pk: int
    name: str
    county_id: int | None
    county: str
    words: str


@remembered
def municipalities() -> tuple[Place, ...]:
    """All inhabited municipalities of the state by name."""
    rows = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, is_inhabited=True)
    places = [
        Place(
            pk, name, county_id, county or "", f" {names.romanise(name)} {names.sort_key(name, '')}"
        )
        for pk, name, county_id, county in rows.values_list(
            "pk", "name", "parent_id", "parent__name"
        )
    ]
    return tuple(sorted(places, key=lambda place: names.sort_key(place.name, "")))


@remembered
def county_of(organisation_id: int) -> int | None:
    """The county an organisation is or lies in; None above the counties."""
    organisation: Organisation | None = Organisation.objects.select_related("parent").get(
        pk=organisation_id
    )
    while organisation is not None and organisation.kind != OrganisationKind.COUNTY:
        organisation = organisation.parent
    return organisation.pk if organisation else None


def municipalities_near(viewer: Viewer) -> list[Place]:
    """Municipalities of the county the viewer works in, by name."""
    county = _county(viewer)
    return [place for place in municipalities() if place.county_id == county]


def municipalities_beginning(viewer: Viewer, text: str, limit: int = 8) -> list[Place]:
    """Municipalities with a word that begins as typed; those of the viewer's county first."""
    typed = names.romanise(text[:80])
    if not typed:
        return []
    county = _county(viewer)
    found = [place for place in municipalities() if f" {typed}" in place.words]
    return sorted(
        found,
        key=lambda place: (place.county_id != county, not place.words.startswith(f" {typed}")),
    )[:limit]


def municipality_named(pk: int) -> Place | None:
    """The municipality with this number, if there is one."""
    return next((place for place in municipalities() if place.pk == pk), None)


def _county(viewer: Viewer) -> int | None:
    team = viewer.home_team
    return county_of(team.organisation_id) if team else None
