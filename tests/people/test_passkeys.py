"""Passkeys in a real browser with a virtual device: set up, sign in without password, and as second factor."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page

from tests.people.browser import add_authenticator, in_browser, serving
from tests.people.conftest import PASSWORD

pytestmark = pytest.mark.browser


@pytest.fixture
def site(cast, settings):
    settings.DEMO = False
    settings.ALLOWED_HOSTS = ["localhost"]
    with serving() as address:
        yield address


@pytest.fixture
def miriam(cast, with_password):
    return with_password(cast.miriam)


def type_password(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}/konto/login/")
    page.get_by_label("E-Mail").fill(address)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()


def add_passkey(page: Page, site: str, address: str, *, without_password: bool) -> None:
    """Sign in for the first time and set up a passkey as the page asks; ends with the recovery codes."""
    type_password(page, site, address)
    page.wait_for_url("**/konto/2fa/")
    page.get_by_role("link", name="Passkey hinzufügen").click()
    if without_password:
        page.get_by_label("Ohne Passwort anmelden").check()
    page.get_by_role("button", name="Hinzufügen").click()
    page.wait_for_url("**/konto/2fa/recovery-codes/")


def complaints_of(page: Page) -> list[str]:
    """What the browser's console reports from now on, breaches of the content policy among it."""
    found: list[str] = []
    page.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_passkey_signs_in_without_password_and_without_further_question(site, miriam) -> None:
    def work(page: Page) -> tuple[str, list[str]]:
        complaints = complaints_of(page)
        add_authenticator(page)
        add_passkey(page, site, miriam.email, without_password=True)
        page.context.clear_cookies()
        page.goto(f"{site}/konto/login/?next=/konto/ich/")
        page.get_by_role("button", name="Mit Passkey anmelden").click()
        page.wait_for_load_state("networkidle")
        page.goto(f"{site}/konto/ich/")
        return page.get_by_role("heading", level=1).inner_text(), complaints

    heading, complaints = in_browser(work)

    assert heading == "Mein Konto"
    assert [text for text in complaints if "favicon" not in text and "404" not in text] == []
    assert Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN).user == miriam


def test_passkey_is_asked_for_after_the_password(site, miriam) -> None:
    def work(page: Page) -> tuple[str, str, str]:
        add_authenticator(page)
        add_passkey(page, site, miriam.email, without_password=False)
        page.context.clear_cookies()
        type_password(page, site, miriam.email)
        page.wait_for_url("**/konto/2fa/authenticate/")
        between = page.url
        page.goto(f"{site}/konto/ich/")
        outside = page.url
        page.goto(between)
        page.get_by_role("button", name="Passkey").click()
        page.wait_for_load_state("networkidle")
        page.goto(f"{site}/konto/ich/")
        return between, outside, page.get_by_role("heading", level=1).inner_text()

    between, outside, inside = in_browser(work)

    assert between.endswith("/konto/2fa/authenticate/")
    assert outside.endswith("/konto/2fa/authenticate/")  # the sign-in under way goes on there
    assert inside == "Mein Konto"


def test_without_the_device_nobody_gets_in(site, miriam) -> None:
    def work(page: Page) -> str:
        add_authenticator(page)
        add_passkey(page, site, miriam.email, without_password=True)
        stranger = page.context.browser.new_context(locale="de-DE").new_page()
        add_authenticator(stranger)
        stranger.goto(f"{site}/konto/login/")
        stranger.get_by_role("button", name="Mit Passkey anmelden").click()
        stranger.wait_for_timeout(500)
        stranger.goto(f"{site}/konto/ich/")
        return stranger.url

    assert "/konto/login/" in in_browser(work)
