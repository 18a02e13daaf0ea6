"""Why a file is not taken: each refusal is one German sentence for the person who chose it.

The sentence is the exception's message; `code` stays the same when the wording changes.
"""

from typing import ClassVar


class Refusal(Exception):
    """Die Datei kann nicht übernommen werden."""

    code: ClassVar[str] = "refused"
    sentence: ClassVar[str] = "Die Datei kann nicht übernommen werden."

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence.format(**values))


class FileNotReadable(Refusal):
    """The path names nothing that can be read."""

    code = "not_readable"
    sentence = "Die Datei „{name}“ gibt es nicht oder sie lässt sich nicht lesen."


class EmptyFile(Refusal):
    """No byte, or nothing but blanks."""

    code = "empty"
    sentence = "Die Datei ist leer."


class FileTooLarge(Refusal):
    """More bytes than the limit allows."""

    code = "too_large"
    sentence = "Die Datei ist größer als {limit} MB. Bitte nur die Liste übernehmen, ohne Bilder und Anhänge."


class MacroFile(Refusal):
    """An XLSX with macros or macro sheets, whatever its name says."""

    code = "macro"
    sentence = (
        "Die Datei enthält Makros und wird deshalb nicht geöffnet. "
        "Bitte in Excel als „Excel-Arbeitsmappe (*.xlsx)“ speichern."
    )


class OldExcelFile(Refusal):
    """The binary format before 2007, or its XML cousin of 2003."""

    code = "old_excel"
    sentence = (
        "Die Datei hat ein altes Excel-Format. "
        "Bitte in Excel als „Excel-Arbeitsmappe (*.xlsx)“ speichern."
    )


class BinaryExcelFile(Refusal):
    """An XLSB workbook."""

    code = "binary_excel"
    sentence = (
        "Die Datei ist eine Excel-Binärdatei. "
        "Bitte in Excel als „Excel-Arbeitsmappe (*.xlsx)“ speichern."
    )


class OpenDocumentFile(Refusal):
    """A LibreOffice file."""

    code = "open_document"
    sentence = (
        "Die Datei ist eine LibreOffice-Datei. "
        "Bitte dort über „Speichern unter“ als „Excel 2007–365 (.xlsx)“ speichern."
    )


class PasswordProtectedFile(Refusal):
    """An encrypted workbook, or an encrypted archive."""

    code = "password"
    sentence = "Die Datei ist mit einem Passwort geschützt. Bitte den Schutz entfernen."


class ZipBomb(Refusal):
    """An archive that would unpack to far more than a list can hold."""

    code = "zip_bomb"
    sentence = (
        "Die Datei wird beim Entpacken ungewöhnlich groß und wird deshalb nicht geöffnet. "
        "Bitte die Liste in eine neue Excel-Datei kopieren."
    )


class PdfFile(Refusal):
    """A PDF, whatever its name says."""

    code = "pdf"
    sentence = "Die Datei ist ein PDF-Dokument. Bitte die Excel-Liste selbst auswählen."


class ImageFile(Refusal):
    """A picture, whatever its name says."""

    code = "image"
    sentence = "Die Datei ist ein Bild. Bitte die Excel-Liste selbst auswählen."


class ArchiveFile(Refusal):
    """A ZIP, 7z, RAR or gzip archive that is no workbook."""

    code = "archive"
    sentence = (
        "Die Datei ist ein Archiv. Bitte zuerst entpacken und dann die Excel-Liste auswählen."
    )


class OtherFile(Refusal):
    """Anything that is neither a workbook nor text."""

    code = "other"
    sentence = (
        "Die Datei ist keine Tabelle. Übernommen werden Excel-Dateien (XLSX) und CSV-Dateien."
    )


class DamagedFile(Refusal):
    """Looks like a workbook or a list, but cannot be read to its end."""

    code = "damaged"
    sentence = (
        "Die Datei ist beschädigt und lässt sich nicht lesen. "
        "Bitte in Excel öffnen, neu speichern und noch einmal versuchen."
    )


class UnclosedQuote(Refusal):
    """A CSV in which one quote swallows many lines."""

    code = "unclosed_quote"
    sentence = (
        "In Zeile {row} der CSV-Datei beginnt ein Anführungszeichen, das nicht endet. "
        "Bitte dort prüfen oder die Liste als XLSX speichern."
    )


class SheetTooLarge(Refusal):
    """A value stands so far out that the sheet would not fit into memory."""

    code = "sheet_too_large"
    sentence = (
        "Ein Tabellenblatt reicht bis Zelle {cell} und ist damit zu groß. "
        "Bitte Einträge weit außerhalb der Liste löschen."
    )


class TooManyRows(Refusal):
    """More lines than one take-over may have."""

    code = "too_many_rows"
    sentence = "Die Liste hat mehr als {limit} Zeilen. Bitte in mehrere Dateien aufteilen."


class NoTableFound(Refusal):
    """No line of headings with a name column."""

    code = "no_table"
    sentence = (
        "In der Datei wurde keine Liste mit Überschriften gefunden. "
        "Nötig ist eine Zeile mit Überschriften, darunter eine Spalte mit Namen."
    )


class MappingNotUsable(Refusal):
    """The chosen meaning of the columns contradicts itself or the file."""

    code = "mapping"
    sentence = "Die Zuordnung der Spalten passt nicht: {detail}"
