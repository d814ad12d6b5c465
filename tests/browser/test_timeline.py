"""The phases as steps: by click, by keys, one alone, and played."""

import pytest


def chosen(room):
    return int(room.page.get_by_role("radio", checked=True).get_attribute("value"))


@pytest.mark.parametrize("by", [2015, 2020, 2025])
def test_a_click_on_a_step_shows_that_horizon(meeting, draw, plan, by):
    room = meeting(draw(2015 if by != 2015 else 2025))
    room.page.get_by_role("radio", name=str(by)).click()
    assert chosen(room) == by
    assert len(room.discs()) == (plan.hectares_by(by) > 0).sum()


def test_arrow_keys_move_along_the_timeline_and_stop_at_its_ends(room):
    press = room.page.keyboard.press
    seen = []
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight"):
        press(key)
        seen.append(chosen(room))
    assert seen == [2025, 2020, 2015, 2015, 2020]


def test_arrow_keys_on_the_steps_keep_the_focus_there(room):
    room.page.get_by_role("radio", checked=True).focus()
    for by in (2020, 2015):
        room.page.keyboard.press("ArrowLeft")
        assert chosen(room) == by
        assert room.page.evaluate("document.activeElement.value") == str(by)


def test_arrow_keys_in_the_search_field_leave_the_timeline_alone(room):
    room.page.get_by_role("combobox").fill("cam")
    room.page.keyboard.press("ArrowLeft")
    assert chosen(room) == 2025


ALONE = {2015: ("7", "164,44"), 2020: ("11", "195,46"), 2025: ("9", "129")}


@pytest.mark.parametrize("by", ALONE)
def test_one_phase_alone_shows_its_own_hectares(meeting, draw, plan, by):
    room = meeting(draw(by))
    room.page.get_by_role("checkbox", name="Riêng giai đoạn").check()
    whole = room.summary()["Toàn tỉnh"]
    assert (whole["CCN"], whole["ha"]) == ALONE[by]
    assert len(room.discs()) == int(whole["CCN"])
    label = next(phase.label["vi"] for phase in plan.phases if phase.end == by)
    assert room.page.get_by_role("table", name=label).is_visible()
    room.page.get_by_role("checkbox", name="Riêng giai đoạn").uncheck()
    assert len(room.discs()) == (plan.hectares_by(by) > 0).sum()


def test_play_goes_through_the_horizons_and_stops(meeting, draw):
    room = meeting(draw(2025), clock=True)
    room.page.get_by_role("button", name="Chạy").click()
    seen = [chosen(room)]
    assert room.page.get_by_role("button", name="Dừng").is_visible()
    for _ in range(2):
        room.page.clock.run_for(1700)
        seen.append(chosen(room))
    assert seen == [2015, 2020, 2025]
    room.page.clock.run_for(1700)
    assert room.page.get_by_role("button", name="Chạy").is_visible()
    assert not room.state()["playing"]


def test_pause_keeps_the_horizon(meeting, draw):
    room = meeting(draw(2025), clock=True)
    room.page.get_by_role("button", name="Chạy").click()
    room.page.get_by_role("button", name="Dừng").click()
    room.page.clock.run_for(5000)
    assert chosen(room) == 2015


def test_a_new_address_stops_the_play(meeting, draw):
    room = meeting(draw(2025), clock=True)
    room.page.get_by_role("button", name="Chạy").click()
    room.page.evaluate(
        """async () => {
          const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
          location.hash = "#by=2020";
          await changed;
        }"""
    )
    assert room.page.get_by_role("button", name="Chạy").is_visible()
    room.page.clock.run_for(6000)
    assert chosen(room) == 2020
