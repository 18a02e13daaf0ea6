"""Every component in the browser: no accessibility violation, no word from the console."""

import os
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  return found.violations.map((violation) => [violation.id,
    violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " | " + node.failureSummary.slice(0, 300))]);
}"""


def violations(page: Any) -> list[Any]:
    page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate(RUN)
    return found


def picture(page: Any, name: str) -> None:
    """Keeps a picture where GELEIT_SHOTS says, to look at."""
    if folder := os.environ.get("GELEIT_SHOTS"):
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.screenshot(path=f"{folder}/frame-{name}.png")
        page.screenshot(path=f"{folder}/frame-{name}-full.png", full_page=True)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("path", ["/", "/datei"])
def test_page_is_accessible(preview_pages, open_page, path, width, scheme):
    page, site = open_page(preview_pages, path, width=width, scheme=scheme)
    page.wait_for_load_state("networkidle")
    heard = list(site.complaints)  # before axe, which sets styles of its own while it measures
    picture(page, f"{'desk' if path == '/' else 'file'}-{width}-{scheme}")

    assert heard == []
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
