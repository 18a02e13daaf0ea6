"""Renders the preview pages without a database, and opens them in a browser that only sees those."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.shared import preview

HERE = Path(__file__).parent
HOST = "http://geleit.test"
# The project's own policy; a style or script it forbids must fail here as well.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
PROCESSORS = ["django.template.context_processors.request"]

Rendered = Callable[..., str]


@pytest.fixture
def plain_settings(settings: Any) -> Any:
    """Static files by their plain name, and no context that asks the database."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    templates = [dict(engine) for engine in settings.TEMPLATES]
    templates[0]["OPTIONS"] = {**templates[0]["OPTIONS"], "context_processors": PROCESSORS}
    settings.TEMPLATES = templates
    settings.ROOT_URLCONF = "tests.shared.preview_urls"
    return settings


@pytest.fixture
def rendered(plain_settings: Any) -> Rendered:
    """Render a template by name, or the source of one, as a visitor of an address would get it."""

    def render(template: str, context: dict[str, Any] | None = None, **options: Any) -> str:
        request = RequestFactory().get(options.get("path", "/"), headers=options.get("headers"))
        request.COOKIES.update(options.get("cookies", {}))
        request.user = AnonymousUser()
        request.htmx = bool(options.get("htmx"))  # type: ignore[attr-defined]
        with translation.override(options.get("language", "de")):
            if "{%" in template or "{{" in template:
                return engines["django"].from_string(template).render(context or {}, request)
            return render_to_string(template, context or {}, request)

    return render


@pytest.fixture
def preview_pages(rendered: Rendered) -> dict[str, str]:
    """The two preview pages by address."""
    context = preview.context()
    return {
        "/": rendered((HERE / "preview.html").read_text(), context, path=preview.ADDRESS),
        "/datei": rendered((HERE / "preview_file.html").read_text(), context),
    }


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser per module: while it runs, Django would refuse the database in this thread."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])


class Site:
    """A site of rendered pages and the project's static files, answered inside the browser.
    `offline` breaks the line; `posted` keeps what was sent; `complaints` what the console said."""

    def __init__(self, pages: dict[str, str], answers: dict[str, Callable[[str], str]]) -> None:
        self.pages = dict(pages)
        self.answers = answers
        self.offline = False
        self.status: dict[str, int] = {}
        self.posted: list[tuple[str, dict[str, list[str]] | str]] = []
        self.complaints: list[str] = []

    def answer(self, route: Route) -> None:
        request = route.request
        address = urlsplit(request.url)
        if self.offline:
            route.abort("internetdisconnected")
        elif address.path.startswith("/static/"):
            self._static(route, address.path.removeprefix("/static/"))
        elif request.method == "POST":
            body = request.post_data or ""
            urlencoded = "multipart" not in request.headers.get("content-type", "")
            self.posted.append((address.path, parse_qs(body) if urlencoded else body))
            route.fulfill(
                status=self.status.get(address.path, 200),
                body="<p>gespeichert</p>",
                content_type="text/html",
            )
        elif address.path in self.answers:
            query = parse_qs(address.query).get("q", [""])[0]
            status = self.status.get(address.path, 200)
            route.fulfill(
                status=status,
                body=self.answers[address.path](query),
                content_type="text/html; charset=utf-8",
            )
        else:
            page = self.pages.get(address.path, "<!doctype html><title>leer</title>")
            headers = {
                "Content-Security-Policy": POLICY,
                "Content-Type": "text/html; charset=utf-8",
            }
            route.fulfill(status=200, body=page, headers=headers)

    @staticmethod
    def _static(route: Route, name: str) -> None:
        path = finders.find(name)
        if path is None:
            route.fulfill(status=404, body="")
        else:
            route.fulfill(status=200, path=str(path))


Opener = Callable[..., tuple[Page, Site]]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Opener]:
    """Open one of the given pages; returns the browser page and the site behind it."""
    contexts = []

    def open_it(pages: dict[str, str], path: str = "/", **options: Any) -> tuple[Page, Site]:
        context = chromium.new_context(
            viewport={"width": options.get("width", 1400), "height": 1000},
            color_scheme=options.get("scheme", "light"),
            java_script_enabled=options.get("scripts", True),
            locale="de-DE",
            reduced_motion="reduce",
        )
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        site = Site(pages, options.get("answers", {}))
        page.route("**/*", site.answer)
        page.on(
            "console",
            lambda note: site.complaints.append(note.text) if note.type == "error" else None,
        )
        page.on("pageerror", lambda error: site.complaints.append(str(error)))
        if options.get("clock"):
            page.clock.install()
        page.goto(f"{HOST}{path}")
        return page, site

    yield open_it
    for context in contexts:
        context.close()
