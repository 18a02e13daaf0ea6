"""Django forms in KERN's markup: renderer, bound field, and the widgets and fields KERN knows.

Nothing has to be asked for: with `FORM_RENDERER` set to `KernFormRenderer` every form of the
project, allauth's too, comes out with labels, hints, errors and the right ARIA attributes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import BaseRenderer, TemplatesSetting
from django.forms.utils import flatatt
from django.utils.datastructures import MultiValueDict
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _


class KernBoundField(BoundField):
    """A field as the page shows it: knows its KERN shape and its ARIA attributes."""

    @property
    def kind(self) -> str:
        """Which markup surrounds the widget: check, group, select, combobox, file or input."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxInput):
            return "check"
        if isinstance(widget, Combobox):
            return "combobox"
        if widget.use_fieldset:
            return "group"
        if isinstance(widget, forms.Select):
            return "select"
        return "file" if isinstance(widget, forms.FileInput) else "input"

    @property
    def is_marked_optional(self) -> bool:
        """Say "optional"? Not for a lone checkbox, nor in a form where nearly all is optional."""
        if self.field.required or self.kind == "check":
            return False
        return bool(getattr(self.form, "mark_optional", True))

    @property
    def error_target(self) -> str:
        """The id of the element an error in the summary leads to: the first input of the field."""
        if isinstance(self.field.widget, forms.RadioSelect):
            return f"{self.auto_id}_0"
        return self.id_for_label or self.auto_id

    def build_widget_attrs(
        self, attrs: Mapping[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        built: dict[str, Any] = super().build_widget_attrs(dict(attrs), widget)
        used = widget or self.field.widget
        if kern := self._kern_class(used):
            built["class"] = f"{used.attrs.get('class', '')} {kern}".strip()
        if isinstance(used, forms.RadioSelect):
            built.pop("aria-invalid", None)  # not allowed on a single radio; the group is described
        if str(used.attrs.get("placeholder")) == str(self.label):
            built["placeholder"] = False  # allauth repeats the label inside the field
        return built

    def _kern_class(self, widget: forms.Widget) -> str:
        base = {
            "check": "kern-form-check__checkbox",
            "select": "kern-form-input__select",
            "input": "kern-form-input__input",
            "combobox": "kern-form-input__input",
            "file": "kern-form-input__input",
        }.get(self.kind)
        if isinstance(widget, ChipsRadio | ChipsCheckbox):
            return ""
        if base is None:
            # Django derives the group of checkboxes from the radio group, hence this order.
            several = isinstance(widget, forms.CheckboxSelectMultiple)
            base = "kern-form-check__checkbox" if several else "kern-form-check__radio"
        return f"{base} {base}--error" if self.errors else base


class KernFormRenderer(TemplatesSetting):
    """Renders forms with the templates of `shared/forms`, widgets with Django's or our own."""

    form_template_name = "shared/forms/form.html"
    field_template_name = "shared/forms/field.html"
    bound_field_class = KernBoundField


class DateInput(forms.DateInput):
    """The browser's own calendar; what it sends and shows to us is the ISO form."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        example = _("Day, month and year, for example 24.12.2026")
        super().__init__(attrs={"title": example, **(attrs or {})}, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own clock, in steps of five minutes unless told otherwise."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"step": "300", **(attrs or {})}, format="%H:%M")


class ChipsRadio(forms.RadioSelect):
    """One of a few short choices, drawn as pills; real radio buttons underneath."""

    template_name = "shared/forms/chips.html"


class ChipsCheckbox(forms.CheckboxSelectMultiple):
    """Some of a few short choices, drawn as pills; real checkboxes underneath."""

    template_name = "shared/forms/chips.html"


class LongSelect(forms.Select):
    """A select of many plain options, written at once: Django takes a template's time for each of them."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: Mapping[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        chosen = "" if value is None else str(value)
        options = "".join(
            f'<option value="{escape(code)}"{" selected" if str(code) == chosen else ""}>'
            f"{escape(label)}</option>"
            for code, label in self.choices
        )
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        # Every code and label is escaped above, the attributes by `flatatt`.
        return mark_safe(f"<select{flatatt(given)}>{options}</select>")  # noqa: S308


class FileDrop(forms.FileInput):
    """A file field a file can be dropped on; the browser does that, a script only shows it."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"data-file-drop": True, **(attrs or {})})


class DateField(forms.DateField):
    widget = DateInput


class TimeField(forms.TimeField):
    widget = TimeInput


class Pick(NamedTuple):
    """One thing that can be picked in a combobox, or one hit of a search."""

    value: str
    label: str
    detail: str = ""
    url: str = ""


class Picked(NamedTuple):
    """What a combobox sent: the values picked, and the text still standing in the search box."""

    values: list[str]
    text: str


class Combobox(forms.Widget):
    """Search box with a list of hits below. Without JavaScript the form itself is the search:
    the typed text is sent, and the answer offers the hits as plain radio buttons or checkboxes."""

    template_name = "shared/forms/combobox.html"

    def __init__(
        self, url: str, *, multiple: bool = False, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(attrs)
        self.url = url
        self.multiple = multiple
        self.labels: Callable[[Sequence[str]], Sequence[Pick]] = lambda values: []
        self.candidates: Sequence[Pick] = ()

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> Picked:
        values = data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name, [])
        values = [values] if isinstance(values, str) else [str(value) for value in values]
        text = str(data.get(f"{name}_text", "")).strip()
        return Picked([value for value in values if value], text)

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        return name not in data and f"{name}_text" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, None, attrs)
        picked = value if isinstance(value, Picked) else Picked(_as_values(value), "")
        picks = self.labels(picked.values) if picked.values else []
        text = picked.text
        if not self.multiple and picks and not text:
            text = picks[0].label
        context["widget"].update(
            url=self.url, multiple=self.multiple, picks=picks, text=text, candidates=self.candidates
        )
        return context


def _as_values(value: Any) -> list[str]:
    if value in (None, ""):
        return []
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [str(value)]
    return [str(item) for item in value]


class PickField(forms.Field):
    """A thing too numerous for a select, found by typing. Cleans to its value, or to a list of
    values with `multiple=True`. `search` and `labels` see only what the viewer may see, so a
    value out of sight is an error like one that does not exist."""

    default_error_messages = {
        "nothing": _("Nothing was found for “%(text)s”. Check the spelling."),
        "several": _("Several entries match “%(text)s”. Please choose below."),
        "gone": _("This entry can no longer be chosen. Please search again."),
    }

    def __init__(
        self,
        *,
        url: str,
        search: Callable[[str], Sequence[Pick]],
        labels: Callable[[Sequence[str]], Sequence[Pick]],
        multiple: bool = False,
        **kwargs: Any,
    ) -> None:
        widget = kwargs.pop("widget", None) or Combobox(url, multiple=multiple)
        super().__init__(widget=widget, **kwargs)
        self.search = search
        self.labels = labels
        self.multiple = multiple
        self.widget.labels = labels

    def clean(self, value: Any) -> Any:
        picked = value if isinstance(value, Picked) else Picked(_as_values(value), "")
        known = {pick.value: pick for pick in self.labels(picked.values)} if picked.values else {}
        if any(value not in known for value in picked.values):
            raise ValidationError(self.error_messages["gone"], code="gone")
        values = picked.values
        if picked.text and (self.multiple or not self._is_label(picked, known)):
            found = self._resolve(picked.text)
            values = [*values, found] if self.multiple else [found]
        if not values and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        unique = list(dict.fromkeys(values))
        return unique if self.multiple else (unique[0] if unique else "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        sent = data.values if isinstance(data, Picked) else _as_values(data)
        return _as_values(initial) != sent

    @staticmethod
    def _is_label(picked: Picked, known: Mapping[str, Pick]) -> bool:
        return bool(picked.values) and known[picked.values[0]].label == picked.text

    def _resolve(self, text: str) -> str:
        hits = self.search(text)
        if len(hits) == 1:
            return hits[0].value
        if not hits:
            raise ValidationError(
                self.error_messages["nothing"], code="nothing", params={"text": text}
            )
        self.widget.candidates = hits
        raise ValidationError(self.error_messages["several"], code="several", params={"text": text})
