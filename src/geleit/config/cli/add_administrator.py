"""`geleit add-administrator`: the first account of a new installation, from which all others are invited."""

import click

from geleit.config.cli.surroundings import installation
from geleit.runtime.refusal import Refusal


@click.command("add-administrator")
@click.option(
    "--organisation",
    required=True,
    metavar="KURZNAME",
    help="Organisation, z. B. landkreis-waldshut.",
)
@click.option("--email", required=True, metavar="ADRESSE", help="E-Mail-Adresse der Person.")
@click.option("--name", required=True, metavar="NAME", help="Vor- und Nachname.")
def command(organisation: str, email: str, name: str) -> None:
    """Das erste Verwaltungskonto einer Organisation eröffnen.

    Gibt die Adresse aus, unter der die Person ihr Passwort setzt; alle weiteren werden von ihr eingeladen.
    Gibt es schon eine Verwaltung, lehnt der Befehl ab.
    """
    with installation("app"):
        click.echo(_open(organisation, email, name))


def _open(slug: str, email: str, name: str) -> str:
    from django.core.exceptions import ValidationError  # noqa: PLC0415 - slow import
    from django.core.validators import validate_email  # noqa: PLC0415 - slow import
    from django.utils import timezone  # noqa: PLC0415 - slow import

    from geleit.organisations.models import Organisation  # noqa: PLC0415 - slow import
    from geleit.people.actions import accounts  # noqa: PLC0415 - slow import

    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise Refusal(f"--organisation: «{slug}» gibt es nicht.")
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal(f"--email: «{email}» ist keine E-Mail-Adresse.") from None
    try:
        return accounts.open_first_administrator(
            organisation=organisation, email=email, name=name, today=timezone.localdate()
        )
    except accounts.HasAdministrator:
        raise Refusal(
            f"{organisation.name} hat schon eine Verwaltung; sie lädt weitere Personen ein."
        ) from None
