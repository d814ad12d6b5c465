"""Hundreds of clusters: the map is seen first, and the panel follows with the same state."""

import re

import pytest
from access import violations
from invented import COLOURS
from meeting import near

COUNT = 520


@pytest.fixture
def crowd(opened):
    """A plan whose every second cluster is founded by 2020, the rest by 2025, a hectare each phase."""
    places = [("Một", "Huyện Đông"), ("Hai", "Huyện Đông"), ("Ba", "Huyện Tây"), ("Bốn", "Huyện Tây")]
    clusters = [(f"Cụm {i:03}", *places[i % 8 // 2], [1 - i % 2, 1]) for i in range(COUNT)]
    return opened(phases=[2020, 2025], clusters=clusters)


def in_panel(room):
    """What the panel says when it is done, of the whole plan."""
    room.page.evaluate("bkPage.ready")
    return room.summary()["Toàn tỉnh"], room.words(room.page.locator("#bk-list h2"))


def test_a_step_is_on_the_map_at_once_and_in_the_panel_soon(crowd):
    for by, count, hectares in ((2020, COUNT // 2, "260"), (2025, COUNT, "780"), (2020, COUNT // 2, "260")):
        crowd.page.get_by_role("radio", name=str(by)).check()
        assert len(crowd.discs()) == count
        row, head = in_panel(crowd)
        assert (row["CCN"], row["ha"]) == (str(count), hectares)
        assert head == f"Toàn tỉnh: {count} cụm công nghiệp, {hectares} ha"
        assert re.search(rf"by={by}|^[^#]*$", crowd.page.url)


def test_the_picture_on_the_map_is_that_of_the_step(crowd):
    crowd.only_markers()
    late = [disc.pixel for disc in crowd.discs().values() if int(disc.name[-3:]) % 2]
    y, x = next((y, x) for y, x in late if 150 < y < 700 < x < 1200)  # clear of legend and buttons
    for by, there in ((2020, False), (2025, True), (2020, False), (2025, True)):
        crowd.set(by=by)
        crowd.page.evaluate("bkPage.ready")
        assert near(crowd.pixels()[y, x], COLOURS[1], 40) == there


def test_steps_in_quick_succession_end_with_the_last_one(crowd):
    crowd.page.evaluate("for (const by of [2020, 2025, 2020, 2025, 2020]) bkPage.set({ by })")
    row, _ = in_panel(crowd)
    assert row["CCN"] == str(COUNT // 2)
    assert crowd.state()["by"] == 2020


def test_another_language_is_there_with_its_figures_at_once(crowd):
    crowd.set(lang="en")
    assert crowd.summary()["Whole province"]["Clusters"] == str(COUNT)
    crowd.page.evaluate("bkPage.ready")
    assert f"{COUNT} clusters" in crowd.words(crowd.page.locator("#bk-list"))


def test_a_long_list_is_begun_and_the_rest_counted(crowd):
    entries = crowd.page.get_by_role("list").get_by_role("button")
    assert entries.count() == 20
    assert str(COUNT - 20) in crowd.words(crowd.page.locator("#bk-list > p"))


def test_the_focus_stays_on_its_row_through_a_step(crowd):
    crowd.page.get_by_role("button", name="Huyện Đông").focus()
    crowd.page.keyboard.press("ArrowLeft")
    in_panel(crowd)
    assert crowd.page.evaluate("document.activeElement.textContent") == "Huyện Đông"
    crowd.page.keyboard.press("Enter")
    row, head = in_panel(crowd)
    assert head.startswith(f"Huyện Đông: {COUNT // 4} ")
    assert row["CCN"] == str(COUNT // 2)


def test_an_address_that_comes_before_the_panel_counts(crowd):
    crowd.page.evaluate(
        """async () => {
          bkPage.set({ by: 2020 });
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          location.hash = "by=2025&lang=en";
        }"""
    )
    crowd.page.wait_for_function("() => bkPage.state.lang === 'en'")
    assert crowd.state()["by"] == 2025


# A key scrolls over some frames, of which a busy machine has few.
AT_REST = """async (box) => {
  for (let [still, last] = [0, -1]; still < 5; last = box.scrollTop) {
    await new Promise(requestAnimationFrame);
    still = box.scrollTop === last ? still + 1 : 0;
  }
}"""


def test_the_table_of_a_crowd_draws_the_rows_in_view_and_the_keyboard_reaches_all(crowd):
    page = crowd.page
    page.get_by_role("button", name="Bảng số liệu").click()
    dialog = page.get_by_role("dialog", name="Bảng số liệu")
    assert dialog.get_by_role("table").get_attribute("aria-rowcount") == str(COUNT + 1)
    assert "520 dòng" in crowd.words(dialog)
    region = dialog.get_by_role("region")
    region.focus()
    seen = set()
    for key in ("Home", *["PageDown"] * 60):
        page.keyboard.press(key)
        region.evaluate(AT_REST)
        drawn = region.evaluate(
            """(box) => [...box.querySelectorAll("tbody [aria-rowindex]")].map((row) => {
              const [{ top, bottom }, edge] = [row, box].map((one) => one.getBoundingClientRect());

              const isSeen = top < edge.bottom && bottom > edge.top;
              return [Number(row.ariaRowIndex), row.cells[0].textContent, isSeen];
            })"""
        )
        assert len(drawn) < 200
        assert all(text == str(index - 1) for index, text, _ in drawn)
        assert sum(there for *_, there in drawn) > 5
        seen |= {text for _, text, there in drawn if there}
        if len(seen) == COUNT:
            break
    assert len(seen) == COUNT
    assert not violations(crowd)
