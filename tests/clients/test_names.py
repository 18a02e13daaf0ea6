"""Spellings, stored keys and the reading of what is typed."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.clients import names
from geleit.clients.names.words import fold
from tests.clients import name_pairs

# Every line is one name; all its spellings must share a skeleton.
ONE_NAME = """
Mohammed Muhammad Mohamad Mohamed Muhammet محمد Мухаммад መሓመድ
Olena Олена Elena Елена Jelena
Kovalenko Kowalenko Коваленко
Yusuf Youssef Jusuf Yousif يوسف یوسف Yosief
Fatima Fatma Fatemeh Fatimah فاطمة فاطمه
Hussein Husain Hossein Hüseyin حسين حسین
Abdullah Abdallah Abdulla عبدالله
Abdulrahman Abdurrahman Abdelrahman Abderrahmane Abdirahman عبدالرحمن
Abdelaziz Abdulaziz عبدالعزيز
Ghebremariam Gebremariam ገብረማርያም
Tesfay Tesfai ተስፋይ
Tsegay Zegay ጸጋይ ፀጋይ
Goitom Goytom ጐይትኦም
Shevchenko Schewtschenko Chevtchenko Szewczenko Ševčenko Шевченко
Shcherbak Schtscherbak Szczerbak Щербак
Oleksandr Aleksandr Alexander Олександр Александр
Zelenska Selenska Зеленська Selenskaja
Yevhen Jewhen Evgen Євген Евгений
Mykhailo Michajlo Михайло Michael Mikael
Serhii Sergej Сергій Сергей
Hrabovska Grabowska Грабовська
Giorgi გიორგი
Javakhishvili Dschawachischwili ჯავახიშვილი
Chavchavadze Tschawtschawadse ჭავჭავაძე
Ahmad Ahmet أحمد احمد
Khalid Chalid Halid Halit Xalid خالد
Said Saeed Sayed سعيد سعید
Qasim Kasim Ghasem Kasım قاسم
Dawit Dawid David Dawood Daoud داود ዳዊት
Zahra Sahra زهرا زهراء
Aisha Aischa Ayşe عائشة
Khadija Chadidscha Hatice خديجة
Zeynep Zainab زينب
Recep Rajab رجب
Othman Osman عثمان
Rıza Reza Rida رضا
Nowruz Nauroz نوروز
Suhail Suhayl سهيل
Tasnim Tasneem تسنيم
Fathi Fathy فتحي
Alkhatib Elkhatib Khatib Chatib
Nureddin Nuruddin Nooruddin
Nguyen Nguyễn
Müller Mueller Muller
Weiß Weiss Weis
Petrović Petrovic Petrowitsch
"""


@pytest.mark.parametrize("line", ONE_NAME.strip().split("\n"))
def test_all_spellings_of_a_name_share_a_skeleton(line: str) -> None:
    keys = [set(names.skeletons(spelling).split()) for spelling in line.split()]

    assert set.intersection(*keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan", "Ghassan"),
        ("Mohammed", "Ahmed"),
        ("Olena", "Iryna"),
        ("Kovalenko", "Kravchenko"),
        ("Fatima", "Farida"),
        ("Khalid", "Walid"),
        ("Amina", "Amira"),
        ("محمد", "أحمد"),
        ("ዳዊት", "ዮናስ"),
        ("Müller", "Meier"),
    ],
)
def test_different_names_share_no_skeleton(one: str, other: str) -> None:
    assert not set(names.skeletons(one).split()) & set(names.skeletons(other).split())


def test_names_with_one_skeleton_still_differ_in_their_vowels() -> None:
    assert names.skeleton("Hassan") == names.skeleton("Hussein")
    assert names.likeness("Hassan", "Hussein") < 0.6 < names.likeness("Hossein", "Husain")
    assert names.likeness("محمود", "Mohammed") < 0.6 < names.likeness("محمود", "Mahmoud")


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("Müller-Weiß", "mueller weiss"),
        ("Ayşe IŞIK İsmail Iğdır", "ayse isik ismail igdir"),
        ("Łukasz Żółć Đorđe Řehoř", "lukasz zolc dorde rehor"),
        ("Ґудзь Їжак Євгенія Згурський", "gudz yizhak yevheniia zghurskyi"),
        ("Мар’яна Сергій Ёлкин Сергей", "mariana serhii elkin sergei"),
        ("محمد فاطمة قاسم خالد", "muhammad fatima qasim khalid"),
        ("گلبدین پوهاند چمن ژاله", "glbdin puhand chmn zhaleh"),
        ("عبد الرحمن", "abd al rahman"),
        ("عبدالرحمن مُحَمَّد", "abdulrahman muhammad"),
        ("ገብረማርያም ጐይትኦም", "gebremaryam geytom"),
        ("გიორგი ჯავახიშვილი", "giorgi javakhishvili"),
        ("O'Neill  (Mia)", "oneill mia"),
        ("", ""),
    ],
)
def test_transliteration(written: str, spelled: str) -> None:
    assert names.romanise(written) == spelled


def test_search_text_holds_umlauts_in_both_spellings() -> None:
    assert names.search_text("Jörg", "Müller", "Мюллер") == " joerg jorg mueller muller miuller"


def test_neighbours_are_also_stored_as_one_word() -> None:
    assert names.skeletons("Gebre Mariam") == " kbr mrm kbrmrm"


def test_all_keys_at_once_equal_the_single_ones() -> None:
    keys = names.stored_keys("Abd al-Rahman", "Öztürk", "عبد الرحمن")

    assert keys == (
        names.search_text("Abd al-Rahman", "Öztürk", "عبد الرحمن"),
        names.skeletons("Abd al-Rahman Öztürk عبد الرحمن"),
        names.sort_key("Öztürk", "Abd al-Rahman"),
    )


def test_names_sort_as_in_a_german_telephone_directory() -> None:
    """DIN 5007-1: ä as a, ß as ss; a shorter family name first; other scripts by their spelling."""
    people = [
        ("Abel", ""),
        ("Ärger", "Zoe"),
        ("Meier", "Zoe"),
        ("Meier Schmidt", "Anna"),
        ("Möller", "Jan"),
        ("Mohn", "Jan"),
        ("Mueller", "Anna"),
        ("Müller", "Anna"),
        ("Muller", "Bert"),
        ("Шевченко", "Ірина"),
        ("Straße", "Ida"),
        ("Strasse", "Jan"),
        ("Zimmer", "Ali"),
    ]

    keys = {person: names.sort_key(*person) for person in people}

    assert [family for family, _ in sorted(people, key=keys.__getitem__)] == [
        "Abel", "Ärger", "Meier", "Meier Schmidt", "Mohn", "Möller", "Mueller", "Müller", "Muller",
        "Шевченко", "Straße", "Strasse", "Zimmer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "prefixes", "skeletons"),
    [
        ("kov ol", ["kov", "ol"], [("kv",), ("al",)]),
        ("Ковал", ["koval"], [("kvl",)]),
        ("محم", ["mhm"], [("mhm",)]),
        ("müll", ["mull"], [("ml",)]),
        ("muell", ["mull"], [("ml",)]),
        ("Moh", ["moh"], [("mh",)]),
        ("Schewtsc", ["schewtsc"], [("xv",)]),
        ("Abd al-Rahman K", ["abd", "rahman", "k"], [("abt",), ("rhmn",), ("k",)]),
        ("Habib Ullah ", ["habibullah"], [("hbbl",)]),
        ("x", ["x"], [("ks",)]),
        ("ol", ["ol"], [("al",)]),
        ("o", ["o"], [()]),
        (" , ;", [], []),
    ],
)
def test_typed_words_become_beginnings(
    typed: str, prefixes: list[str], skeletons: list[tuple[str, ...]]
) -> None:
    words = names.prefix_keys(typed).words

    assert [word.prefix for word in words] == prefixes
    assert [word.skeletons for word in words] == skeletons


def test_only_the_last_word_without_a_space_after_it_is_unfinished() -> None:
    assert [word.complete for word in names.prefix_keys("Kovalenko, Olena").words] == [True, False]
    assert [word.complete for word in names.prefix_keys("Kovalenko Olena ").words] == [True, True]


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("12.3.1990", names.QueryBirth((1990,), 3, 12)),
        ("12. 3. 1990", names.QueryBirth((1990,), 3, 12)),
        ("12.03.90", names.QueryBirth((1990, 2090), 3, 12)),
        ("12/3/1990", names.QueryBirth((1990,), 3, 12)),
        ("1990-03-12", names.QueryBirth((1990,), 3, 12)),
        ("١٢.٣.١٩٩٠", names.QueryBirth((1990,), 3, 12)),
        ("3.1990", names.QueryBirth((1990,), 3)),
        ("1990", names.QueryBirth((1990,))),
        ("29.2.2000", names.QueryBirth((2000,), 2, 29)),
    ],
)
def test_typed_birth_dates_are_understood(typed: str, birth: names.QueryBirth) -> None:
    assert names.prefix_keys(f"olena {typed}").births == (birth,)
    assert [word.prefix for word in names.prefix_keys(f"{typed} olena").words] == ["olena"]


@pytest.mark.parametrize("typed", ["WT-2024-0117", "wt-20", "0117", "31.2.1990", "29.2.1900"])
def test_other_terms_with_digits_are_file_numbers(typed: str) -> None:
    query = names.prefix_keys(typed)

    assert query.file_numbers == (typed.upper(),)
    assert (query.words, query.births) == ((), ())


ANY_TEXT = st.text(max_size=60) | st.text(
    alphabet="aeouhjcstxzü ßığş-’'محدعوياة عبدالлгґєїйщьሓጎთჯ1.", max_size=40
)


@given(ANY_TEXT, ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_plain_keys(given_name: str, family_name: str) -> None:
    keys = names.stored_keys(given_name, family_name)

    assert re.fullmatch(r"( [a-z0-9]+)*", keys.search_text)
    assert re.fullmatch(r"( [a-z0-9]+)*", keys.skeletons)
    assert re.fullmatch(r"[a-z0-9 ]*", keys.sort_key)
    assert names.romanise(names.romanise(given_name)) == names.romanise(given_name)


@given(ANY_TEXT, ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    assert 0 <= names.likeness(a, b) <= 1
    assert names.likeness(a, b) == names.likeness(b, a)
    assert 0 <= names.typed_likeness(names.prefix_keys(a), b) <= 1
    assert 0 <= names.likely_same(a, date(1990, 1, 1), b, None).score <= 1


@given(st.text(alphabet="aeoumhlsz", max_size=12), st.integers(0, 12))
def test_a_beginning_of_a_word_is_a_beginning_of_its_key(word: str, length: int) -> None:
    assert fold(word).startswith(fold(word[:length]))


def test_a_hundred_eighty_thousand_names_take_seconds() -> None:
    """At least 20,000 names a second on one core; 70,000 where given names repeat, as they do."""
    people = [line.split("|") for line in name_pairs.SAME.strip().split("\n")]
    given_names = [line[0].split()[0] for line in people]
    endings = ["enko", "ov", "zai", "oğlu", "вич", "ي", "shvili", "mariam"]
    invented = [
        (given_names[i % len(given_names)], f"{given_names[i % 89]}{i % 5}{endings[i % 8]}")
        for i in range(20_000)
    ]

    start = time.process_time()
    for given_name, family_name in invented:
        names.stored_keys(given_name, family_name)

    assert len(invented) / (time.process_time() - start) >= 20_000
