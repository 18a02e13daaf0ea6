"""One's own account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from geleit.people.choices import Theme
from geleit.people.models import Account


class AccountForm(forms.Form):
    """How one is named, in which language and colours pages appear."""

    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=Account._meta.get_field("language").choices or [],
        widget=forms.RadioSelect,
    )
    theme = forms.ChoiceField(
        label=_("Appearance"), choices=Theme.choices, widget=forms.RadioSelect
    )
