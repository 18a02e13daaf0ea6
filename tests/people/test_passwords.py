"""The list of leaked passwords, searched without asking anybody on the internet."""

import hashlib

import pytest
from django.core.exceptions import ValidationError

from geleit.people.passwords import LeakedPasswordValidator, is_listed

LEAKED = [f"geheim-{number}" for number in range(200)]


def digest(password: str) -> str:
    return hashlib.sha1(password.encode()).hexdigest().upper()


@pytest.fixture
def hashes(tmp_path):
    """A list as the downloader of Have I Been Pwned writes it: sorted, with counts of unequal length."""
    path = tmp_path / "hashes.txt"
    lines = sorted(
        f"{digest(password)}:{7 ** (index % 9)}" for index, password in enumerate(LEAKED)
    )
    path.write_text("\r\n".join(lines) + "\r\n", encoding="ascii")
    return path


def test_every_listed_password_is_found_first_and_last_line_too(hashes) -> None:
    assert [password for password in LEAKED if not is_listed(hashes, password)] == []


def test_passwords_that_are_not_listed_are_not_found(hashes) -> None:
    unlisted = [f"Wolken-Garten-{number}" for number in range(500)]

    assert [password for password in unlisted if is_listed(hashes, password)] == []


@pytest.mark.parametrize("ending", ["\n", ""], ids=["with", "without"])
def test_line_end_at_the_end_of_the_file_does_not_matter(tmp_path, ending) -> None:
    path = tmp_path / "hashes.txt"
    path.write_text("\n".join(sorted(map(digest, LEAKED))) + ending, encoding="ascii")

    assert all(is_listed(path, password) for password in LEAKED)


def test_list_of_one_line_works(tmp_path) -> None:
    path = tmp_path / "hashes.txt"
    path.write_text(f"{digest('eins')}:1\n", encoding="ascii")

    assert (is_listed(path, "eins"), is_listed(path, "zwei")) == (True, False)


def test_lower_case_hashes_count_as_well(tmp_path) -> None:
    path = tmp_path / "hashes.txt"
    path.write_text("\n".join(sorted(digest(p).lower() for p in LEAKED)), encoding="ascii")

    assert all(is_listed(path, password) for password in LEAKED)


def test_listed_password_is_refused_and_another_one_taken(hashes) -> None:
    validator = LeakedPasswordValidator(file=str(hashes))

    with pytest.raises(ValidationError) as refusal:
        validator.validate("geheim-17")
    validator.validate("Wolken-Garten-17")

    assert refusal.value.code == "password_leaked"


def test_common_passwords_are_refused_without_a_file() -> None:
    validator = LeakedPasswordValidator()

    with pytest.raises(ValidationError):
        validator.validate("password1234")
    validator.validate("Wolken-Garten-17")


def test_missing_list_is_an_error_and_not_a_pass(tmp_path) -> None:
    with pytest.raises(OSError, match="missing"):
        LeakedPasswordValidator(file=str(tmp_path / "missing.txt")).validate("Wolken-Garten-17")


def test_empty_list_is_an_error_and_not_a_pass(tmp_path) -> None:
    path = tmp_path / "hashes.txt"
    path.touch()

    with pytest.raises(OSError, match="is empty"):
        is_listed(path, "eins")
