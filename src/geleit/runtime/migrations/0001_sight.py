"""The two functions every policy asks, and the cache table that rate limits are counted in."""

from django.db import migrations

SIGHT = """
CREATE FUNCTION sight_ids(setting text) RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(nullif(current_setting('geleit.' || setting, true), ''), '{}')::bigint[] $$;
CREATE FUNCTION sight_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(nullif(current_setting('geleit.account', true), ''), '0')::bigint $$;
"""

CACHE = """
CREATE TABLE runtime_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX runtime_cache_expires ON runtime_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = []

    operations = [
        migrations.RunSQL(SIGHT, "DROP FUNCTION sight_ids(text); DROP FUNCTION sight_account();"),
        migrations.RunSQL(CACHE, "DROP TABLE runtime_cache"),
    ]
