"""Tells load balancers and `geleit demo` whether this process serves."""

from collections.abc import Callable

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse

PATH = "/gesund"


class HealthMiddleware:
    """Answer `/gesund` before host checks and sign-in: 200 if the database answers, else 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return self.get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except Error:
            return HttpResponse(
                "Datenbank nicht erreichbar\n", status=503, content_type="text/plain"
            )
        return HttpResponse("ok\n", content_type="text/plain")
