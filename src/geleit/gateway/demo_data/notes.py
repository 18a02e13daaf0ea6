"""What an invented note says: a finding, what was done, sometimes what comes next, put together by topic."""

from functools import cache
from itertools import product
from random import Random

_DAYS = (
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Montag um 9 Uhr", "Dienstag um 14 Uhr",
    "Mittwoch um 11 Uhr", "Donnerstag um 16 Uhr", "Freitag um 10:30 Uhr",
)  # fmt: skip
_SOON = (
    "diese Woche",
    "Ende der Woche",
    "nächste Woche",
    "in zwei Wochen",
    "am Monatsende",
    "im nächsten Monat",
)

# `{day}` and `{soon}` are filled with every day and every time, so each line stands for several sentences.
_FOUND: dict[str, tuple[str, ...]] = {
    "housing": (
        "Zwei Wohnungen im Internet angesehen, beide zu teuer.",
        "Besichtigung am {day} in der Musterstraße, die Unterlagen sind vollständig.",
        "Schimmel im Bad der Unterkunft, Fotos liegen vor.",
        "Mietvertrag mitgebracht, Kaution noch offen.",
        "Vermieter möchte eine Bescheinigung des Jobcenters bis {day}.",
        "Der Wohnberechtigungsschein ist da, gesucht werden drei Zimmer.",
        "Nachbarn beschweren sich über Lärm, Gespräch mit dem Hausmeister am {day}.",
        "Umzug {soon}, es fehlen noch Möbel und eine Waschmaschine.",
        "Nebenkostenabrechnung verstanden, Nachzahlung in drei Raten möglich.",
    ),
    "language": (
        "Kurs B1 beginnt {soon}, Fahrkarte wird übernommen.",
        "Prüfung nicht bestanden, Wiederholung ist möglich.",
        "A2 bestanden, freut sich sehr.",
        "Abendkurs passt nicht zur Schicht, sucht etwas am {day}.",
        "Noch kein Platz im Alphabetisierungskurs, steht auf der Warteliste.",
        "Möchte lieber online lernen, ein Laptop ist vorhanden.",
        "Kinderbetreuung während des Kurses fehlt.",
        "Einstufungstest am {day}, Weg dorthin besprochen.",
    ),
    "work": (
        "Probearbeiten in der Bäckerei Beispiel am {day}.",
        "Lebenslauf zusammen geschrieben, Foto fehlt noch.",
        "Arbeitet seit einem Monat im Lager, Lohnabrechnung geprüft.",
        "Absage von der Musterfirma, wirkt niedergeschlagen.",
        "Abschluss als Elektriker wird anerkannt, Übersetzung fehlt.",
        "Kündigung in der Probezeit, Meldung bei der Agentur für Arbeit {soon}.",
        "Sucht eine Stelle in der Pflege, Hospitation am {day} möglich.",
        "Arbeitgeber fragt nach der Arbeitserlaubnis, Brief erklärt.",
        "Minijob im Supermarkt Muster zugesagt, Beginn {soon}.",
    ),
    "residence": (
        "Aufenthaltstitel läuft ab, Termin zur Verlängerung am {day}.",
        "Ladung zur Anhörung erklärt, Fahrt ist geklärt.",
        "Passbeschaffung: die Botschaft antwortet nicht, zweite Anfrage {soon}.",
        "Fragt nach Familiennachzug, an die Fachberatung verwiesen.",
        "Bescheid mitgebracht, Frist für die Klage notiert.",
        "Möchte die Niederlassungserlaubnis beantragen, Voraussetzungen durchgegangen.",
        "Wohnsitzauflage: Umzug in den Nachbarort möglich, Antrag {soon}.",
        "Fiktionsbescheinigung erhalten, Kopie liegt in der Akte.",
    ),
    "authorities": (
        "Drei Briefe mitgebracht, alle erklärt.",
        "Formular der Krankenkasse ausgefüllt.",
        "Schreiben der Rundfunkstelle: Befreiung beantragt.",
        "Brief des Finanzamts verstanden, Steuernummer notiert.",
        "Termin beim Bürgerbüro am {day} ausgemacht.",
        "Mahnung eines Mobilfunkanbieters, Ratenzahlung vereinbart.",
        "Anmeldung nach dem Umzug muss {soon} erledigt werden.",
        "Antrag auf Führerscheinumschreibung durchgesprochen.",
    ),
    "school_children": (
        "Kitaplatz zugesagt, Beginn {soon}.",
        "Gespräch mit der Musterschule am {day}, Dolmetschen ist bestellt.",
        "Sohn fehlt oft in der Schule, die Eltern wussten es nicht.",
        "Tochter wechselt auf die Realschule, Antrag auf Lernförderung gestellt.",
        "Bildungspaket für die Klassenfahrt beantragt.",
        "Schulanmeldung fehlt noch, Unterlagen zusammengestellt.",
        "Jüngstes Kind soll in die Sprachgruppe, Platz frei am {day}.",
        "Elternabend am {day}, eine Nachbarin begleitet.",
    ),
    "livelihood": (
        "Bescheid des Jobcenters geprüft, Miete falsch berechnet.",
        "Weiterbewilligung {soon} fällig, Antrag ausgefüllt.",
        "Kindergeld kommt nicht, Nachfrage bei der Familienkasse.",
        "Konto gesperrt, Termin bei der Bank am {day}.",
        "Rückforderung erhalten, Raten vorgeschlagen.",
        "Wohngeld berechnet, Antrag lohnt sich.",
        "Geld reicht bis {day}, Gutschein für den Tafelladen Muster.",
        "Schuldnerberatung empfohlen, möchte es sich überlegen.",
    ),
    "health": (
        "Schläft schlecht, möchte mit jemandem sprechen.",
        "Termin beim Facharzt am {day}, Überweisung liegt vor.",
        "Medikamente sind aus, Rezept in der Praxis bestellt.",
        "Schwanger, Hebamme wird gesucht.",
        "Zahnbehandlung: Kostenplan bei der Kasse eingereicht.",
        "Reha bewilligt, Beginn {soon}.",
        "Rückenschmerzen von der Arbeit, Krankmeldung abgegeben.",
        "Erstgespräch in der psychosozialen Beratung am {day}.",
    ),
    "training": (
        "Ausbildungsplatz als Maler in Aussicht, Praktikum {soon}.",
        "Berufsschule fällt schwer, Nachhilfe gesucht.",
        "Zeugnisse zur Anerkennung eingereicht.",
        "Möchte studieren, Beratung der Hochschule am {day}.",
        "Einstiegsqualifizierung endet {soon}, der Betrieb möchte übernehmen.",
        "Vertrag mit der Musterwerkstatt unterschrieben.",
    ),
    "participation": (
        "Geht zum Fußballtraining, Beitrag wird übernommen.",
        "Möchte im Café Miteinander helfen.",
        "Interesse an der Fahrradwerkstatt am {day}.",
        "Hat sich beim Chor vorgestellt.",
        "Sucht eine Patin zum Sprechen.",
        "Frauengruppe am {day} ausprobiert, hat ihr gefallen.",
    ),
    "services": (
        "An die Migrationsberatung verwiesen, Termin am {day}.",
        "Kennt die Schuldnerberatung noch nicht, Weg gezeigt.",
        "Zur Schwangerenberatung begleitet.",
        "Geht inzwischen selbst zum Jobcenter.",
        "Familienzentrum vorgestellt, offen am {day}.",
        "Übergabe an den Jugendmigrationsdienst besprochen.",
    ),
    "": (
        "Kurz vorbeigekommen, es geht gut.",
        "Wollte nur Bescheid geben, meldet sich {soon}.",
        "Allgemeine Fragen besprochen.",
        "Termin auf {day} verlegt.",
    ),
}
_DONE = (
    "Gemeinsam angerufen, Rückruf zugesagt.",
    "Antrag ausgefüllt und abgeschickt.",
    "Kopien für die Akte gemacht.",
    "Unterlagen werden {soon} nachgereicht.",
    "Nächster Termin am {day}.",
    "Hat alles gut verstanden.",
    "Bekommt eine Liste, was mitzubringen ist.",
    "Kümmert sich selbst darum und meldet sich.",
    "Wiedervorlage {soon}.",
    "Brief in einfacher Sprache erklärt.",
    "Begleitung am {day} vereinbart.",
    "Anfrage per E-Mail gestellt.",
    "Die Familie bespricht es zu Hause.",
    "Frist notiert.",
    "Zuständige Stelle herausgesucht.",
    "Bittet um Rückmeldung {soon}.",
)
_MORE = (
    "Wirkt heute zuversichtlich.",
    "War sehr müde, deshalb kurz gehalten.",
    "Die Schwester kam mit.",
    "Verständigung klappte gut.",
    "Beim nächsten Mal Sprachmittlung bestellen.",
    "Bringt {soon} die restlichen Papiere.",
    "Fragt auch nach einem Fahrrad.",
    "Meldet sich, wenn Post kommt.",
    "Dank an die Ehrenamtliche, die geholfen hat.",
    "Ziel im Plan angepasst.",
)


def _filled(lines: tuple[str, ...]) -> list[str]:
    sentences = {
        line.format(day=day, soon=soon): None
        for line in lines
        for day, soon in product(_DAYS, _SOON)
    }
    return list(sentences)


@cache
def _found(topic: str) -> list[str]:
    return _filled(_FOUND[topic])


_DONE_FILLED, _MORE_FILLED = _filled(_DONE), _filled(_MORE)


def note(throw: Random, topic: str) -> str:
    """One to three sentences about a topic ('' for none)."""
    chance = throw.random()
    found, done, more = _found(topic), _DONE_FILLED, _MORE_FILLED
    text = found[int(throw.random() * len(found))]
    if chance > 0.12:
        text += " " + done[int(throw.random() * len(done))]
    if chance > 0.5:
        text += " " + more[int(throw.random() * len(more))]
    return text


# Catchwords for the day page: nothing confidential.
SUBJECTS: dict[str, tuple[str, ...]] = {
    "housing": ("Wohnungssuche", "Mietvertrag", "Umzug", "Wohnberechtigungsschein"),
    "language": ("Sprachkurs", "Kursanmeldung", "Prüfung B1"),
    "work": ("Bewerbung", "Lebenslauf", "Arbeitsvertrag", "Anerkennung Abschluss"),
    "residence": ("Verlängerung Aufenthalt", "Pass", "Bescheid erklären"),
    "authorities": ("Briefe", "Formulare", "Krankenkasse"),
    "school_children": ("Kitaplatz", "Schulanmeldung", "Elterngespräch"),
    "livelihood": ("Jobcenter", "Kindergeld", "Wohngeld"),
    "health": ("Arzttermin", "Krankenversicherung"),
    "training": ("Ausbildung", "Praktikum"),
    "participation": ("Verein", "Café Miteinander"),
    "services": ("Übergabe an Regeldienst", "Fachberatung"),
    "": ("Gespräch",),
}
