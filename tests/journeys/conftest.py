"""The real product, started as `make demo` starts it, and a real browser before it.

Product and browser start once in each worker that runs such tests.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
AXE = (PROJECT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
START_SECONDS = 120
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@dataclass
class Product:
    """A running demo: its address, its log-ins by role, its process and its data folder."""

    url: str
    logins: dict[str, tuple[str, str]]
    process: subprocess.Popen[str]
    data: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_product(data: Path, port: int) -> Product:
    """Start the demo and wait until it answers; its output is kept beside the data."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GELEIT_")}
    environment |= {"GELEIT_DATA": str(data), "GELEIT_PORT": str(port), "PYTHONUNBUFFERED": "1"}
    output = data.parent / f"{data.name}.log"
    process = subprocess.Popen(
        [sys.executable, "-m", "geleit.config.cli", "demo"],
        env=environment,
        cwd=PROJECT,
        stdout=output.open("w"),
        stderr=subprocess.STDOUT,
        text=True,
    )
    url = f"http://127.0.0.1:{port}"
    wait_until_it_answers(url, process, output)
    return Product(url, printed_logins(output), process, data)


def wait_until_it_answers(url: str, process: subprocess.Popen[str], output: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, output.read_text()
        try:
            with urllib.request.urlopen(f"{url}/gesund", timeout=2) as answer:
                if answer.status == 200 and "@" in output.read_text():
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"The demo did not start:\n{output.read_text()}")


def printed_logins(output: Path) -> dict[str, tuple[str, str]]:
    """Log-ins as the demo prints them for a new user: role, address, password."""
    found = {}
    for line in output.read_text().splitlines():
        match = re.match(r"\s*(\S.*?)\s{2,}(\S+@\S+)\s+(\S+)\s*$", line)
        if match:
            found[match[1]] = (match[2], match[3])
    return found


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    folder = Path(tempfile.mkdtemp(prefix="geleit-journey-"))
    running = start_product(folder / "data", free_port())
    yield running
    running.process.terminate()
    running.process.wait(timeout=30)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Browser tests need Chromium (Debian: apt-get install chromium)."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        yield browser
        browser.close()


class Desk:
    """A browser window signed in as somebody; remembers what went wrong in the console."""

    def __init__(self, context: BrowserContext, product: Product) -> None:
        self.context, self.product = context, product
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "422" not in message.text and "409" not in message.text:
            self.complaints.append(message.text)

    def sign_in(self, role: str) -> "Desk":
        address, password = self.product.logins[role]
        self.page.goto(f"{self.product.url}/konto/login/")
        self.page.fill("input[name=login]", address)
        self.page.fill("input[name=password]", password)
        self.page.click("main button[type=submit], main form button:not([type=button])")
        self.page.wait_for_url(lambda url: "/login" not in url)
        return self

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.product.url}{path}")
        return self.page

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA on the present page, a line each."""
        self.page.evaluate(AXE)
        found = self.page.evaluate(
            """async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
            "wcag22aa", "best-practice"]})).violations.map(v =>
            v.id + ": " + v.help + " – " + v.nodes.map(n => n.target.join(" ")).slice(0, 3).join(", "))"""
        )
        return [str(line) for line in found]


@pytest.fixture
def desk(product: Product, chromium: Browser) -> Iterator[Desk]:
    """A fresh window at 1400 × 1000, signed out."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, locale="de-DE")
    yield Desk(context, product)
    context.close()
