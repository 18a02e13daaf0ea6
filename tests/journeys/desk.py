"""A browser window of somebody at work, and what can be said against the page it shows."""

import itertools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Page
from tools import catalogues

from tests.journeys.product import PROJECT, Product

AXE = (PROJECT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
# Answers a form gives on purpose; the browser notes them as errors all the same.
EXPECTED = re.compile(r"the server responded with a status of (409|422)")

# Colours that are still on their way to others have no contrast of their own.
_VIOLATIONS = """async (only) => {
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  const {violations} = await axe.run(document, {resultTypes: ["violations"], runOnly: only, preload: false});
  return violations.map(({id, help, nodes}) =>
    `${id}: ${help}: ${nodes.slice(0, 3).map(({html}) => html.slice(0, 200)).join(" | ")}`);
}"""

_LOOK = """() => {
  const shown = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.checkVisibility());
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, noscript, [lang=en]")) texts.push(walker.currentNode.data);
  }
  for (const name of ["placeholder", "aria-label", "title", "alt", "data-label"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) texts.push(one.getAttribute(name));
  }
  for (const one of document.querySelectorAll("#texts")) texts.push(...Object.values(one.dataset));
  const wide = document.documentElement.scrollWidth - innerWidth;
  const guilty = wide <= 0 ? [] : [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && one.checkVisibility())
    .slice(-3).map((one) => one.outerHTML.slice(0, 160));
  const covered = [];
  for (const menu of document.querySelectorAll("main details[data-menu]")) {
    menu.open = true;
    menu.querySelector(".menu__list").scrollIntoView({block: "center"});
    for (const entry of menu.querySelectorAll("a, button")) {
      const {left, top, width, height} = entry.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!entry.contains(hit)) covered.push(entry.innerText);
    }
    menu.open = false;
  }
  return {
    covered,
    language: document.documentElement.lang,
    title: document.title,
    levels: shown.map((one) => Number(one.tagName[1])),
    texts: texts.map((text) => text.trim().replace(/\\s+/g, " ")).filter(Boolean),
    wide, guilty,
  };
}"""


class Desk:
    """A window signed in as somebody, or as nobody; remembers what its console complained about."""

    def __init__(self, context: BrowserContext, product: Product) -> None:
        self.context, self.product = context, product
        self.complaints: list[str] = []
        self._is_deaf = False
        self.page = self.new_page()

    def new_page(self) -> Page:
        """One more tab of the same window."""
        page = self.context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        """Note errors of the page; what has no address comes from axe, which sets styles of its own."""
        address = message.location.get("url")
        if (
            message.type == "error"
            and address
            and not (self._is_deaf or EXPECTED.search(message.text))
        ):
            self.complaints.append(f"{message.text} ({address})")

    @contextmanager
    def deaf(self) -> Iterator[None]:
        """Inside, the console may say what it likes: what happens there is meant to fail."""
        self._is_deaf = True
        yield
        self._is_deaf = False

    def open(self, path: str) -> Page:
        """Open a page; where the product asks who is there once more, say so."""
        self.page.goto(f"{self.product.url}{path}")
        if "/konto/reauthenticate/" in self.page.url and "/konto/reauthenticate/" not in path:
            self.page.fill("input[name=password]", next(iter(self.product.logins.values()))[1])
            self.page.locator("main form button.kern-btn--primary").click()
            self.page.wait_for_url(lambda url: "/konto/reauthenticate/" not in url)
        return self.page

    def violations(self, *rules: str) -> list[str]:
        """What axe finds on the present page, a line each; by default everything up to WCAG 2.2 AA."""
        only = (
            {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": RULES}
        )
        self.page.evaluate(AXE)
        return [str(line) for line in self.page.evaluate(_VIOLATIONS, only)]

    def faults(self) -> list[str]:
        """What is wrong with the present page at its present width, apart from what axe finds."""
        seen = self.page.evaluate(_LOOK)
        return [
            *([] if seen["language"] == "de" else [f"language: {seen['language']}"]),
            *([] if seen["title"] else ["no title"]),
            *_faulty_headings(seen["levels"]),
            *([f"{seen['wide']} px too wide: {seen['guilty']}"] if seen["wide"] > 0 else []),
            *(f"entry of a menu out of reach: {entry}" for entry in seen["covered"]),
            *(f"English: {text}" for text in seen["texts"] if text in english_texts()),
        ]


def _faulty_headings(levels: list[int]) -> list[str]:
    steps = itertools.pairwise(levels)
    skipped = [f"heading h{after} after h{before}" for before, after in steps if after > before + 1]
    ones = levels.count(1)
    return skipped + ([] if ones == 1 else [f"{ones} headings of the first level"])


@cache
def english_texts() -> frozenset[str]:
    """Source texts that read otherwise in German: none of them may stand on a German page."""
    texts = {
        text for domain in catalogues.domains() for (_, text), _ in catalogues.texts_of(domain)
    }
    german = {
        str(message.string if isinstance(message.string, str) else message.string[0])
        for domain in catalogues.domains()
        for message in catalogues.read(domain)
    }
    words = {"Save", "Search", "Cancel", "Password", "Sign in", "Change", "Remove", "not stated"}
    return frozenset((texts | words) - german)


def take_picture(page: Page, name: str) -> None:
    """Keep a picture in the folder GELEIT_SHOTS names, to look at; without it nothing happens."""
    if folder := os.environ.get("GELEIT_SHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        page.screenshot(path=Path(folder, f"{name}.png"), full_page=True)


def settle(page: Page) -> None:
    """Wait until the page has fetched what it fetches by itself."""
    page.wait_for_load_state("networkidle")
