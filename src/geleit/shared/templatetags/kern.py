"""Template tags for the parts that stand in loops (written in Python, since an include per row is
slow) and for the parts that wrap other content."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import template
from django.forms import BoundField, Form
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

# A changed filter or order starts the list again, so the paging parameters are dropped.
PAGING = ("after", "before", "page")


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of KERN's icons; decoration only, the text beside it says what it means."""
    return format_html('<span class="kern-icon kern-icon--{}" aria-hidden="true"></span>', name)


@register.simple_tag
def badge(text: str, kind: str = "neutral") -> SafeString:
    """A short state. `kind`: neutral, info, success, warning, danger."""
    return format_html(
        '<span class="kern-badge kern-badge--small kern-badge--{}">'
        '<span class="kern-label">{}</span></span>',
        kind,
        text,
    )


@register.simple_tag
def share_bar(done: float, total: float, text: str = "") -> SafeString:
    """A thin bar with its figure, such as 22 of 38. The figure is text, the bar decoration."""
    spoken = text or _("%(done)s of %(total)s") % {
        "done": number_format(done, force_grouping=True),
        "total": number_format(total, force_grouping=True),
    }
    return format_html(
        '<span class="share"><svg width="120" height="6" aria-hidden="true">'
        '<rect class="bar-track" width="120" height="6" rx="3"/>'
        '<rect class="bar-fill" width="{}%" height="6" rx="3"/></svg><span>{}</span></span>',
        _percent(done, total),
        spoken,
    )


def _percent(part: float, whole: float) -> str:
    """Share of the whole as SVG wants it: a point, not the German comma; never outside 0 to 100."""
    share = 100 * part / whole if whole else 0
    return f"{min(max(share, 0), 100):.1f}"


class Bar(NamedTuple):
    """One bar of a chart."""

    label: str
    text: str
    share: str


@register.inclusion_tag("shared/atoms/bar_chart.html")
def bar_chart(
    caption: str, unit: str, rows: Iterable[Sequence[Any]], hide_caption: bool = False
) -> dict[str, Any]:
    """A table with a bar in each row. `rows`: (label, value) or (label, value, text)."""
    given = [tuple(row) for row in rows]
    top = max((row[1] for row in given), default=0)
    bars = [
        Bar(
            str(row[0]),
            str(row[2]) if len(row) > 2 else number_format(row[1], force_grouping=True),
            _percent(row[1], top),
        )
        for row in given
    ]
    return {"caption": caption, "unit": unit, "rows": bars, "hide_caption": hide_caption}


@register.simple_block_tag
def panel(
    content: SafeString,
    title: str = "",
    url: str = "",
    link: str = "",
    id: str = "",
    kind: str = "",
    level: int = 2,
) -> SafeString:
    """A white card with a heading, and a link at its right. `kind="plain"` for a table that
    reaches the edges; `id` makes it a target for htmx and names the region by its heading."""
    head: str = ""
    if title:
        anchor = format_html('<a href="{}">{}</a>', url, link) if url else ""
        heading_id = format_html(' id="{}-title"', id) if id else ""
        head = format_html(
            '<div class="panel__head"><h{0} class="kern-title"{1}>{2}</h{0}>{3}</div>',
            int(level),
            heading_id,
            title,
            anchor,
        )
    attributes = format_html(' id="{}"', id) if id else ""
    if id and title:
        attributes = format_html('{0} aria-labelledby="{1}-title"', attributes, id)
    css = f"kern-card kern-card--hug kern-level-2 panel{f' panel--{kind}' if kind else ''}"
    return format_html('<section class="{}"{}>{}{}</section>', css, attributes, head, content)


@register.simple_block_tag
def menu(content: SafeString, label: str, kind: str = "secondary") -> SafeString:
    """A button that opens a short list below; inside go `<li>` with a link or a button."""
    return format_html(
        '<details class="menu" data-menu><summary class="kern-btn kern-btn--{}">'
        '<span class="kern-label">{}</span></summary>'
        '<ul class="menu__list">{}</ul></details>',
        kind,
        label,
        content,
    )


@register.simple_tag(takes_context=True)
def sort_header(
    context: Context, field: str, label: str, numeric: bool = False, parameter: str = "sort"
) -> SafeString:
    """Head of a column that sorts by `?sort=field`, and the other way round by `?sort=-field`.
    The order in force comes from `sort` in the context, else from the address."""
    request: HttpRequest = context["request"]
    current = str(context.get("sort") or request.GET.get(parameter, ""))
    ascending, descending = current == field, current == f"-{field}"
    aria = "ascending" if ascending else "descending" if descending else ""
    query = _without(request.GET, *PAGING)
    query[parameter] = f"-{field}" if ascending else field
    return format_html(
        '<th scope="col" class="kern-table__header{}"{}><a class="sort" href="?{}">{}</a></th>',
        " kern-table__header--numeric" if numeric else "",
        format_html(' aria-sort="{}"', aria) if aria else "",
        query.urlencode(),
        label,
    )


def _without(given: QueryDict, *names: str) -> QueryDict:
    query = given.copy()
    for name in names:
        query.pop(name, None)
    return query


class ActiveFilter(NamedTuple):
    """A filter in force: what it is called, its value in words, the address without it."""

    label: str
    value: str
    url: str


@register.simple_tag(takes_context=True)
def active_filters(context: Context, form: Form) -> list[ActiveFilter]:
    """The filters of a bound GET form that are in force, in the order of its fields. Use as
    `{% active_filters form as active %}` with `shared/atoms/filters_active.html`."""
    request: HttpRequest = context["request"]
    found = []
    for field in form.visible_fields():
        for raw in request.GET.getlist(field.html_name):
            if raw:
                url = f"?{_less(request.GET, field.html_name, raw).urlencode()}"
                found.append(ActiveFilter(str(field.label), _in_words(form, field, raw), url))
    return found


def _less(given: QueryDict, name: str, value: str) -> QueryDict:
    query = _without(given, *PAGING)
    left = [item for item in query.getlist(name) if item != value]
    query.setlist(name, left)
    return query


def _in_words(form: Form, field: BoundField, raw: str) -> str:
    choices: Any = getattr(field.field, "choices", None)
    if choices is not None:
        return _choice_label(choices, raw)
    value = getattr(form, "cleaned_data", {}).get(field.name)
    if value is True:
        return _("yes")
    return date_format(value, "SHORT_DATE_FORMAT") if isinstance(value, date) else raw


def _choice_label(choices: Iterable[tuple[Any, Any]], raw: str) -> str:
    flat = (
        pair
        for value, label in choices
        for pair in (label if isinstance(label, list | tuple) else [(value, label)])
    )
    return next((str(label) for value, label in flat if str(value) == raw), raw)


@register.filter
def undo_url(extra_tags: str | None) -> str:
    """The address that undoes what a message tells, given as `extra_tags="undo=/address"`."""
    for tag in (extra_tags or "").split():
        if tag.startswith("undo="):
            return tag.removeprefix("undo=")
    return ""


BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@register.filter
def device_name(user_agent: str | None) -> str:
    """Browser and system in words people use, such as "Firefox, Windows"."""
    names = [
        next((name for mark, name in known if mark in (user_agent or "")), "")
        for known in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, names)) or _("unknown device")


@register.filter
def alert_kind(level_tag: str) -> str:
    """KERN's name for the level of a Django message."""
    return {"error": "danger", "debug": "info"}.get(level_tag, level_tag or "info")
