"""Every German sentence about a cell or a column, under a code that stays.

They stand in one table so that the marked copy, the screen and the command line say the same, and
a second language is a second table. The refusals of whole files carry theirs in `refusals`.
"""

from geleit.gateway.caseload.fields import Field

FIELD_LABELS: dict[Field, str] = {
    Field.FILE_NUMBER: "Aktenzeichen",
    Field.FULL_NAME: "Name (Vor- und Nachname)",
    Field.FAMILY_NAME: "Nachname",
    Field.GIVEN_NAME: "Vorname",
    Field.BIRTH_DATE: "Geburtsdatum",
    Field.SEX: "Geschlecht",
    Field.CITIZENSHIPS: "Staatsangehörigkeit",
    Field.LANGUAGES: "Sprachen",
    Field.INTERPRETING: "Sprachmittlung nötig",
    Field.RESIDENCE_KIND: "Aufenthaltsstatus",
    Field.RESIDENCE_VALID_UNTIL: "Aufenthalt gültig bis",
    Field.PHONE: "Telefon",
    Field.EMAIL: "E-Mail",
    Field.MUNICIPALITY: "Gemeinde",
    Field.STREET: "Straße und Hausnummer",
    Field.POSTCODE: "Postleitzahl",
    Field.ADDRESS: "Anschrift (in einer Spalte)",
    Field.HOUSING: "Wohnform",
    Field.ARRIVED_ON: "Einreise",
    Field.ALLOCATED_ON: "Einzug in die Anschlussunterbringung",
    Field.COUNSELLING_SINCE: "Beratung seit",
    Field.LAST_COUNSELLED_ON: "Letzte Beratung",
    Field.HOUSEHOLD_MEMBERS: "Weitere Personen im Haushalt",
    Field.HOUSEHOLD_REFERENCE: "Haushaltsnummer",
    Field.COUNSELLOR: "Zuständig",
    Field.REMARKS: "Bemerkung",
}

REASONS: dict[str, str] = {
    "excel_error": "Excel zeigt in dieser Zelle einen Fehler an. Bitte den Wert eintragen.",
    "not_text": "Hier wird Text erwartet.",
    "too_long": "Der Eintrag ist zu lang (höchstens {limit} Zeichen).",
    "date_unreadable": "Das ist kein Datum. Bitte so schreiben: 31.12.1990 oder nur das Jahr.",
    "date_no_such_day": "Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen.",
    "date_too_early": "Das Datum liegt vor {year}. Bitte das Jahr prüfen.",
    "date_in_future": "Das Datum liegt in der Zukunft. Bitte das Jahr prüfen.",
    "date_too_late": "Das Datum liegt zu weit in der Zukunft. Bitte das Jahr prüfen.",
    "date_time_only": "Hier steht eine Uhrzeit und kein Datum.",
    "date_year_from_serial": "Als Jahr {year} gelesen, weil Excel aus der Jahreszahl ein Datum machte.",
    "date_incomplete": "Für dieses Datum werden Tag, Monat und Jahr gebraucht.",
    "sex_unreadable": "Geschlecht nicht erkannt. Möglich sind w, m, d oder keine Angabe.",
    "name_missing": "In dieser Zeile fehlt der Name.",
    "name_unreadable": "Das ist kein Name.",
    "name_several": "Hier stehen mehrere Personen in einer Zelle. Bitte je Person eine Zeile.",
    "country_unreadable": "Staatsangehörigkeit „{word}“ nicht erkannt. Bitte den Staat nennen.",
    "country_similar": "„{word}“ als {state} gelesen.",
    "country_is_people": "„{word}“ ist keine Staatsangehörigkeit. Bitte den Staat nennen.",
    "language_unreadable": "Sprache „{word}“ nicht erkannt.",
    "interpreting_unreadable": "Nicht erkannt. Möglich sind ja, nein, teilweise oder eine Sprache.",
    "residence_unreadable": "Aufenthaltsstatus „{word}“ nicht erkannt.",
    "residence_25_2": "§ 25 Abs. 2 ohne Zusatz: als Flüchtlingseigenschaft gelesen.",
    "residence_recognised": "„{word}“ als Flüchtlingseigenschaft (§ 25 Abs. 2) gelesen.",
    "phone_unreadable": "Keine Telefonnummer erkannt.",
    "email_unreadable": "Das ist keine E-Mail-Adresse.",
    "email_several": "Mehrere E-Mail-Adressen: nur die erste wird übernommen.",
    "postcode_unreadable": "Das ist keine Postleitzahl (fünf Ziffern).",
    "place_unreadable": "Das ist keine Gemeinde.",
    "housing_unreadable": "Wohnform „{word}“ nicht erkannt.",
    "members_unreadable": "„{word}“ ist nicht als Person zu lesen. Bitte so schreiben: Ali 2012, Sara 2015.",
    "members_counted": "Nur eine Anzahl ohne Namen: Weitere Personen werden nicht angelegt.",
    "text_unreadable": "Hier steht kein lesbarer Text.",
}

GUESS_REASONS: dict[str, str] = {
    "known": "Überschrift „{heading}“ erkannt",
    "combined": "Überschriften „{heading}“ zusammen erkannt",
    "without_addition": "Überschrift „{heading}“ ohne Zusatz erkannt",
    "abbreviation": "„{heading}“ gelesen als Abkürzung von „{meant}“",
    "similar": "„{heading}“ ähnelt „{meant}“",
    "word_inside": "„{heading}“ enthält „{meant}“",
    "content": "Der Inhalt sieht so aus",
    "spans_two": "Überschrift „{heading}“ reicht über zwei Spalten",
    "left_out": "„{heading}“ wird nicht gebraucht",
    "only_counts": "„{heading}“ nennt nur eine Anzahl und wird nicht gebraucht",
    "running_number": "Laufende Nummer, wird nicht gebraucht",
    "unknown": "Überschrift „{heading}“ nicht erkannt",
    "no_heading": "Spalte ohne Überschrift",
    "taken": "„{heading}“ kommt schon aus Spalte {letter}",
    "few_readable": "{reason}; aber nur {readable} von {total} Werten passen",
    "chosen": "Von Ihnen gewählt",
}

SHEET_REASONS: dict[str, str] = {
    "read": "Liste gefunden",
    "same_headings": "Gleiche Überschriften wie „{name}“",
    "no_headings": "Keine Liste erkannt",
    "other_headings": "Andere Überschriften als „{name}“",
    "hidden": "Ausgeblendetes Blatt",
    "empty": "Leeres Blatt",
    "not_chosen": "Nicht ausgewählt",
}

SKIP_REASONS: dict[str, str] = {
    "sum_line": "Summenzeile",
    "heading_repeated": "Wiederholte Überschrift",
    "section": "Zwischenüberschrift",
    "remark_only": "Nur eine Bemerkung",
    "prepared": "Vorbereitete Zeile ohne Person",
    "nothing_mapped": "Nichts, was übernommen wird",
    "note": "Anmerkung unter der Liste",
}

HINT_HEADING = "Hinweis zur Übernahme"


def reason(code: str, **values: object) -> str:
    """Say why a cell cannot be read or which assumption was made."""
    return REASONS[code].format(**values)


def guess_reason(code: str, **values: object) -> str:
    """Say why a column was taken for what it is taken for."""
    return GUESS_REASONS[code].format(**values)
