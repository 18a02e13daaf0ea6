"""Rules all templates keep, the error pages, and the German catalogue of the shared parts."""

import re
from pathlib import Path

import pytest
from allauth.account.forms import ResetPasswordForm
from babel.messages.pofile import read_po
from django.utils import translation

SOURCE = Path(__file__).resolve().parents[2] / "src/geleit"
SHARED = SOURCE / "shared"
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_template_holds_no_inline_style_or_script(path):
    source = path.read_text()

    assert re.findall(r"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[\"']", source) == []
    assert re.findall(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>", source) == []
    assert [
        comment for comment in re.findall(r"\{#.*?#\}", source, re.DOTALL) if "\n" in comment
    ] == []


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "413", "429", "500"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_error_page_says_what_to_do(rendered, code, language):
    html = rendered(f"{code}.html", language=language)

    assert len(re.findall(r"<h1>[^<]+</h1>", html)) == 1
    assert 'href="/"' in html
    assert ("Zur Startseite" in html) is (language == "de")


def test_page_of_a_server_error_needs_neither_request_nor_manifest(settings):
    from django.template.loader import render_to_string

    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    assert "/static/geleit/css/error.css" in render_to_string("500.html")


@pytest.mark.parametrize(
    ("cookie", "written"), [("dark", True), ("light", True), ("auto", False), ('"><b>', False)]
)
def test_theme_comes_from_the_cookie_only_if_it_is_known(rendered, cookie, written):
    html = rendered("404.html", cookies={"theme": cookie})

    assert (f'data-kern-theme="{cookie}"' in html) is written
    assert ("data-kern-theme" in html) is written


def test_confirm_is_a_page_and_for_htmx_a_dialog(rendered):
    context = {"heading": "Löschen?", "submit": "Ja", "cancel_url": "/"}

    page = rendered("shared/confirm.html", context)
    dialog = rendered("shared/confirm.html", context, htmx=True)

    assert "<h1>Löschen?</h1>" in page
    assert "<html" not in dialog
    assert '<h2 class="kern-title" id="dialog-title">Löschen?</h2>' in dialog
    assert page.count("<form") - dialog.count("<form") > 0


def test_pages_of_allauth_come_in_our_frame_and_markup(rendered):
    html = rendered("account/password_reset.html", {"form": ResetPasswordForm()})

    assert 'class="card-page__card kern-level-2 "' in html
    assert "<h1>" in html
    assert 'class="kern-form-input__input"' in html
    assert '<span class="kern-label">Link schicken' in html.replace("\n", "").replace("  ", "")


def catalogue():
    with (SHARED / "locale/de/LC_MESSAGES/django.po").open("rb") as file:
        return [message for message in read_po(file, locale="de") if message.id]


def test_every_message_of_the_shared_parts_has_its_german_words():
    empty = [
        message.id
        for message in catalogue()
        if message.fuzzy
        or not all(message.string if isinstance(message.string, tuple) else [message.string])
    ]

    assert empty == []


def test_our_words_go_before_those_of_django_and_allauth():
    with translation.override("de"):
        assert translation.gettext("This field is required.") == "Bitte füllen Sie dieses Feld aus."
        assert (
            translation.gettext("Are you sure you want to sign out?")
            == "Möchten Sie sich abmelden?"
        )


def test_people_are_addressed_formally():
    informal = re.compile(r"\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b")

    assert [message.id for message in catalogue() if informal.search(str(message.string))] == []
