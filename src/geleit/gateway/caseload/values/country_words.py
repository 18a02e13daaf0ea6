"""German words for states which the public code lists lack: adjectives, people, short forms."""

from geleit.clients.vocabulary import KOSOVO, STATELESS, UNCLEAR
from geleit.gateway.caseload.text import words_of

# Adjectives without ending, by ISO 3166 code.
_ADJECTIVE_LINES = """
AF afghanisch|AL albanisch|DZ algerisch|AD andorranisch|AO angolanisch|AR argentinisch|AM armenisch
AZ aserbaidschanisch aserbeidschanisch|ET äthiopisch|AU australisch|BS bahamaisch|BH bahrainisch
BD bangladeschisch bengalisch|BB barbadisch|BE belgisch|BZ belizisch|BJ beninisch|BT bhutanisch
BO bolivianisch|BA bosnisch bosnisch-herzegowinisch|BW botsuanisch|BR brasilianisch|BN bruneiisch
BG bulgarisch|BF burkinisch|BI burundisch|CV kapverdisch|CL chilenisch|CN chinesisch|CR costa-ricanisch
CI ivorisch|DK dänisch|DE deutsch|DM dominicanisch|DO dominikanisch|DJ dschibutisch|EC ecuadorianisch
SV salvadorianisch|ER eritreisch|EE estnisch|SZ eswatinisch swasiländisch|FJ fidschianisch|FI finnisch
FR französisch|GA gabunisch|GM gambisch|GE georgisch|GH ghanaisch|GD grenadisch|GR griechisch
GT guatemaltekisch|GN guineisch|GW guinea-bissauisch|GY guyanisch|HT haitianisch|HN honduranisch
IN indisch|ID indonesisch|IQ irakisch|IR iranisch persisch|IE irisch|IS isländisch|IL israelisch
IT italienisch|JM jamaikanisch|JP japanisch|YE jemenitisch|JO jordanisch|KH kambodschanisch
CM kamerunisch|CA kanadisch|KZ kasachisch|QA katarisch|KE kenianisch|KG kirgisisch|CO kolumbianisch
KM komorisch|CG kongolesisch|KP nordkoreanisch|KR südkoreanisch koreanisch|XK kosovarisch
HR kroatisch|CU kubanisch|KW kuwaitisch|LA laotisch|LS lesothisch|LV lettisch|LB libanesisch
LR liberianisch|LY libysch|LI liechtensteinisch|LT litauisch|LU luxemburgisch|MG madagassisch
MW malawisch|MY malaysisch|MV maledivisch|ML malisch|MT maltesisch|MA marokkanisch
MR mauretanisch|MU mauritisch|MK mazedonisch nordmazedonisch|MX mexikanisch|MD moldauisch moldawisch
MC monegassisch|MN mongolisch|ME montenegrinisch|MZ mosambikanisch|MM myanmarisch burmesisch birmanisch
NA namibisch|NP nepalesisch nepalisch|NZ neuseeländisch|NI nicaraguanisch|NL niederländisch holländisch
NE nigrisch|NG nigerianisch|NO norwegisch|OM omanisch|AT österreichisch|TL osttimorisch
PK pakistanisch|PS palästinensisch|PA panamaisch|PG papua-neuguineisch|PY paraguayisch|PE peruanisch
PH philippinisch|PL polnisch|PT portugiesisch|RW ruandisch|RO rumänisch|RU russisch|ZM sambisch
SM san-marinesisch|ST são-toméisch|SA saudi-arabisch saudisch|SE schwedisch|CH schweizerisch
SN senegalesisch|RS serbisch|SC seychellisch|SL sierra-leonisch|ZW simbabwisch|SG singapurisch
SK slowakisch|SI slowenisch|SO somalisch somalische|ES spanisch|LK sri-lankisch srilankisch
ZA südafrikanisch|SD sudanesisch|SS südsudanesisch|SR surinamisch|SY syrisch|TJ tadschikisch
TW taiwanisch|TZ tansanisch|TH thailändisch|TG togoisch togolesisch|TT trinidadisch|TD tschadisch
CZ tschechisch|TN tunesisch|TR türkisch|TM turkmenisch|UG ugandisch|UA ukrainisch|HU ungarisch
UY uruguayisch|UZ usbekisch|VE venezolanisch|AE emiratisch|US amerikanisch us-amerikanisch
GB britisch|VN vietnamesisch|BY belarussisch weißrussisch belarusisch|CF zentralafrikanisch
CY zyprisch zypriotisch|GQ äquatorialguineisch|EG ägyptisch
"""

# People, masculine singular; the endings for women and for several are added.
_PEOPLE_LINES = """
AF Afghane|AL Albaner|DZ Algerier|AO Angolaner|AM Armenier|AZ Aserbaidschaner|ET Äthiopier
BD Bangladescher|BA Bosnier|BR Brasilianer|BG Bulgare|BF Burkiner|CN Chinese|CI Ivorer|DE Deutscher
ER Eritreer|FR Franzose|GM Gambier|GE Georgier|GH Ghanaer|GR Grieche|GN Guineer|IN Inder|ID Indonesier
IQ Iraker|IR Iraner Perser|IL Israeli|IT Italiener|YE Jemenit|JO Jordanier|CM Kameruner|KZ Kasache
KE Kenianer|KG Kirgise|CO Kolumbianer|CG Kongolese|XK Kosovare|HR Kroate|CU Kubaner|LB Libanese
LY Libyer|ML Malier|MA Marokkaner|MR Mauretanier|MK Mazedonier Nordmazedonier|MD Moldauer
MN Mongole|ME Montenegriner|NP Nepalese|NG Nigerianer|NE Nigrer|PK Pakistaner Pakistani|PS Palästinenser
PL Pole|PT Portugiese|RO Rumäne|RU Russe|RW Ruander|SN Senegalese|RS Serbe|SL Sierra-Leoner|SO Somalier
ES Spanier|LK Sri-Lanker|SD Sudanese|SS Südsudanese|SY Syrer|TJ Tadschike|TG Togoer|TD Tschader
TN Tunesier|TR Türke|TM Turkmene|UG Ugander|UA Ukrainer|HU Ungar|UZ Usbeke|VE Venezolaner|VN Vietnamese
BY Belarusse Weißrusse|EG Ägypter|US Amerikaner|GB Brite
"""


def _by_code(lines: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.split() for entry in lines.replace("\n", "|").split("|") if entry.strip())
    return {code: tuple(words) for code, *words in entries}


ADJECTIVES = _by_code(_ADJECTIVE_LINES)
PEOPLE = _by_code(_PEOPLE_LINES)

# Names, short forms, codes on papers and frequent misspellings; they win over every list.
NAMES: dict[str, tuple[str, ...]] = {
    STATELESS: (
        "staatenlos",
        "staatenlose",
        "staatenloser",
        "stateless",
        "ohne Staatsangehörigkeit",
        "XXA",
        "stl",
    ),
    UNCLEAR: (
        "ungeklärt",
        "ungeklärte",
        "ungekl",
        "unklar",
        "nicht geklärt",
        "noch nicht geklärt",
        "XXX",
    ),
    "AE": ("VAE", "Emirate"),
    "AF": (
        "Afganistan",
        "Afganisch",
        "Afghanistan (Islamische Republik)",
        "Islamische Republik Afghanistan",
    ),
    "BA": ("Bosnien", "Bosnien-Herzegowina", "Bosnien Herzegowina", "BIH"),
    "BY": ("Weißrussland", "Belarus", "Weissrußland"),
    "CD": (
        "DR Kongo",
        "Kongo DR",
        "Demokratische Republik Kongo",
        "Kongo, Demokratische Republik",
        "DRK Kongo",
        "Kongo Kinshasa",
    ),
    "CG": ("Kongo", "Republik Kongo"),
    "CI": ("Elfenbeinküste", "Cote d'Ivoire"),
    "CN": ("VR China", "Volksrepublik China"),
    "CZ": ("Tschechische Republik", "Tschechei"),
    "DE": ("BRD", "D"),
    "ER": ("Eritrea", "Erithrea"),
    "ET": ("Ethiopien", "Aethiopien"),
    "GB": ("Großbritannien", "England", "UK", "Vereinigtes Königreich"),
    "GM": ("Gambia", "The Gambia", "GAM"),
    "IQ": ("Irak", "Iraq"),
    "IR": ("Iran", "Islamische Republik Iran", "Iran, Islamische Republik", "Persien"),
    "KG": ("Kirgistan", "Kirgisien"),
    "KR": ("Korea", "Südkorea"),
    "MD": ("Moldawien", "Moldau", "Republik Moldau", "Moldova"),
    "MK": ("Mazedonien", "Nord-Mazedonien", "Makedonien"),
    "MM": ("Burma", "Birma"),
    "NG": ("Nigeria", "NIG"),
    "NL": ("Holland",),
    "PS": ("Palästina", "Palestina", "palästinensische Gebiete"),
    "RU": ("Russische Föderation", "Russland", "Rußland"),
    "SO": ("Somalia", "Somali", "Somalisch"),
    "SY": (
        "Syrien",
        "Arabische Republik Syrien",
        "Syrien, Arabische Republik",
        "Syrisch-Arabische Republik",
        "Syria",
        "Sirien",
        "Syrisch-arabisch",
    ),
    "TR": ("Türkei", "Turkei", "Turkiye"),
    "UA": ("Ukraine", "UKR", "Ukrain", "Ukrainisch"),
    "US": ("USA", "Vereinigte Staaten", "Amerika"),
    KOSOVO: ("Kosovo", "Kosova", "RKS", "KOS", "XKX", "Republik Kosovo"),
}

# Peoples and creeds that stand in this column now and then and name no state.
NOT_A_STATE = words_of(
    """kurdisch kurde kurdin kurden kurdistan jesidisch jeside jesidin ezidisch eziden jesiden arabisch
    araber araberin roma sinti tamilisch tamile hazara paschtunisch paschtune usbekischstaemmig
    tschetschenisch tschetschene tschetschenien afrikanisch afrika muslimisch christlich eu drittstaat
    asyl fluechtling"""
)
