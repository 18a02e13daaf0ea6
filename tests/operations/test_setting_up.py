"""Setting up works from a bare machine, does nothing twice and says what is wrong."""

import ast
import gettext
import hashlib
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import compile_catalogues  # noqa: E402 - lies outside the packages
import fetch_pip  # noqa: E402
import setup_steps  # noqa: E402


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A package index that holds one wheel of pip, as a mirror in a file system would."""
    page = tmp_path / "simple" / "pip"
    page.mkdir(parents=True)
    (page / "pip-9.9-py3-none-any.whl").write_bytes(b"a wheel")
    (page / "index.html").write_text(
        '<a href="pip-9.8-py3-none-any.whl">old</a>'
        '<a href="pip-9.9-py3-none-any.whl#sha256=0">new</a>'
    )
    return tmp_path / "simple"


def requirements(folder: Path, content: bytes) -> Path:
    """A requirements file that locks pip 9.9 to this content, and to another."""
    file = folder / "develop.txt"
    digest = hashlib.sha256(content).hexdigest()
    file.write_text(f"pip==9.9 \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{digest}\n")
    return file


def test_pip_comes_from_the_configured_index(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    locked = requirements(tmp_path, b"a wheel")

    wheel = fetch_pip.fetch_pip(locked, tmp_path, RuntimeError)

    assert wheel == tmp_path / "pip-9.9-py3-none-any.whl"
    assert wheel.read_bytes() == b"a wheel"


def test_pip_with_another_content_than_locked_is_refused(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    locked = requirements(tmp_path, b"another wheel")

    with pytest.raises(RuntimeError, match="die Prüfsumme stimmt nicht"):
        fetch_pip.fetch_pip(locked, tmp_path, RuntimeError)

    assert not (tmp_path / "pip-9.9-py3-none-any.whl").exists()


def test_index_is_read_from_the_users_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = tmp_path / "pip.conf"
    configuration.write_text("[global]\nindex-url = https://packages.example.org/simple/\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(configuration))
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)

    assert next(fetch_pip.index_pages()) == "https://packages.example.org/simple/pip/"


def test_locked_requirements_name_a_pip() -> None:
    version, hashes = fetch_pip.locked_pip(TOOLS.parent / "requirements" / "develop.txt")

    assert version[0].isdecimal()
    assert len(hashes) > 0


def test_first_file_of_setting_up_is_readable_for_old_pythons() -> None:
    ast.parse((TOOLS / "setup.py").read_text(), feature_version=(3, 4))


def test_step_is_done_once_and_again_when_its_source_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_steps, "NOTES", tmp_path / "notes.json")
    done = []

    for made_from in ("a", "a", "b"):
        setup_steps.step("thing", made_from, tmp_path, "", lambda: done.append(1))
    setup_steps.step("thing", "b", tmp_path / "removed", "", lambda: done.append(1))

    assert len(done) == 3


def test_step_that_failed_is_not_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_steps, "NOTES", tmp_path / "notes.json")

    def fail() -> None:
        setup_steps.run(
            [sys.executable, "-c", "raise SystemExit('error: kaputt')"], "Es geht nicht"
        )

    with pytest.raises(setup_steps.Failed, match=r"^Es geht nicht: error: kaputt$"):
        setup_steps.step("thing", "a", tmp_path, "", fail)

    assert setup_steps.notes() == {}


def test_catalogue_is_compiled_without_unsure_translations(tmp_path: Path) -> None:
    source = tmp_path / "django.po"
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "talk"\nmsgstr "Gespräch"\n\n#, fuzzy\nmsgid "case"\nmsgstr "Kiste"\n'
    )

    target = compile_catalogues.compile_catalogue(source)

    with target.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    assert translations.gettext("talk") == "Gespräch"
    assert translations.gettext("case") == "case"
