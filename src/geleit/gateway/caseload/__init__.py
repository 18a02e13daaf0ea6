"""Understanding a caseload kept in a spreadsheet (German: Übernahme einer Fallliste).

Reads XLSX and CSV, finds the list in it, says what each column means and turns each line into
plain values or into reasons why a cell cannot be read. Writes nothing and asks no database:
taking the rows over is an action of somebody else.

The doors: `rows.read_caseload` (file → `Caseload`), `headings.Mapping` (what the columns mean, as
JSON), `marking.write_marked_copy` (the file again, with the reasons beside the cells). Every file
that cannot be used raises a `refusals.Refusal` whose message is a German sentence for the screen.
"""
