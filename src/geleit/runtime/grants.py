"""What the application's database roles may do, laid down anew after every migration.

`geleit_app` works with rows but owns nothing; tables listed as append-only it may only read and add to.
`geleit_statistics` reads the views made for it and nothing else.
"""

from django.apps import apps
from django.db import connection

from geleit.runtime.row_security import APP_ROLE, STATISTICS_ROLE


def append_only_tables() -> set[str]:
    """Tables whose rows the application may never change or delete; models say so by `append_only = True`."""
    return {m._meta.db_table for m in apps.get_models() if getattr(m, "append_only", False)}


def statistics_views() -> set[str]:
    """Views the statistics role may read; models over views say so by `for_statistics = True`."""
    return {m._meta.db_table for m in apps.get_models() if getattr(m, "for_statistics", False)}


def apply() -> None:
    """Grant each role what it needs and take everything else. Run as owner; repeatable."""
    statements = [
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}, {STATISTICS_ROLE}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}",
        f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APP_ROLE}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {STATISTICS_ROLE}",
    ]
    statements += [
        f"REVOKE UPDATE, DELETE ON {t} FROM {APP_ROLE}" for t in sorted(append_only_tables())
    ]
    for view in sorted(statistics_views()):
        statements += [
            f"REVOKE INSERT, UPDATE, DELETE ON {view} FROM {APP_ROLE}",
            f"GRANT SELECT ON {view} TO {STATISTICS_ROLE}",
        ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
