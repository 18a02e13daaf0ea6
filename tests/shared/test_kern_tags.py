"""The template tags of the components."""

import pytest

LOAD = "{% load kern %}"


def test_badge_escapes_its_text(rendered):
    html = rendered(LOAD + "{% badge text 'info' %}", {"text": "<i>"})

    assert html == (
        '<span class="kern-badge kern-badge--small kern-badge--info"><span class="kern-label">&lt;i&gt;</span></span>'
    )


@pytest.mark.parametrize(
    ("done", "total", "width"), [(22, 38, "57.9"), (0, 0, "0.0"), (5, 4, "100.0"), (-1, 4, "0.0")]
)
def test_share_bar_stays_in_bounds_and_uses_a_point(rendered, done, total, width):
    html = rendered(LOAD + "{% share_bar done total %}", {"done": done, "total": total})

    assert f'class="bar-fill" width="{width}%"' in html


def test_share_bar_says_its_figure_in_words(rendered):
    assert "1.200 von 5.000</span>" in rendered(LOAD + "{% share_bar 1200 5000 %}")


def test_longest_bar_of_a_chart_fills_its_cell_and_the_table_holds_the_figures(rendered):
    html = rendered(
        LOAD + "{% bar_chart 'Nach Art' 'Gespräche' rows %}",
        {"rows": [("Büro", 2000), ("Video", 500, "wenig")]},
    )

    assert [part.split("%")[0] for part in html.split('bar-fill" width="')[1:]] == ["100.0", "25.0"]
    assert "2.000</td>" in html
    assert "wenig</td>" in html
    assert "<caption>Nach Art</caption>" in html


def test_panel_with_an_id_is_a_region_named_by_its_heading(rendered):
    html = rendered(
        LOAD + "{% panel title='Heute' id='heute' url='/w' link='Woche' %}<p>x</p>{% endpanel %}"
    )

    assert (
        '<section class="kern-card kern-card--hug kern-level-2 panel" id="heute" aria-labelledby="heute-title">'
        in html
    )
    assert '<h2 class="kern-title" id="heute-title">Heute</h2><a href="/w">Woche</a>' in html
    assert "<p>x</p></section>" in html


@pytest.mark.parametrize(
    ("path", "aria", "link"),
    [
        ("/?kind=a&after=9", "", "?kind=a&amp;sort=name"),
        ("/?sort=name", ' aria-sort="ascending"', "?sort=-name"),
        ("/?sort=-name", ' aria-sort="descending"', "?sort=name"),
    ],
)
def test_sort_header_turns_the_order_and_starts_the_list_again(rendered, path, aria, link):
    html = rendered(LOAD + "{% sort_header 'name' 'Name' %}", path=path)

    assert (
        html
        == f'<th scope="col" class="kern-table__header"{aria}><a class="sort" href="{link}">Name</a></th>'
    )


def test_order_chosen_by_the_view_is_shown_though_the_address_is_silent(rendered):
    html = rendered(LOAD + "{% sort_header 'name' 'Name' %}", {"sort": "-name"})

    assert 'aria-sort="descending"' in html


def test_active_filters_are_told_in_words_and_each_can_be_removed(rendered, preview_pages):
    html = preview_pages["/"]

    assert "Art: Büro" in html
    assert "Seit: 01.11.2026" in html
    assert 'href="?since=2026-11-01&amp;sort=-date"' in html
    assert 'href="?kind=b%C3%BCro&amp;sort=-date"' in html


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox, Windows",
        ),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/150.0 Mobile Safari/537.36", "Chrome, Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("", "unbekanntes Gerät"),
    ],
)
def test_devices_have_names_people_know(rendered, agent, name):
    assert rendered(LOAD + "{{ agent|device_name }}", {"agent": agent}) == name


@pytest.mark.parametrize(
    ("tags", "url"), [("undo=/a/1/zurueck", "/a/1/zurueck"), ("safe", ""), ("", "")]
)
def test_undo_address_is_read_from_the_tags_of_a_message(rendered, tags, url):
    assert rendered(LOAD + "{{ tags|undo_url }}", {"tags": tags}) == url
