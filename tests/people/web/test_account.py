"""The page of one's own account."""

from django.test import Client
from django.urls import reverse

from tests.people.web.desk import desk


def test_own_account_is_saved_with_language_and_colours(cast) -> None:
    client = desk(cast.miriam)

    answer = client.post("/konto/ich/", {"name": "Miriam Neu", "language": "en", "theme": "dark"})
    page = client.get("/konto/ich/").content.decode()

    cast.miriam.refresh_from_db()
    assert (answer.url, cast.miriam.name, cast.miriam.language) == (
        "/konto/ich/",
        "Miriam Neu",
        "en",
    )
    assert answer.cookies["theme"].value == "dark"
    assert '<html lang="en"' in page


def test_language_chosen_in_passing_stays_with_the_account(cast) -> None:
    desk(cast.miriam).post(reverse("set_language"), {"language": "en", "next": "/konto/ich/"})
    guest = Client().post(reverse("set_language"), {"language": "en", "next": "/konto/login/"})

    cast.miriam.refresh_from_db()
    assert cast.miriam.language == "en"
    assert guest.cookies["django_language"].value == "en"
