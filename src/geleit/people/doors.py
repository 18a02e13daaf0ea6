"""Who a page is for, where that does not follow from a record: said once above the view."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponse

from geleit.people.viewer import StaffRequest

Args = ParamSpec("Args")
View = Callable[Concatenate[StaffRequest, Args], HttpResponse]


def for_teams(view: View[Args]) -> View[Args]:
    """Only for people who see clients: counsellors, team leads, substitutes. For others the page does not exist."""

    @wraps(view)
    def guarded(request: StaffRequest, *args: Args.args, **kwargs: Args.kwargs) -> HttpResponse:
        if not request.viewer.teams:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
