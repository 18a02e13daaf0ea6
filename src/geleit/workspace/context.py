"""What the page frame shows around every page: menu, person, search, idle time."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from geleit.people.queries import Viewer


@dataclass(frozen=True)
class Item:
    """One entry of the menu."""

    label: str
    url: str
    current: bool = False
    shortcut: str = ""
    count: str = ""


@dataclass(frozen=True)
class Section:
    """Entries under one heading; the first section has none."""

    label: str
    items: list[Item]


@dataclass(frozen=True)
class Frame:
    """Everything the frame template needs."""

    navigation: list[Section]
    person_name: str
    organisation_name: str
    idle_seconds: int
    search_url: str
    search_page_url: str
    account_url: str
    ping_url: str


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of signed-in pages, made only if the template asks for it."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        return {"frame": None, "demo": settings.DEMO}
    return {"frame": SimpleLazyObject(lambda: _frame(request, viewer)), "demo": settings.DEMO}


def _frame(request: HttpRequest, viewer: Viewer) -> Frame:
    team = viewer.home_team
    organisation = viewer.organisation.name if viewer.organisation else ""
    sees_clients = bool(viewer.teams)
    return Frame(
        navigation=[section for section in _sections(request, viewer) if section.items],
        person_name=viewer.name,
        organisation_name=f"{team.name} · {organisation}" if team else organisation,
        idle_seconds=settings.IDLE_SECONDS,
        search_url=reverse("workspace:search-hits") if sees_clients else "",
        search_page_url=reverse("workspace:search") if sees_clients else "",
        account_url=reverse("people:account"),
        ping_url=reverse("people:stay-signed-in"),
    )


def _sections(request: HttpRequest, viewer: Viewer) -> list[Section]:
    def item(label: str, name: str, shortcut: str = "", *, also: tuple[str, ...] = ()) -> Item:
        """`also`: beginnings of other addresses that belong to this entry; «=» stands for none but its own."""
        url = reverse(name)
        is_exact = url == "/" or also == ("=",)
        places = () if is_exact else (url, *also)
        return Item(label, url, request.path == url or request.path.startswith(places), shortcut)

    daily, figures, administration = [], [], []
    if viewer.teams:
        daily = [
            item(_("My day"), "workspace:day", "t"),
            item(_("People"), "workspace:client-list", "p"),
            item(_("Talks"), "casework:session-list", "g"),
            item(_("Planned talks"), "casework:planned-week", "e"),
            item(_("Running out"), "casework:deadline-list", "f"),
        ]
    if viewer.counsels:
        daily.append(item(_("Take over a list"), "gateway:caseload-start"))
        figures.append(item(_("My figures"), "statistics:mine", "k", also=("=",)))
    if viewer.figures_organisation_ids:
        figures.append(item(_("Figures of the organisation"), "statistics:organisations"))
    if viewer.teams:
        administration.append(item(_("Substitution"), "people:substitution-list"))
    if viewer.administers:
        administration += [
            item(
                _("Members"),
                "people:member-list",
                also=("/verwaltung/einladungen/", "/verwaltung/rollen/"),
            ),
            item(_("Teams"), "people:team-list"),
            item(_("Organisations"), "people:organisation-tree"),
        ]
    return [
        Section("", daily),
        Section(_("Evaluate"), figures),
        Section(_("Manage"), administration),
    ]
