"""Names of counsellors, leads and clerks: drawn without repetition, so every account has its own."""

from random import Random

_GIVEN = """
Agnes Almut Andrea Anja Anke Arno Astrid Barbara Beate Benno Birgit Bruno Carla Carsten Claudia Clemens
Cornelia Dagmar Daniela Detlef Dilara Doris Eike Elke Emil Erika Ewald Falk Felix Franka Frieda Gerlinde
Gisela Gunnar Hanna Hanno Hedwig Heike Helga Henrik Hilda Holger Ilka Imke Ines Inga Ivo Jana Jasper
Jens Johanna Jonna Julia Kai Karin Katja Kerstin Konrad Lars Laura Leonie Linus Lotte Ludger Maike
Manuela Marit Markus Marlies Mathilde Maxi Meike Merle Milan Mona Nadja Nele Nils Nora Oskar Paula Pia
Rainer Ralf Rebekka Regina Ria Rolf Romy Sabine Silke Simone Sonja Stefan Svenja Tanja Thea Thilo Till
Tobias Ulla Ursel Uta Veronika Volker Wanda Wiebke Yvonne Zora
"""
_FAMILY = """
Abele Adelmann Ahlborn Aldinger Amrhein Bachofer Balbach Bantle Barsch Bielfeld Birkhold Blattner
Bodenstein Braunagel Breitling Buchenau Burgstaller Dannecker Dettling Dieterle Dornbusch Ebinger
Eichler Endriss Fahrner Feldkirch Finkbeiner Flaig Frommhold Gaiser Geppert Glöckler Grabenstein Gutekunst
Haberland Hagenbuch Hailer Hartnagel Heckmann Hellstern Hirschfelder Holderried Hornberger Immler
Jauch Kaltenbach Kammerer Kessenich Kienzle Kirschbaum Klingler Knöpfle Kohlhammer Kranich Kugler
Ladwig Lamprecht Lehnert Leibfried Lichtenfels Löffler Maierhof Mangold Maurenbach Merkle Mössner
Mühlbach Nägele Neudecker Nothdurft Oberle Ohnmacht Ottenbach Pfisterer Plessing Quandt Rammelt
Rebstock Reichenbach Rindfuss Rosenfelder Ruckwied Sackmann Sandhöfer Schellinger Schlegelmilch
Schnaitmann Seidelbast Sommerau Spitznagel Steinacker Strähle Stumpp Tannhofer Trautwein Unmuth
Veeser Vollrath Wacker Waidelich Weinbrenner Wiesenau Winterhalder Wörnle Zahner Zeller Zimmerlin
"""


def staff_names(dice: Random, count: int) -> list[tuple[str, str]]:
    """So many different pairs of given and family name; a family name comes back as late as possible.

    The lists have 109 and 107 names, both prime, so going round in both gives every pair once.
    """
    given, family = _GIVEN.split(), _FAMILY.split()
    dice.shuffle(given)
    dice.shuffle(family)
    return [(given[i % len(given)], family[i % len(family)]) for i in range(count)]
