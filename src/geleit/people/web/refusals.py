"""What people read when an action refuses, and who may open the pages of administration."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _

from geleit.organisations.actions import delegations, tree
from geleit.people.actions import accounts, invitations, memberships, substitutions, teams
from geleit.people.viewer import StaffRequest

WORDS: dict[type[Exception], Any] = {
    accounts.CountsElsewhere: _(
        "This person also works for an organisation outside your tree. End the roles here instead."
    ),
    delegations.AlreadyDelegated: _("This organisation already takes over in that time."),
    delegations.EndsBeforeStart: _("The end must lie after the beginning."),
    delegations.SharesExceedWhole: _(
        "Together with what is agreed already this would be more than 100 per cent."
    ),
    invitations.AlreadyInvited: _(
        "There is an open invitation to this address for the same role. Send that one again."
    ),
    invitations.HasAccount: _("There is an account with this address. Please sign in with it."),
    invitations.InvitationGone: _("This invitation can no longer be used."),
    memberships.AlreadyMember: _("This person has this role here in that time already."),
    memberships.EndsBeforeStart: _("The end must lie after the beginning and not in the past."),
    memberships.ImpossibleAssignment: _(
        "This role does not go with this organisation or team. Counsellors and team leads need a "
        "team, all others have none."
    ),
    memberships.NeedsSecondFactor: _(
        "Only somebody with a second factor can become administrator. Ask the person to set one up "
        "first."
    ),
    substitutions.AlreadyArranged: _("This is arranged already for a part of that time."),
    substitutions.BadPeriod: _(
        "The substitution must not begin in the past and must not end before it begins. It lasts at "
        "most a year."
    ),
    substitutions.CannotSubstitute: _(
        "Only another counsellor of the same carrier can stand in from that day."
    ),
    substitutions.NotACounsellorHere: _("This person does not counsel in this team on that day."),
    teams.TeamInUse: _("Somebody still works in this team. End or change their roles first."),
    teams.TeamNameTaken: _("This organisation already has a team of that name."),
    tree.NameTaken: _("There is already an organisation of that name here."),
    tree.NotAMunicipality: _("Only municipalities can join an association."),
}


@contextmanager
def refusals_shown_in(form: forms.Form) -> Iterator[None]:
    """Turn what an action refuses into an error of the form; the form is invalid afterwards."""
    try:
        yield
    except tuple(WORDS) as error:
        form.add_error(None, WORDS[type(error)])


def administrators_only(
    view: Callable[..., HttpResponse],
) -> Callable[..., HttpResponse]:
    """For everybody else the page does not exist."""

    @wraps(view)
    def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.viewer.administers:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
