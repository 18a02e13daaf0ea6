"""Rules for models that imports do not show."""

import tomllib

import pytest
from django.db import models
from django.utils import translation

from geleit.privacy.declarations import declarations
from tests.architecture.models import PROJECT, domain_of, domain_order, own_models


@pytest.mark.parametrize("model", own_models(), ids=lambda m: m._meta.label)
def test_foreign_keys_point_down_the_order_of_domains(model) -> None:
    order = domain_order()

    upward = [
        f"{model._meta.label}.{field.name}"
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and order[domain_of(field.related_model)] < order[domain_of(model)]
    ]

    assert upward == []


def test_every_model_declares_whose_data_it_holds() -> None:
    assert {d.model for d in declarations()} == set(own_models())


@pytest.mark.parametrize("model", own_models(), ids=lambda m: m._meta.label)
def test_every_model_says_what_one_row_is(model) -> None:
    assert model.__doc__ is not None
    assert not model.__doc__.startswith(f"{model.__name__}(")


def glossary() -> dict[str, dict[str, object]]:
    with (PROJECT / "docs" / "glossary.toml").open("rb") as file:
        return tomllib.load(file)


def test_every_model_stands_in_the_glossary_with_its_domain() -> None:
    entries = {(entry["owner"], entry["code"]) for entry in glossary().values()}

    assert {(domain_of(m), m.__name__) for m in own_models()} <= entries


@pytest.mark.parametrize("model", own_models(), ids=lambda m: m._meta.label)
def test_german_name_on_screen_is_the_one_in_the_glossary(model) -> None:
    entry = next(e for e in glossary().values() if e["code"] == model.__name__)

    with translation.override("de"):
        assert str(model._meta.verbose_name) == entry["de"]
