"""Forms for taking over a list."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from geleit.gateway.caseload import refusals
from geleit.gateway.caseload.fields import Field
from geleit.gateway.caseload.headings import ColumnGuess, Mapping
from geleit.gateway.caseload.limits import LIMITS, MEGABYTE
from geleit.gateway.caseload.wording import FIELD_LABELS
from geleit.organisations.models import Team
from geleit.people.viewer import Viewer
from geleit.shared.forms import FileDrop

NOT_TAKEN = ("", _("not taken over"))


class UploadForm(forms.Form):
    """A list and the team it belongs to."""

    mark_optional = False

    team = forms.ChoiceField(label=_("Team"))
    file = forms.FileField(
        label=_("List (Excel or CSV)"),
        widget=FileDrop(attrs={"accept": ".xlsx,.csv,.txt"}),
        max_length=300,
        error_messages={"empty": _("The file is empty.")},
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(t.pk): t for t in viewer.teams if t.pk in viewer.sealed_team_ids}
        field = self.fields["team"]
        field.choices = [(pk, team.name) for pk, team in self.teams.items()]  # type: ignore[attr-defined]
        if len(self.teams) == 1:
            self.initial.setdefault("team", next(iter(self.teams)))
            field.widget = forms.HiddenInput()

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > LIMITS.file_bytes:
            refusal = refusals.FileTooLarge(limit=LIMITS.file_bytes // MEGABYTE)
            raise forms.ValidationError(str(refusal))
        return file

    def team_chosen(self) -> Team:
        """The team of the valid form."""
        team: Team = self.teams[self.cleaned_data["team"]]
        return team


class ColumnsForm(forms.Form):
    """What each column means; one select a column, named `column_<index>`."""

    mark_optional = False

    def __init__(
        self, columns: tuple[ColumnGuess, ...], mapping: Mapping, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.columns, self.mapping = columns, mapping
        choices = [NOT_TAKEN, *((field.value, label) for field, label in FIELD_LABELS.items())]
        for column in columns:
            self.fields[f"column_{column.index}"] = forms.ChoiceField(
                label=column.heading or _("Column %(letter)s") % {"letter": column.letter},
                choices=choices,
                required=False,
                initial=mapping.columns.get(column.index, ""),
            )

    def rows(self) -> list[tuple[ColumnGuess, forms.BoundField]]:
        """Each column with its select."""
        return [(column, self[f"column_{column.index}"]) for column in self.columns]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        chosen = {
            column.index: Field(cleaned[f"column_{column.index}"])
            for column in self.columns
            if cleaned.get(f"column_{column.index}")
        }
        try:
            self.chosen = Mapping(
                self.mapping.sheet, chosen, self.mapping.heading_rows, self.mapping.name_order
            )
        except refusals.MappingNotUsable as refusal:
            self.add_error(None, str(refusal))
        return cleaned
