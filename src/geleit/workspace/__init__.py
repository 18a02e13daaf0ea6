"""The staff desk (German: Arbeitsplatz): screens that span domains, such as the day page and the search.

It owns no tables. Each page is put together from the `queries` of the domains below.
"""
