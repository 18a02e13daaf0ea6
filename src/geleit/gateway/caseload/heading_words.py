"""What people write above the columns of a caseload. Compared folded: case, umlauts, dots, blanks do not count."""

from geleit.gateway.caseload.fields import Field, NameOrder
from geleit.gateway.caseload.text import fold, words_of

_HEADINGS: dict[Field, str] = {
    Field.FILE_NUMBER: """
        Aktenzeichen|AZ|Akten-Nr.|Aktennummer|Akte|Aktennr|Fallnummer|Fall-Nr.|Fall-ID|
        Klientennummer|Klienten-Nr.|Klienten-ID|Kundennummer|Personennummer|Personen-ID|Nr.|
        Nummer|ID|No.|Kennung|IM-Nummer|Datensatznummer|file number|case number|case id|
        client id
    """,
    Field.FAMILY_NAME: """
        Nachname|Familienname|Zuname|Nachn.|Fam.name|Name (Nachname)|Nachname(n)|surname|
        last name|family name
    """,
    Field.GIVEN_NAME: """
        Vorname|Vornamen|Vorname(n)|Vorn.|Rufname|first name|given name|forename
    """,
    Field.BIRTH_DATE: """
        Geburtsdatum|Geb.-Datum|Geb.Datum|Geb.dat.|Geb.|geb. am|geboren|geboren am|Geburtstag|
        Geburtsjahr|GebDat|Geb.-Tag|Geb.-Jahr|Geburtsdat.|Jahrgang|G-Datum|GD|Gebdatum|Geburt|
        date of birth|birth date|birthdate|dob|born
    """,
    Field.SEX: """
        Geschlecht|Geschl.|m/w|m/w/d|w/m|w/m/d|Sex|gender|männl./weibl.|männlich/weiblich
    """,
    Field.CITIZENSHIPS: """
        Staatsangehörigkeit|Staatsangehörigkeiten|Staatsang.|Staatsangeh.|STA|StA.|StAng|
        Nationalität|Nationalitäten|Nat.|Herkunftsland|Herkunft|Land|Heimatland|Staat|
        Staatsbürgerschaft|Nation|Herkunftsstaat|2. Staatsangehörigkeit|
        weitere Staatsangehörigkeit|Pass|citizenship|nationality|country|country of origin
    """,
    Field.LANGUAGES: """
        Sprache|Sprachen|Muttersprache|Muttersprachen|Erstsprache|Herkunftssprache|
        Beratungssprache|weitere Sprachen|spricht|Sprachkenntnisse|Verständigungssprache|
        Familiensprache|language|languages|mother tongue
    """,
    Field.INTERPRETING: """
        Dolmetscher|Dolmetscher nötig|Dolmetscher/in|Dolmetscherbedarf|Sprachmittlung|
        Sprachmittlung nötig|Sprachmittler|Sprachmittlungsbedarf|Dolmetschen|Übersetzung|
        Übersetzer|Dolm.|Bedarf Dolmetscher|Dolmetscher erforderlich|Dolmetscher ja/nein|
        interpreter|interpreting
    """,
    Field.RESIDENCE_KIND: """
        Aufenthaltsstatus|Aufenthaltstitel|Aufenthalt|Aufenth.status|Aufenthaltsst.|
        Aufenth.-Titel|Status|Titel|Aufenthaltsrecht|aufenthaltsrechtlicher Status|
        ausländerrechtlicher Status|Rechtsstatus|Asylstatus|Paragraph|§|Aufenthaltspapier|
        Ausweisart|residence status|legal status|residence permit
    """,
    Field.RESIDENCE_VALID_UNTIL: """
        gültig bis|Aufenthalt bis|Titel gültig bis|Aufenthaltstitel gültig bis|
        Aufenthaltstitel bis|befristet bis|Status gültig bis|Status bis|Gültigkeit|Ablauf|
        Ablaufdatum|AT gültig bis|AT bis|AE bis|AE gültig bis|Duldung bis|Gestattung bis|
        läuft ab|Ausweis gültig bis|Aufenthaltserlaubnis bis|valid until|expires
    """,
    Field.PHONE: """
        Telefon|Tel.|Telefonnummer|Tel.-Nr.|Tel.Nr|Telefon-Nr.|Handy|Handynummer|Handy-Nr.|
        Mobil|Mobiltelefon|Mobilnummer|Mobilfunk|Festnetz|Rufnummer|Kontakt|Telefon/Handy|
        Tel./Handy|Tel. mobil|Telefon mobil|Erreichbarkeit|WhatsApp|phone|telephone|mobile|
        phone number
    """,
    Field.EMAIL: """
        E-Mail|Email|Mail|E-Mail-Adresse|Mailadresse|Mail-Adresse|Emailadresse|E-Mailadresse|
        e-mail address
    """,
    Field.MUNICIPALITY: """
        Gemeinde|Wohnort|Ort|Stadt|Kommune|Wohngemeinde|Stadt/Gemeinde|Gemeinde/Stadt|
        Zuweisungsgemeinde|Zuständige Gemeinde|Ort der Unterbringung|Unterbringungsort|
        municipality|town|city|place of residence
    """,
    Field.STREET: """
        Straße|Str.|Straße/Hausnummer|Straße, Hausnummer|Straße und Hausnummer|Straße Nr.|
        Straße, Nr.|Straße/Nr.|Strasse + Hausnr.|Straße HNr|street
    """,
    Field.POSTCODE: """
        PLZ|Postleitzahl|PLZ/Ort|PLZ Ort|PLZ, Ort|PLZ Wohnort|PLZ und Ort|Postleitzahl Ort|
        postcode|postal code|zip|zip code
    """,
    Field.ADDRESS: """
        Adresse|Anschrift|Wohnadresse|Wohnanschrift|Meldeadresse|Adr.|aktuelle Adresse|Wohnsitz|
        Straße, PLZ, Ort|address
    """,
    Field.HOUSING: """
        Wohnform|Wohnungsart|Art der Wohnung|Wohnverhältnis|Wohnverhältnisse|
        Unterkunft|Unterbringung|Unterkunftsart|Art der Unterbringung|
        Art der Unterkunft|Wohnsituation|Wohnart|Unterbringungsform|Unterbringungsart|
        GU/Wohnung|housing|accommodation
    """,
    Field.ARRIVED_ON: """
        Einreise|Einreisedatum|Einreise am|Datum Einreise|Ankunft|Ankunftsdatum|
        in Deutschland seit|in D seit|in DE seit|Einreise BRD|Einreise D|
        Einreise nach Deutschland|Einreisejahr|arrival|arrival date|date of arrival
    """,
    Field.ALLOCATED_ON: """
        Einzug AU|Einzug in AU|Einzug in die AU|Einzug|Einzugsdatum|AU seit|in AU seit|
        Zuteilung|Zuteilungsdatum|Zuteilung AU|Zuteilung am|Zuweisung|Zuweisungsdatum|
        Zuweisung AU|Zuweisung am|Anschlussunterbringung seit|Einzug Anschlussunterbringung|
        Beginn AU|AU ab|Einzug in Anschlussunterbringung|Datum Einzug|Aufnahme AU|AU-Datum|
        move-in date|moved in
    """,
    Field.COUNSELLING_SINCE: """
        Beratung seit|Beginn Beratung|Beratungsbeginn|Erstgespräch|Erstkontakt|Erstberatung|
        Aufnahme|Aufnahmedatum|Beginn IM|IM seit|im IM seit|in Beratung seit|
        Beginn der Beratung|Betreuung seit|Betreuungsbeginn|Beratungsstart|Start Beratung|
        Fallbeginn|Beginn Begleitung|Aufnahme IM|Aufnahme in IM|counselling since|first contact
    """,
    Field.LAST_COUNSELLED_ON: """
        letzte Beratung|letztes Gespräch|letzter Kontakt|letztes Beratungsgespräch|
        letzter Termin|zuletzt beraten|letzte Beratung am|Datum letzte Beratung|
        letzter Beratungstermin|l. Beratung|letzt. Beratung|letzte Ber.|letztes BG|
        zuletzt gesehen|letzte Beratg.|last contact|last counselling|last session
    """,
    Field.HOUSEHOLD_MEMBERS: """
        Haushaltsmitglieder|Haushaltsangehörige|Familienmitglieder|Familienangehörige|
        Angehörige|weitere Personen|weitere Familienmitglieder|weitere Haushaltsmitglieder|
        Personen im Haushalt|Haushalt|Familie|Mitglieder|Ehepartner/Kinder|
        Ehepartner und Kinder|Partner und Kinder|Kinder|Ehegatte/Kinder|Ehepartner|
        Familienmitgl.|Haush.mitglieder|im Haushalt|Familie im Haushalt|household members|
        family members
    """,
    Field.HOUSEHOLD_REFERENCE: """
        Familien-Nr.|Familiennummer|Fam.-Nr.|Fam.Nr|Haushaltsnummer|Haushalts-Nr.|Haushalt-Nr.|
        Haushalt Nr.|HH-Nr.|HH Nr|HH|BG-Nummer|BG-Nr.|BG|Bedarfsgemeinschaft|Familien-ID|
        Haushalts-ID|Familienverbund|BG Nummer|Familienschlüssel|household number|household id|
        family id
    """,
    Field.COUNSELLOR: """
        zuständig|Zuständigkeit|Integrationsmanager|Integrationsmanager/in|
        Integrationsmanagerin|Integrationsmanagende|IM|Berater|Berater/in|Beraterin|Betreuer|
        Betreuer/in|Bearbeiter|Bearbeiter/in|Sachbearbeiter|Sachbearbeitung|Sozialarbeiter|
        Sozialarbeiter/in|Ansprechpartner|zuständige Person|zust. IM|zust.|zuständig (IM)|
        Fallverantwortung|betreut von|counsellor|case worker|caseworker|responsible
    """,
    Field.REMARKS: """
        Bemerkung|Bemerkungen|Bem.|Anmerkung|Anmerkungen|Anm.|Notiz|Notizen|Kommentar|
        Kommentare|Sonstiges|Hinweis|Hinweise|Info|Infos|Zusatzinfo|Besonderheiten|Vermerk|
        Vermerke|remarks|notes|comment|comments
    """,
}

# Columns that lists have and nobody takes over. The hint column of our own marked copy is one.
_LEFT_OUT = """
    Hinweis zur Übernahme|lfd. Nr.|lfd.Nr|lfd|laufende Nummer|laufende Nr.|l. Nr.|Pos.|Zeile|
    Alter|Geburtsort|Geburtsland|Geburtsname|Religion|Konfession|Familienstand|Fam.-Stand|
    Zivilstand|Beruf|Ausbildung|Schule|Kita|Sprachkurs|Sprachniveau|Deutschniveau|
    Deutschkenntnisse|Anzahl Kinder|Anzahl Personen|Personenzahl|Personen|Anzahl|Haushaltsgröße|
    Anzahl Beratungen|Anzahl Gespräche|Zimmer|Zimmernummer|Jobcenter|Kundennummer Jobcenter|
    Krankenkasse|Arbeitgeber|Arbeit|AZR|AZR-Nr.|AZR-Nummer|Passnummer|Pass-Nr.|Ausweisnummer|
    Steuer-ID|SV-Nummer|IBAN|Auszug|Ende|Ende Beratung|Beratung bis|Wiedervorlage|WV|
    nächster Termin|nächste Beratung|Ethnie|Volkszugehörigkeit|Erledigt|Unterschrift|Thema|
    Themen
"""


_BARE_NAME = """
    Name|Namen|Klient|Klientin|Klient/in|Klient*in|Klienten|Person|Personen Name|Bezugsperson|
    Haushaltsvorstand|name|client
"""
_FAMILY_FIRST = """
    Name, Vorname|Name Vorname|Name/Vorname|Nachname, Vorname|Nachname Vorname|Nachname/Vorname|
    Familienname, Vorname|Familienname Vorname|Name, Vorname(n)|Nach- und Vorname|
    Name und Vorname|Name u. Vorname|Zu- und Vorname|Name + Vorname|Nachname und Vorname|
    Name, Vorn.|last name, first name|Familien- und Vorname
"""

_GIVEN_FIRST = """
    Vorname Name|Vorname, Name|Vorname/Name|Vorname Nachname|Vorname, Nachname|
    Vor- und Nachname|Vor- und Zuname|Vorname und Nachname|Vorname und Name|Vor-/Nachname|
    Vor- & Nachname|Vor/Nachname|Vor- u. Nachname|Vorname + Name|full name|vollständiger Name|
    Vor- und Familienname|first name last name
"""


# Stems found inside a longer heading, the special before the general: «Tel. privat (mobil)».
STEMS: tuple[tuple[str, Field | None], ...] = (
    ("hinweiszuruebernahme", None),
    ("geburtsort", None),
    ("geburtsland", None),
    ("geburtsname", None),
    ("anzahl", None),
    ("kundennr", None),
    ("naechst", None),
    ("letzteberatung", Field.LAST_COUNSELLED_ON),
    ("letztegespr", Field.LAST_COUNSELLED_ON),
    ("letztesgespr", Field.LAST_COUNSELLED_ON),
    ("letzterkontakt", Field.LAST_COUNSELLED_ON),
    ("gueltigbis", Field.RESIDENCE_VALID_UNTIL),
    ("befristet", Field.RESIDENCE_VALID_UNTIL),
    ("geburtsdat", Field.BIRTH_DATE),
    ("geburtsjahr", Field.BIRTH_DATE),
    ("staatsangeh", Field.CITIZENSHIPS),
    ("nationalitaet", Field.CITIZENSHIPS),
    ("aufenthaltsstatus", Field.RESIDENCE_KIND),
    ("aufenthaltstitel", Field.RESIDENCE_KIND),
    ("dolmetsch", Field.INTERPRETING),
    ("sprachmittl", Field.INTERPRETING),
    ("muttersprache", Field.LANGUAGES),
    ("email", Field.EMAIL),
    ("telefon", Field.PHONE),
    ("handy", Field.PHONE),
    ("mobil", Field.PHONE),
    ("postleitzahl", Field.POSTCODE),
    ("haushaltsmitglied", Field.HOUSEHOLD_MEMBERS),
    ("familienmitglied", Field.HOUSEHOLD_MEMBERS),
    ("haushaltsnummer", Field.HOUSEHOLD_REFERENCE),
    ("bedarfsgemeinschaft", Field.HOUSEHOLD_REFERENCE),
    ("anschlussunterbringung", Field.ALLOCATED_ON),
    ("zuteilung", Field.ALLOCATED_ON),
    ("einreise", Field.ARRIVED_ON),
    ("beratungsbeginn", Field.COUNSELLING_SINCE),
    ("erstgespraech", Field.COUNSELLING_SINCE),
    ("integrationsmanag", Field.COUNSELLOR),
    ("aktenzeichen", Field.FILE_NUMBER),
    ("wohnort", Field.MUNICIPALITY),
    ("gemeinde", Field.MUNICIPALITY),
    ("bemerkung", Field.REMARKS),
    ("anmerkung", Field.REMARKS),
    ("notiz", Field.REMARKS),
    ("vorname", Field.GIVEN_NAME),
    ("nachname", Field.FAMILY_NAME),
)

# Headings that mean a running number where the column counts 1, 2, 3.
MAYBE_RUNNING_NUMBER = frozenset({"nr", "nummer", "no", "id"})

# Short or general headings that often mean something else: believed only if the values fit.
NEEDS_PROOF = words_of(
    """status titel land staat nation kontakt aufnahme aufnahmedatum gueltigkeit ablauf ablaufdatum geb gd pass
    sta stang nat im hh bg info einzug zuweisung herkunft geburt ort stadt haushalt familie kinder unterkunft
    unterbringung wohnsituation erreichbarkeit sprache spricht aufenthalt"""
)


def _folded(words: str) -> dict[str, str]:
    return {fold(word): word.strip() for word in words.split("|") if fold(word)}


# Folded heading → the spelling shown when something similar was read as it.
SPELLINGS: dict[str, str] = {}
FIELD_OF: dict[str, Field | None] = {}
NAME_ORDER_OF: dict[str, NameOrder] = {}

for _heading, _spelling in _folded(_LEFT_OUT).items():
    FIELD_OF[_heading], SPELLINGS[_heading] = None, _spelling
for _field, _words in _HEADINGS.items():
    for _heading, _spelling in _folded(_words).items():
        FIELD_OF[_heading], SPELLINGS[_heading] = _field, _spelling
for _heading, _spelling in _folded(_FAMILY_FIRST).items():
    FIELD_OF[_heading], SPELLINGS[_heading] = Field.FULL_NAME, _spelling
    NAME_ORDER_OF[_heading] = NameOrder.FAMILY_FIRST
for _heading, _spelling in (_folded(_GIVEN_FIRST) | _folded(_BARE_NAME)).items():
    FIELD_OF[_heading], SPELLINGS[_heading] = Field.FULL_NAME, _spelling
    NAME_ORDER_OF[_heading] = NameOrder.GIVEN_FIRST

# «Name» is the family name beside a column of given names, else it holds both.
BARE_NAMES = frozenset(_folded(_BARE_NAME))
