"""Addresses of this domain's pages; included at the root, before allauth's."""

from django.urls import path

from geleit.people.web.views import (
    account,
    delegations,
    invitations,
    members,
    organisations,
    substitutions,
    teams,
    welcome,
)

app_name = "people"
urlpatterns = [
    path("konto/ich/", account.account, name="account"),
    path("konto/wach/", account.stay_signed_in, name="stay-signed-in"),
    path("konto/email/", account.not_here, name="no-addresses"),
    # Stands before allauth's «openid_connect_login», whose address this is.
    path("konto/oidc/<str:provider_id>/login/", welcome.sign_in_service),
    path("einladung/", welcome.invitation_accept, name="invitation-accept"),
    path("einladung/<str:secret>/", welcome.invitation_open, name="invitation-open"),
    path("vertretung/", substitutions.substitution_list, name="substitution-list"),
    path("vertretung/neu/", substitutions.substitution_create, name="substitution-create"),
    path(
        "vertretung/<int:pk>/beenden/",
        substitutions.substitution_cancel,
        name="substitution-cancel",
    ),
    path("verwaltung/mitglieder/", members.member_list, name="member-list"),
    path("verwaltung/mitglieder/<int:pk>/", members.member_detail, name="member-detail"),
    path("verwaltung/mitglieder/<int:pk>/rolle/", members.membership_add, name="membership-add"),
    path(
        "verwaltung/mitglieder/<int:pk>/konto/",
        members.account_deactivate,
        name="account-deactivate",
    ),
    path("verwaltung/rollen/<int:pk>/", members.membership_change, name="membership-change"),
    path("verwaltung/rollen/<int:pk>/beenden/", members.membership_end, name="membership-end"),
    path("verwaltung/einladungen/", invitations.invitation_list, name="invitation-list"),
    path("verwaltung/einladungen/neu/", invitations.invitation_create, name="invitation-create"),
    path(
        "verwaltung/einladungen/<int:pk>/erneut/",
        invitations.invitation_resend,
        name="invitation-resend",
    ),
    path(
        "verwaltung/einladungen/<int:pk>/zurueckziehen/",
        invitations.invitation_withdraw,
        name="invitation-withdraw",
    ),
    path("verwaltung/teams/", teams.team_list, name="team-list"),
    path("verwaltung/teams/neu/", teams.team_create, name="team-create"),
    path("verwaltung/teams/<int:pk>/", teams.team_rename, name="team-rename"),
    path("verwaltung/teams/<int:pk>/schliessen/", teams.team_close, name="team-close"),
    path("verwaltung/teams/<int:pk>/oeffnen/", teams.team_reopen, name="team-reopen"),
    path("verwaltung/organisationen/", organisations.organisation_tree, name="organisation-tree"),
    path(
        "verwaltung/organisationen/suche/", members.organisation_search, name="organisation-search"
    ),
    path(
        "verwaltung/organisationen/gemeinden/",
        organisations.municipality_search,
        name="municipality-search",
    ),
    path(
        "verwaltung/organisationen/<int:pk>/",
        organisations.organisation_detail,
        name="organisation-detail",
    ),
    path(
        "verwaltung/organisationen/<int:pk>/neu/",
        organisations.organisation_found,
        name="organisation-found",
    ),
    path(
        "verwaltung/organisationen/<int:pk>/aendern/",
        organisations.organisation_rename,
        name="organisation-rename",
    ),
    path(
        "verwaltung/organisationen/<int:pk>/delegation/",
        delegations.delegation_create,
        name="delegation-create",
    ),
    path(
        "verwaltung/organisationen/<int:pk>/nehmer/", delegations.agent_search, name="agent-search"
    ),
    path(
        "verwaltung/organisationen/<int:pk>/gemeinde/",
        organisations.association_join,
        name="association-join",
    ),
    path(
        "verwaltung/organisationen/<int:pk>/gemeinde/<int:municipality>/aus/",
        organisations.association_leave,
        name="association-leave",
    ),
    path(
        "verwaltung/delegationen/<int:pk>/beenden/",
        delegations.delegation_end,
        name="delegation-end",
    ),
]
