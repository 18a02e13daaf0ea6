"""Search: stored keys of households, indexes, and the function that may use them under row security."""

import django.contrib.postgres.indexes
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.functions import Upper

from geleit.clients.keys import client_keys, household_keys

# PostgreSQL asks no index with LIKE before row security has chosen the rows: LIKE is not «leakproof», its
# error messages might tell something about hidden rows. With one large team every search would then read the
# whole team. So this function searches as owner, names the teams in sight itself and returns nothing but
# numbers; the rows behind them are read under row security like all others. See docs/explanation/sight.md.
#
# wanted: [[{"text": […], "keys": […], "number": […], "born": [[from, until]], "like": […], "own": true}, …], …]
# One inner object is a term: any of its parts may fit. All terms of a list must fit. Each list adds at most
# `most` rows. `kind` is client or household.
FUNCTION = r"""
CREATE FUNCTION clients_found(kind text, wanted jsonb, most integer DEFAULT NULL) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
SET pg_trgm.word_similarity_threshold = 0.5
AS $$
DECLARE
    source text := CASE kind WHEN 'client' THEN 'clients_client' WHEN 'household' THEN 'clients_household' END;
    number_column text := CASE kind WHEN 'client' THEN 'file_number' ELSE 'reference' END;
    teams bigint[] := sight_ids('teams');
    sight text;
    terms jsonb;
    term jsonb;
    parts text;
    conditions text;
    found text;
BEGIN
    IF source IS NULL THEN
        RAISE EXCEPTION 'clients_found searches client or household';
    END IF;
    IF cardinality(teams) = 1 THEN
        sight := format('team_id = %L', teams[1]);
    ELSE
        sight := format('team_id = ANY (%L::bigint[])', teams);
    END IF;
    FOR terms IN SELECT jsonb_array_elements(wanted) LOOP
        conditions := sight;
        FOR term IN SELECT jsonb_array_elements(terms) LOOP
            SELECT string_agg(part, ' OR ') INTO parts FROM (
                SELECT format('search_text LIKE %L', v) FROM jsonb_array_elements_text(term -> 'text') v
                UNION ALL
                SELECT format('search_keys LIKE %L', v) FROM jsonb_array_elements_text(term -> 'keys') v
                UNION ALL
                SELECT format('upper(%I) LIKE %L', number_column, v)
                FROM jsonb_array_elements_text(term -> 'number') v
                UNION ALL
                SELECT format('birth_date BETWEEN %L AND %L', v ->> 0, v ->> 1)
                FROM jsonb_array_elements(term -> 'born') v
                UNION ALL
                SELECT format('%L <%% search_text', v) FROM jsonb_array_elements_text(term -> 'like') v
                UNION ALL
                SELECT format('counsellor_id = %L', sight_account()) WHERE (term -> 'own')::boolean
            ) AS p (part);
            conditions := format('%s AND (%s)', conditions, coalesce(parts, 'false'));
        END LOOP;
        found := concat_ws(' UNION ', found, format('(SELECT id FROM %I WHERE %s LIMIT %L)', source, conditions, most));
    END LOOP;
    IF found IS NOT NULL THEN
        RETURN QUERY EXECUTE found;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION clients_found(text, jsonb, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clients_found(text, jsonb, integer) TO geleit_app;
"""


def fill_keys(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for household in apps.get_model("clients", "Household").objects.iterator():
        for column, value in household_keys(name=household.name).items():
            setattr(household, column, value)
        household.save(update_fields=["search_text", "search_keys"])
    for client in apps.get_model("clients", "Client").objects.iterator():
        keys = client_keys(
            given_name=client.given_name,
            family_name=client.family_name,
            also_known_as=client.also_known_as,
            phone=client.phone,
        )
        for column, value in keys.items():
            setattr(client, column, value)
        client.save(update_fields=list(keys))


def trigrams(column: str, name: str) -> django.contrib.postgres.indexes.GinIndex:
    return django.contrib.postgres.indexes.GinIndex(
        django.contrib.postgres.indexes.OpClass(models.F(column), name="gin_trgm_ops"), name=name
    )


def beginnings(column: str, name: str) -> models.Index:
    return models.Index(
        django.contrib.postgres.indexes.OpClass(Upper(column), name="text_pattern_ops"), name=name
    )


class Migration(migrations.Migration):
    dependencies = [("clients", "0002_sight")]

    operations = [
        migrations.AddField("household", "search_text", models.TextField(default="", editable=False)),
        migrations.AddField("household", "search_keys", models.TextField(default="", editable=False)),
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
        migrations.AddIndex("household", beginnings("reference", "household_reference_search")),
        migrations.AddIndex("household", trigrams("search_text", "household_search_text")),
        migrations.AddIndex("household", trigrams("search_keys", "household_search_keys")),
        migrations.AddIndex("client", beginnings("file_number", "client_file_search")),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION clients_found(text, jsonb, integer)"),
    ]
