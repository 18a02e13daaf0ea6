"""Organisations beside the official tree, and teams."""

from geleit.organisations.models import Organisation, Team


def carrier(name: str = "Träger Beispiel", *, county: str = "landkreis-waldshut") -> Organisation:
    parent = Organisation.objects.get(slug=county)
    slug = name.lower().replace(" ", "-").replace("ä", "ae")
    return Organisation.objects.create(
        kind="carrier", name=name, slug=slug, parent=parent, legal_regime="private"
    )


def team(name: str = "Team Nord", *, organisation: Organisation | None = None) -> Team:
    return Team.objects.create(organisation=organisation or carrier(), name=name)
