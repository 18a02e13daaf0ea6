"""Taking over a caseload: from the rows read to people in the files (German: Übernahme).

`planning.plan_takeover` says what would happen, without writing; `gateway.actions.take_over` does it. Running the
same file again finds everybody and changes nothing.
"""
