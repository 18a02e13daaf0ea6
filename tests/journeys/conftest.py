"""The real product, started as `make demo` starts it, and a real browser before it.

The product starts once in each process that runs journeys. The browser starts once a file: while Playwright
runs in a thread, Django refuses that thread its database, which tests of other files need.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.desk import Desk
from tests.journeys.product import Product, free_port

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
COUNSELLOR = "Integrationsmanagerin"
PATIENCE = 30_000  # milliseconds; a loaded machine is slow, a broken page never comes

OpenDesk = Callable[..., Desk]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def _installation() -> Iterator[Product]:
    folder = Path(tempfile.mkdtemp(prefix="geleit-journey-"))
    folder.chmod(0o755)
    product = Product(folder / "data", free_port())
    yield product
    product.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def product(_installation: Product) -> Product:
    """The demo, running."""
    _installation.see_to_it_that_it_runs()
    return _installation


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Browser tests need Chromium (Debian: apt-get install chromium)."
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *quiet])
        yield browser
        browser.close()


@pytest.fixture
def open_desk(product: Product, chromium: Browser) -> Iterator[OpenDesk]:
    """Opens a window, signed in as the role (as the demo prints it) or signed out with None.

    Whoever signed in once stays so for all tests: sign-ins are counted. At the end no console may have complained.
    """
    desks: list[Desk] = []

    def opened(role: str | None = COUNSELLOR, *, width: int = 1400, scripts: bool = True) -> Desk:
        if role and role not in product.signed_in:
            product.signed_in[role] = _sign_in(chromium, product, role)
        context = chromium.new_context(
            viewport={"width": width, "height": 1000},
            locale="de-DE",
            timezone_id="Europe/Berlin",
            reduced_motion="reduce",
            accept_downloads=True,
            java_script_enabled=scripts,
            storage_state=product.signed_in[role] if role else None,
        )
        context.set_default_timeout(PATIENCE)
        desks.append(Desk(context, product))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.context.close()
    assert [complaint for desk in desks for complaint in desk.complaints] == []


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """Miriam's window: she counsels in Waldshut-Tiengen."""
    return open_desk()


def _sign_in(chromium: Browser, product: Product, role: str) -> object:
    address, password = product.logins[role]
    context = chromium.new_context(locale="de-DE")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{product.url}/konto/login/")
    page.get_by_label("E-Mail").fill(address)
    page.get_by_label("Passwort", exact=True).fill(password)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.wait_for_url(lambda url: "/konto/login/" not in url)
    state = context.storage_state()
    context.close()
    return state
