"""The state is in the address, so that a link or a bookmark opens the same view."""

import pytest

SHOWN = ("by", "alone", "lang", "district", "subregion", "cluster")


def shown(room):
    return {key: room.state()[key] for key in SHOWN}


def test_a_link_opens_horizon_language_and_district(meeting, draw, plan):
    room = meeting(draw(), view="#by=2020&lang=en&district=061")
    state = shown(room)
    assert (state["by"], state["lang"]) == (2020, "en")
    assert plan.districts["district_code"][state["district"]] == "061"
    name = plan.districts["district"][state["district"]]
    assert room.page.get_by_role("button", name=name).get_attribute("aria-pressed") == "true"
    assert room.page.get_by_role("heading", name=name).is_visible()


@pytest.mark.parametrize(
    "patch",
    [
        {"by": 2015},
        {"by": 2020, "alone": True, "lang": "en"},
        {"subregion": 3, "lang": "en"},
        {"district": 2, "by": 2020},
        {"cluster": 6},
    ],
)
def test_what_is_shown_is_written_and_read_back(meeting, draw, patch):
    room = meeting(draw())
    room.set(**patch)
    again = meeting(draw(), view="#" + room.page.url.partition("#")[2])
    assert shown(again) == shown(room)
    for key, value in patch.items():
        assert shown(again)[key] == value


def test_the_first_view_needs_nothing_in_the_address(room):
    assert "#" not in room.page.url


def test_a_link_opened_in_the_same_window_changes_the_view(meeting, draw):
    room = meeting(draw(), view="#cluster=7")
    room.page.evaluate("location.hash = '#by=2015&lang=en'")
    room.page.wait_for_function("() => bkPage.state.by === 2015")
    assert room.state()["lang"] == "en"
    assert room.state()["cluster"] is None
    room.page.wait_for_function("() => !document.querySelector('.leaflet-popup')")


@pytest.mark.parametrize(
    "view",
    [
        "#by=1999&lang=xx&district=999&cluster=0",
        "#%E0%A4%A",
        "#<img src=x onerror=alert(1)>",
        "#by=2020&by=2015&",
    ],
)
def test_an_address_that_makes_no_sense_opens_the_plan(meeting, draw, view):
    room = meeting(draw(), view=view)
    assert len(room.discs()) in (17, 21)
    assert room.state()["lang"] == "vi"
