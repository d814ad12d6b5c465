"""All that a planner wants of a cluster, by mouse, by touch and by keyboard."""

import re

import pytest
from meeting import PHONE

FACTS = {
    "vi": [
        "CCN Huyền Tung",
        "Huyền Tung",
        "Huyền Tụng",
        "đính chính",
        "Thị xã Bắc Kạn",
        "Tiểu vùng trung tâm",
    ],
    "en": ["CCN Huyền Tung", "Huyền Tung", "Huyền Tụng", "corrected", "Thị xã Bắc Kạn", "Central sub-region"],
}


def heading(room):
    return room.popup().get_by_role("heading")


@pytest.mark.parametrize("name", ["Cẩm Giàng", "Xuất Hóa", "Lũng Hoàn", "Pù Pét"])
def test_a_click_on_a_marker_opens_its_details(room, name):
    room.page.mouse.click(*room.discs()[name].centre)
    assert heading(room).inner_text() == name


def test_a_tap_on_a_marker_opens_its_details(meeting, draw):
    room = meeting(draw(), size=PHONE, touch=True)
    room.page.touchscreen.tap(*room.discs()["Cổ Linh"].centre)
    heading(room).wait_for()
    assert heading(room).inner_text() == "Cổ Linh"
    # The map moves until the whole of it is seen.
    room.page.wait_for_function(
        """() => {
          const { left, right, top } = document.querySelector(".leaflet-popup").getBoundingClientRect();
          return left >= 0 && right <= innerWidth && top >= 0;
        }"""
    )


def test_a_small_marker_can_be_hit_by_a_finger(room):
    """A target of 24 pixels, also where the disc is smaller."""
    room.page.evaluate("void bkPage.map.setZoom(bkPage.map.getMinZoom(), {animate: false})")
    disc = room.discs()["Cổ Linh"]
    assert disc.r < 12
    room.page.mouse.click(disc.centre[0] - 11, disc.centre[1])
    assert heading(room).inner_text() == "Cổ Linh"


def test_the_list_opens_details_by_keyboard_and_escape_closes_them(room):
    entry = room.page.get_by_role("list").get_by_role("button", name=re.compile("^Cẩm Giàng"))
    entry.focus()
    room.page.keyboard.press("Enter")
    assert heading(room).inner_text() == "Cẩm Giàng"
    assert heading(room).evaluate("(h) => h === document.activeElement")
    room.page.keyboard.press("Escape")
    room.page.wait_for_function("() => !document.querySelector('.leaflet-popup')")
    assert room.state()["cluster"] is None


def test_the_map_itself_can_be_moved_by_keyboard(room):
    room.page.get_by_role("region", name="Bản đồ").focus()
    before = room.page.evaluate("bkPage.map.getCenter().lng")
    room.page.keyboard.press("ArrowRight")
    room.page.wait_for_function("(lng) => bkPage.map.getCenter().lng > lng", arg=before)
    assert room.state()["by"] == 2025, "the arrow also moved the timeline"


@pytest.mark.parametrize("lang", FACTS)
def test_details_hold_names_place_match_hectares_and_row(meeting, draw, lang):
    room = meeting(draw(lang=lang), view="#cluster=1")
    text = room.words(room.popup())
    for words in ["Huyền Tụng", *FACTS[lang]]:
        assert words in text, words
    hectares = {"vi": ["32,7 ha", "12 ha", "44,7 ha"], "en": ["32.7 ha", "12 ha", "44.7 ha"]}[lang]
    cells = [cell for row in room.popup().get_by_role("row").all() for cell in [room.words(row)]]
    assert len(cells) == 3
    for words, row in zip(hectares, cells, strict=True):
        assert row.endswith(words)
    founded, expanded = {"vi": ("thành lập mới", "mở rộng"), "en": ("founded", "expansion")}[lang]
    assert founded in cells[0]
    assert expanded in cells[1]
    assert re.search(r"(Số thứ tự trong phụ lục|Row in the annex) 1\b", text)
    assert {"vi": "Vị trí tham khảo", "en": "Indicative location"}[lang] in text


def test_a_cluster_of_two_communes_names_both(meeting, draw):
    text = (room := meeting(draw(), view="#cluster=4")).words(room.popup())
    assert "Bành Trạch" in text
    assert "Thượng Giáo" in text
    assert "giữa tâm các xã" in text


def test_a_cluster_that_is_founded_later_moves_the_horizon_when_it_is_opened(meeting, draw):
    room = meeting(draw(2015))
    room.set(cluster=room.page.evaluate("bkPage.plan.clusters.findIndex(({ name }) => name === 'Nà Phặc')"))
    assert room.state()["by"] == 2025
    assert heading(room).inner_text() == "Nà Phặc"


def test_open_details_follow_the_language(meeting, draw):
    room = meeting(draw(), view="#cluster=7")
    assert "Tổng cộng" in room.words(room.popup())
    room.page.get_by_role("button", name="English").click()
    assert "Total" in room.words(room.popup())
    room.page.wait_for_function("() => document.querySelectorAll('.leaflet-popup').length === 1")


def test_a_click_beside_the_markers_names_the_commune(room):
    at = room.page.evaluate(
        """() => {
          const commune = bkPage.plan.communes.find((c) => c.name === "Văn Minh");
          const middle = L.latLngBounds(bkPage.view.boundsOf(commune)).getCenter();
          const point = bkPage.map.latLngToContainerPoint(middle);
          const box = bkPage.map.getContainer().getBoundingClientRect();
          return [point.x + box.left, point.y + box.top];
        }"""
    )
    room.page.mouse.click(*at)
    assert heading(room).inner_text() == "Xã Văn Minh"
    assert "Huyện Na Rì" in room.words(room.popup())


def test_another_language_leaves_the_focus_where_it_is(meeting, draw):
    room = meeting(draw(), view="#cluster=7")
    room.page.get_by_role("button", name="English").focus()
    room.page.keyboard.press("Enter")
    assert room.page.evaluate("document.activeElement.textContent") == "Tiếng Việt"
    assert "Sub-region" in room.words(room.popup())


def test_the_details_of_a_commune_follow_the_language(room):
    room.page.get_by_role("combobox").fill("cao tri")
    room.page.get_by_role("option").first.click()
    closing = room.popup().get_by_role("button", name="Đóng")
    assert closing.is_visible()
    room.page.get_by_role("button", name="English").click()
    assert "Northern" in room.words(room.popup())
    assert room.popup().get_by_role("button", name="Close").is_visible()


HIDES = """() => {
  const { map, clusters, plan, state } = bkPage;
  const frame = map.getContainer().getBoundingClientRect();
  const { x, y, r } = clusters.disc(plan.clusters[state.cluster]);
  const at = map.layerPointToContainerPoint(L.point(x, y));
  const popup = [...document.querySelectorAll(".leaflet-popup")].at(-1); // one before may still be fading
  const parts = popup.querySelectorAll(".leaflet-popup-content-wrapper, .leaflet-popup-tip-container");
  return [...parts].map((part) => part.getBoundingClientRect()).some(({ left, right, top, bottom }) => {
    const [u, v] = [at.x + frame.left, at.y + frame.top];
    return Math.hypot(Math.max(left - u, 0, u - right), Math.max(top - v, 0, v - bottom)) < r - 0.5;
  });
}"""


@pytest.mark.parametrize("size", [{"width": 1366, "height": 768}, {"width": 1024, "height": 768}, PHONE])
def test_a_popup_does_not_hide_its_own_cluster(meeting, draw, size):
    """Nor when its disc grows with the years, or with the zoom."""
    room = meeting(draw(2015), size=size)
    for index in range(0, 21, 4):
        room.set(cluster=index)
        assert not room.page.evaluate(HIDES), index
        room.set(by=2025)
        assert not room.page.evaluate(HIDES), index
    room.page.evaluate("void bkPage.map.setZoom(bkPage.map.getZoom() + 1, { animate: false })")
    assert not room.page.evaluate(HIDES)
