"""A real browser before this very process: pages are served by a thread that shares the test's transaction."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from threading import Lock, Thread
from typing import Any, TypeVar
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connections
from playwright.sync_api import Page, sync_playwright

Result = TypeVar("Result")
PATIENCE = 10_000  # milliseconds
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Server(ThreadingMixIn, WSGIServer):
    """Threads, because browsers open connections ahead of need and would block a lone one."""

    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Keep the output of the tests clean."""


@contextmanager
def serving() -> Iterator[str]:
    """The address at which pages are served; «localhost», because passkeys belong to a name.

    One request at a time: all of them and the test share one connection and its transaction.
    """
    application = StaticFilesHandler(get_wsgi_application())
    shared, turn = connections["default"], Lock()
    shared.inc_thread_sharing()

    def one_at_a_time(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        with turn:
            connections["default"] = shared
            answer = application(environ, start_response)
            try:
                return list(answer)
            finally:
                answer.close()

    # As Django's own test client does: between requests the connection stays, it holds the transaction.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    server = make_server("localhost", 0, one_at_a_time, Server, QuietHandler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        with turn:
            server.server_close()
        shared.dec_thread_sharing()
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def in_browser(work: Callable[[Page], Result]) -> Result:
    """Run the work with a page of a fresh German browser; it has a thread of its own for Playwright's loop."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(_with_page, work).result()


def add_authenticator(page: Page) -> None:
    """Plug in a device that keeps passkeys and whose owner always agrees."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def _with_page(work: Callable[[Page], Result]) -> Result:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Browser tests need Chromium (Debian: apt-get install chromium)."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            context = browser.new_context(locale="de-DE")
            context.set_default_timeout(PATIENCE)
            return work(context.new_page())
        finally:
            browser.close()
