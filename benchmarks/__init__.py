"""How fast Geleit is with a whole state's data, measured on the real server over HTTP.

`make bench` (or `python -m benchmarks`) loads the demo data of a state, starts web server and database as in
production, measures, and writes `benchmarks/results/`. `python -m benchmarks.report` makes the page
docs/reference/speed.md from the newest results.
"""
