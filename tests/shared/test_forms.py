"""Forms in KERN's markup, and the field that picks things by typing."""

import re

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from geleit.shared.forms import (
    ChipsCheckbox,
    ChipsRadio,
    DateField,
    KernBoundField,
    Pick,
    PickField,
    TimeField,
)
from tests.shared.preview import labels, search

OLENA = "11"


class PersonForm(forms.Form):
    name = forms.CharField(label="Name", help_text="Rufname")
    note = forms.CharField(label="Notiz", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Art", choices=[("a", "A"), ("b", "B")])
    born = DateField(label="Geboren", required=False)
    at = TimeField(label="Um", required=False)
    how = forms.ChoiceField(label="Wie", widget=ChipsRadio, choices=[("a", "A"), ("b", "B")])
    topics = forms.MultipleChoiceField(
        label="Themen", widget=ChipsCheckbox, choices=[("a", "A")], required=False
    )
    agreed = forms.BooleanField(label="Einverstanden", required=False)


def tag_of(html: str, name: str) -> str:
    """The opening tag of the field with this name."""
    found = re.search(rf'<(?:input|textarea|select)[^>]*name="{name}"[^>]*>', html)
    assert found is not None
    return found.group()


def test_every_form_of_the_project_uses_the_kern_field():
    assert type(PersonForm()["name"]) is KernBoundField


def test_label_hint_and_error_are_tied_to_the_field():
    html = str(PersonForm({}))
    field = tag_of(html, "name")

    assert '<label class="kern-label" for="id_name">Name</label>' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in field
    assert 'aria-invalid="true"' in field
    assert 'class="kern-form-input__input kern-form-input__input--error"' in field
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_summary_leads_to_each_field_in_error():
    html = str(PersonForm({}))

    targets = re.findall(r'<li><a href="#([^"]+)"', html)

    assert targets == ["id_name", "id_kind", "id_how_0"]
    for target in targets:
        assert f'id="{target}"' in html


def test_only_what_may_stay_empty_says_so():
    class Sparse(PersonForm):
        mark_optional = False

    with translation.override("de"):
        marked = re.findall(
            r"<(?:label|legend)[^>]*>([^<]+) <span class=\"kern-label__optional\">",
            str(PersonForm()),
        )
        unmarked = "kern-label__optional" in str(Sparse())

    assert marked == ["Notiz", "Geboren", "Um", "Themen"]
    assert unmarked is False


def test_dates_and_times_are_shown_to_the_browser_in_its_own_form():
    with translation.override("de"):
        form = PersonForm(
            initial={"born": forms.DateField().to_python("2026-11-25"), "at": "09:05"}
        )
        html = str(form)

    assert 'type="date"' in tag_of(html, "born")
    assert 'value="2026-11-25"' in tag_of(html, "born")
    assert 'value="09:05"' in tag_of(html, "at")


def test_a_date_typed_the_german_way_is_understood():
    with translation.override("de"):
        assert DateField().clean("1.2.1990").isoformat() == "1990-02-01"


def test_chips_are_real_radio_buttons_in_a_named_group():
    html = str(PersonForm(initial={"how": "b"})["how"].as_field_group())

    assert (
        re.findall(r'<input type="radio" name="how" value="(\w)"( [^>]*checked)?', html)[1][0]
        == "b"
    )
    assert "<fieldset" in html
    assert '<legend class="kern-label">Wie</legend>' in html
    assert "aria-invalid" not in str(PersonForm({})["how"].as_field_group())


@pytest.fixture
def field():
    return PickField(url="/treffer", search=search, labels=labels)


def sent(field, query):
    data = QueryDict(query)
    return field.clean(field.widget.value_from_datadict(data, {}, "who"))


def test_pick_is_cleaned_to_its_value(field):
    assert sent(field, f"who={OLENA}&who_text=Olena+Kovalenko") == OLENA


def test_several_picks_are_cleaned_to_a_list_without_doubles():
    field = PickField(url="/treffer", search=search, labels=labels, multiple=True)

    assert sent(field, "who=11&who=13&who=11") == ["11", "13"]


def test_typed_text_alone_finds_the_only_hit(field):
    assert sent(field, "who=&who_text=Rahimi") == "13"


def test_text_changed_after_the_pick_counts_and_not_the_old_pick(field):
    assert sent(field, f"who={OLENA}&who_text=Rahimi") == "13"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("who_text=Olena", "several"),
        ("who_text=Niemand", "nothing"),
        ("who=99", "gone"),
        ("", "required"),
    ],
)
def test_what_cannot_be_picked_is_told(field, query, code):
    with pytest.raises(forms.ValidationError) as refusal:
        sent(field, query)

    assert refusal.value.code == code


def test_several_hits_are_offered_as_radio_buttons(field):
    class Who(forms.Form):
        def __init__(self, *args):
            super().__init__(*args)
            self.fields["who"] = PickField(url="/treffer", search=search, labels=labels)

    html = str(Who(QueryDict("who_text=Olena")))

    assert re.findall(r'<input type="radio" name="who" value="(\d+)">', html) == ["11", "12"]


def test_picked_labels_are_escaped():
    pick = Pick("1", "<b>Ali</b>")
    field = PickField(url="/t", search=lambda text: [], labels=lambda values: [pick], multiple=True)

    html = field.widget.render("who", ["1"], {"id": "who"})

    assert "&lt;b&gt;Ali&lt;/b&gt;" in html
    assert "<b>Ali" not in html
