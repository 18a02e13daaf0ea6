"""The state, its granting authority, 44 counties, 1,101 municipalities and 2 uninhabited areas."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from geleit.organisations import reference


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    organisation = apps.get_model("organisations", "Organisation")
    state = organisation.objects.create(
        kind="state", name="Land Baden-Württemberg", slug="baden-wuerttemberg", ags="08", nuts="DE1"
    )
    organisation.objects.create(
        kind="granting_authority", name="Regierungspräsidium Stuttgart", slug="rp-stuttgart", parent=state
    )
    counties = {
        county.ags: organisation.objects.create(
            kind="county", name=county.name, slug=county.slug, parent=state, ags=county.ags, nuts=county.nuts,
            county_kind="city" if county.is_city else "rural",
        )
        for county in reference.counties()
    }
    organisation.objects.bulk_create(
        organisation(
            kind="municipality", name=place.name, slug=place.slug, parent=counties[place.county_ags],
            ags=place.ags, nuts=counties[place.county_ags].nuts, is_inhabited=place.is_inhabited,
        )
        for place in reference.municipalities()
    )


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
