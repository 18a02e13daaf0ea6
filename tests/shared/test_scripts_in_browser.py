"""The scripts, driven as a person would: keyboard, mouse, broken line, passing time."""

import re

import pytest
from django.utils.html import escape
from playwright.sync_api import expect

from tests.shared import preview

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPTION = "#id_talk-who_list [role=option]"


@pytest.fixture
def answers(rendered):
    """What the search address answers, from the template the product uses."""

    def hits(text: str) -> str:
        return rendered("shared/atoms/options.html", {"hits": preview.search(text)})

    dialog = rendered(
        "shared/confirm.html", {"heading": "Fall abschließen?", "submit": "Ja"}, htmx=True
    )
    return {
        "/treffer": hits,
        "/bestaetigen": lambda query: dialog,
        "/stand": lambda query: '<p id="import">fertig</p>',
    }


@pytest.fixture
def desk(preview_pages, open_page, answers):
    page, site = open_page(preview_pages, answers=answers)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur()")
    return page, site


def picked(page):
    return page.eval_on_selector_all("[name='talk-who']", "all => all.map(one => one.value)")


def test_combobox_picks_by_keyboard_and_takes_back_by_backspace(desk):
    page, _ = desk
    box = page.locator("#id_talk-who")

    box.click()
    box.press_sequentially("olena")
    page.locator(OPTION).nth(1).wait_for()
    box.press("ArrowDown")
    box.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}").inner_text()
    box.press("Enter")

    assert chosen.startswith("Olena Kowalska")
    assert picked(page) == ["13", "12"]
    assert box.get_attribute("aria-expanded") == "false"
    box.press("Backspace")
    assert picked(page) == ["13"]


def test_combobox_says_how_many_hits_and_closes_on_escape(desk):
    page, _ = desk
    box = page.locator("#id_talk-who")

    box.click()
    box.press_sequentially("olena")
    page.locator(OPTION).nth(1).wait_for()

    assert page.locator("#id_talk-who ~ [data-count]").inner_text().startswith("2 Vorschläge")
    box.press("Escape")
    assert page.locator("#id_talk-who_list").is_hidden()


def test_changing_the_text_of_a_single_pick_takes_it_back(desk):
    page, _ = desk
    box = page.locator("#id_person")

    box.fill("Olena Kov")
    page.locator("#id_person_list [role=option]").first.click()
    assert page.locator("[name='person']").first.input_value() == "11"
    assert box.input_value() == "Olena Kovalenko"
    box.press_sequentially("x")

    assert page.locator("[data-picked] [name='person']").count() == 0


def test_search_opens_the_hit(desk):
    page, _ = desk

    page.keyboard.press("/")
    page.keyboard.type("rahimi")
    page.locator("#search-list [role=option]").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/haushalte/13")


def test_keys_follow_links_but_not_while_typing(desk):
    page, _ = desk

    page.locator("#id_name").fill("")
    page.locator("#id_name").press_sequentially("g p n ?")
    assert page.locator("#id_name").input_value() == "g p n ?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("g")
    page.keyboard.press("p")

    page.wait_for_url("**/personen")


def test_question_mark_lists_the_shortcuts_and_they_can_be_switched_off(desk):
    page, _ = desk

    page.keyboard.press("?")
    listed = page.locator("[data-shortcut-list]").inner_text().split("\n")
    page.locator("[data-shortcuts-on]").uncheck()
    page.locator("#keyboard-help [data-close]").click()
    page.keyboard.press("n")
    page.wait_for_timeout(200)

    assert [line.strip() for line in listed] == [
        "g t", "Mein Tag", "g p", "Personen", "n", "Gespräch erfassen",
    ]  # fmt: skip
    assert page.url.endswith("test/")


def test_link_opens_as_dialog_and_cancel_closes_it(desk):
    page, _ = desk

    page.get_by_role("link", name="Fall abschließen").click()
    page.locator("#dialog[open] h2").wait_for()
    title = page.locator("#dialog h2").inner_text()
    page.locator("#dialog a[data-close]").click()

    assert title == "Fall abschließen?"
    assert page.locator("#dialog[open]").count() == 0
    assert page.url.endswith("test/")


def test_failed_request_is_told_with_what_to_do(desk):
    page, site = desk
    site.status["/bestaetigen"] = 500

    page.get_by_role("link", name="Fall abschließen").click()
    page.locator("#page-alert .kern-alert").wait_for()

    assert page.locator("#page-alert").inner_text().startswith("Das hat nicht geklappt")
    page.locator("p#import").wait_for()  # another request that succeeds leaves the alert alone
    assert page.locator("#page-alert .kern-alert").count() == 1
    site.status["/bestaetigen"] = 200
    page.get_by_role("link", name="Fall abschließen").click()
    expect(page.locator("#page-alert .kern-alert")).to_have_count(0)


def test_answer_led_to_another_page_is_not_swapped_in_but_told_as_signed_out(desk):
    page, _ = desk

    swaps = page.evaluate("""() => ["/konto/login/", "/bestaetigen"].map((arrived) => {
      const xhr = {responseURL: location.origin + arrived, responseText: "<!doctype html><html lang=de>"};
      const detail = {xhr, requestConfig: {path: "/bestaetigen?x=1"}, shouldSwap: true};
      document.body.dispatchEvent(new CustomEvent("htmx:beforeSwap", {bubbles: true, detail}));
      return detail.shouldSwap;
    })""")

    assert swaps == [False, True]
    assert page.locator("#page-alert").inner_text().startswith("Sie wurden abgemeldet")


def test_progress_asks_for_itself(desk):
    page, _ = desk

    page.locator("p#import").wait_for(timeout=5000)

    assert page.locator("p#import").inner_text() == "fertig"


def test_theme_is_kept_in_a_cookie_and_written_at_once(desk):
    page, _ = desk

    page.locator(".person > summary").click()
    page.get_by_role("button", name="Dunkel").click()

    assert page.locator("html").get_attribute("data-kern-theme") == "dark"
    assert {c["name"]: c["value"] for c in page.context.cookies()} == {"theme": "dark"}
    page.get_by_role("button", name="Wie das Gerät").click()
    assert page.locator("html").get_attribute("data-kern-theme") is None


def test_menu_closes_on_escape_and_gives_the_focus_back(desk):
    page, _ = desk

    page.locator(".person > summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert page.locator(".person").get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_menu_slides_in_on_a_phone(preview_pages, open_page, answers):
    page, _ = open_page(preview_pages, answers=answers, width=390)
    assert page.locator("#navigation").is_hidden()

    page.get_by_role("button", name="Menü", exact=True).click()
    assert page.get_by_role("link", name="Personen 94").is_visible()
    page.keyboard.press("Escape")

    assert page.locator("#navigation").is_hidden()


def test_idle_warning_counts_down_saves_the_draft_and_can_be_dismissed(
    preview_pages, open_page, answers
):
    page, site = open_page(preview_pages, answers=answers, clock=True)
    page.locator("#id_talk-note").fill("Kitaplatz ab Januar")

    page.clock.run_for(26 * 60_000)
    assert page.locator("#idle[open]").count() == 0
    page.clock.run_for(90_000)
    left = page.locator("[data-idle-left]").inner_text()
    page.get_by_role("button", name="Angemeldet bleiben").click()
    page.clock.run_for(90_000)

    assert re.fullmatch(r"[01]:[0-5]\d", left)
    assert "Kitaplatz ab Januar" in site.posted[-1][1]
    assert page.locator("#idle[open]").count() == 0


def test_at_the_end_of_the_idle_time_the_page_is_left(preview_pages, open_page, answers):
    page, site = open_page(preview_pages, answers=answers, clock=True)
    site.pages["/"] = "<!doctype html><html lang=de><title>Anmelden</title></html>"

    page.clock.run_for(29 * 60_000 + 5000)

    expect(page).to_have_title("Anmelden", timeout=5000)


def wait_for_status(page, text):
    expect(page.locator("#talk [data-draft-status]")).to_have_text(re.compile(text), timeout=8000)


def test_draft_is_saved_a_moment_after_typing(desk):
    page, site = desk

    page.locator("#id_talk-note").fill("WBS noch offen")
    wait_for_status(page, "Entwurf gesichert")

    assert [path for path, _ in site.posted] == ["/entwurf"]
    assert "WBS noch offen" in site.posted[0][1]
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "WBS" not in kept


def test_submit_on_a_broken_line_keeps_the_page_and_goes_through_later(desk):
    page, site = desk
    page.locator("#id_talk-note").fill("WBS noch offen")
    site.offline = True

    page.locator("#talk .kern-btn--primary").click()
    wait_for_status(page, "Noch nicht gesendet")
    assert page.locator("#id_talk-note").input_value() == "WBS noch offen"
    assert site.posted == []
    site.offline = False
    wait_for_status(page, "Die Verbindung ist wieder da")
    page.locator("#talk .kern-btn--primary").click()
    page.wait_for_url("**/gespraech")

    path, sent = site.posted[-1]
    assert (path, sent["talk-note"]) == ("/gespraech", ["WBS noch offen"])


def test_submit_names_the_button_and_is_sent_once(desk):
    page, site = desk

    page.locator("#id_talk-note").fill("eins")
    page.get_by_role("button", name="Speichern und Aufgabe anlegen").dblclick(no_wait_after=True)
    page.wait_for_url("**/gespraech")

    sent = [body for path, body in site.posted if path == "/gespraech"]
    assert [body["then"] for body in sent] == [["task"]]


def test_signed_out_keeps_the_text_and_a_new_sign_in_elsewhere_heals_the_form(desk, preview_pages):
    page, site = desk
    site.status["/entwurf"] = 403
    site.pages["/"] = "<!doctype html><title>Anmelden</title>"

    page.locator("#id_talk-note").fill("bleibt stehen")
    wait_for_status(page, "Sie wurden abgemeldet")
    assert page.locator("#id_talk-note").input_value() == "bleibt stehen"
    site.pages["/"] = preview_pages["/"]
    page.locator("#talk .kern-btn--primary").click()
    expect(page.locator("#talk [name=csrfmiddlewaretoken]")).not_to_have_value("alt")
    site.status["/entwurf"] = 200
    page.locator("#talk .kern-btn--primary").click()
    page.wait_for_url("**/gespraech")

    assert site.posted[-1][1]["talk-note"] == ["bleibt stehen"]


def test_leaving_with_a_draft_that_cannot_be_saved_asks(desk):
    page, site = desk
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    site.status["/entwurf"] = 500

    page.locator("#id_talk-note").click()
    page.keyboard.type("noch nicht gesichert")
    wait_for_status(page, "Der Entwurf ließ sich nicht sichern")
    page.goto("http://geleit.test/datei")

    assert asked == ["beforeunload"]


def test_page_that_goes_away_sends_what_was_just_typed(desk):
    page, _ = desk

    page.locator("#id_talk-note").click()
    page.keyboard.type("im letzten Moment")
    with page.expect_request("**/entwurf", timeout=1000) as sent:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert "im letzten Moment" in (sent.value.post_data or "")


def test_filter_applies_itself_and_leaves_empty_fields_out_of_the_address(desk):
    page, _ = desk

    page.get_by_role("checkbox", name="Telefon").check()
    page.wait_for_url("**/?*")

    assert sorted(page.url.split("?")[1].split("&")) == [
        "kind=b%C3%BCro",
        "kind=telefon",
        "since=2026-11-01",
    ]


def test_pages_work_without_scripts(preview_pages, open_page):
    page, site = open_page(preview_pages, scripts=False)

    page.locator(".person > summary").click()
    assert page.get_by_role("button", name="Abmelden").is_visible()
    assert page.get_by_role("button", name="Dunkel").is_hidden()
    page.locator("#talk .kern-btn--primary").click()

    assert site.posted[-1][0] == "/gespraech"


def test_answers_escape_what_people_typed(rendered):
    hit = preview.Pick("1", '<script>"', "a & b")

    html = rendered("shared/atoms/options.html", {"hits": [hit]})

    assert escape('<script>"') in html
    assert "<script>" not in html
