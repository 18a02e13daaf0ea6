"""A browser reduced to what a measurement needs: one connection that stays open, cookies, no redirects followed."""

import http.client
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from benchmarks.pages import Desk, Request

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Cookies:
    """Names of the cookies the server under test uses."""

    session: str
    csrf: str

    def header(self, desk: Desk) -> str:
        return f"{self.session}={desk.session}; {self.csrf}={desk.csrf}"


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many milliseconds the last byte was there."""

    status: int
    size: int
    milliseconds: float
    text: str


class Browser:
    """Sends one request after the other as the person at this desk."""

    def __init__(self, port: int, cookies: Cookies, desk: Desk) -> None:
        self.desk = desk
        self._headers = {"Cookie": cookies.header(desk), "Accept-Language": "de"}
        self._connection = http.client.HTTPConnection(HOST, port, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def send(self, request: Request) -> Answer:
        headers = dict(self._headers)
        if request.form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self._connection.request(request.method, request.address, request.body, headers)
        response = self._connection.getresponse()
        content = response.read()
        passed = (time.perf_counter() - began) * 1000
        return Answer(response.status, len(content), passed, content.decode("utf-8", "replace"))
