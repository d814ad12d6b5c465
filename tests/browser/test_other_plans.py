"""Another province is another folder: few phases or many, few clusters, some that could not be placed."""

import re

import numpy as np
from invented import COLOURS
from meeting import near


def test_a_plan_of_one_phase_and_one_cluster(opened):
    room = opened(phases=[2030], clusters=[("Đơn", "Một", "Huyện Đông", [12.5])])
    assert room.page.get_by_role("radio").count() == 1
    assert len(room.discs()) == 1
    assert room.summary()["Toàn tỉnh"]["ha"] == "12,5"
    verdict = room.page.get_by_role("status").filter(has_text="Chưa đạt")
    assert "còn thiếu Huyện Tây" in room.words(verdict)
    room.page.get_by_role("button", name="Chạy").click()
    room.page.mouse.click(*room.discs()["Đơn"].centre)
    assert room.popup().get_by_role("heading").inner_text() == "Đơn"


def test_a_plan_of_five_phases(opened):
    clusters = [
        ("Đủ", "Một", "Huyện Đông", [10, 10, 10, 10, 10]),
        ("Cuối", "Bốn", "Huyện Tây", [0, 0, 0, 0, 5]),
    ]
    room = opened(phases=[2015, 2020, 2025, 2030, 2035], clusters=clusters)
    assert room.page.get_by_role("radio").count() == 5
    room.only_markers()
    disc = room.discs()["Đủ"]
    pixels = room.pixels()
    (y, x), inner = disc.pixel, 0
    for outer, colour in zip(disc.radii, COLOURS, strict=True):
        assert near(pixels[y, round(x + (inner + outer) / 2)], colour, 40), colour
        inner = outer
    room.page.get_by_role("radio", name="2030").check()
    assert list(room.discs()) == ["Đủ"]
    assert room.summary()["Toàn tỉnh"]["ha"] == "40"
    assert room.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_clusters_that_could_not_be_placed_are_listed_as_such(opened):
    clusters = [
        ("Có chỗ", "Một", "Huyện Đông", [10, 0]),
        ("Lạc", "Nơi không có", "Huyện Tây", [20, 5]),
    ]
    room = opened(phases=[2020, 2025], clusters=clusters)
    assert list(room.discs()) == ["Có chỗ"]
    entries = room.page.get_by_role("list").get_by_role("button")
    assert entries.count() == 2
    lost = entries.filter(has_text="Lạc")
    assert "Chưa định vị được" in room.words(lost)
    assert "25 ha" in room.words(lost)
    assert room.summary()["Toàn tỉnh"]["ha"] == "35", "it counts, though it has no place"
    lost.click()
    details = room.page.locator(".leaflet-popup")
    assert "Nơi không có" in room.words(details), "its details open all the same"
    assert "Chưa định vị được" in room.words(details)
    room.page.keyboard.press("Escape")
    room.page.get_by_role("combobox").fill("lac")
    room.page.keyboard.press("Enter")
    room.page.get_by_role("button", name="Bảng số liệu").click()
    row = room.page.get_by_role("dialog").get_by_role("row").filter(has_text="Lạc")
    assert "Chưa định vị được" in room.words(row)


def test_a_plan_none_of_whose_clusters_could_be_placed(opened):
    room = opened(phases=[2020], clusters=[("Lạc", "Nơi không có", "Huyện Tây", [20])])
    assert room.discs() == {}
    assert room.page.get_by_role("list").get_by_role("button").count() == 1


def test_many_clusters_of_one_commune_stand_side_by_side(opened):
    clusters = [(f"Cụm {i}", "Một", "Huyện Đông", [i + 1.0, 3.0]) for i in range(12)]
    discs = list(opened(phases=[2020, 2025], clusters=clusters).discs().values())
    assert len(discs) == 12
    for i, a in enumerate(discs):
        for b in discs[:i]:
            apart = ((a.centre[0] - b.centre[0]) ** 2 + (a.centre[1] - b.centre[1]) ** 2) ** 0.5
            assert apart > a.r + b.r, (a.name, b.name)


def test_of_many_communes_without_a_cluster_the_map_is_hatched_and_the_panel_lists_them(opened):
    communes = [f"Thôn {chr(65 + i // 8)}{chr(97 + i % 8)}" for i in range(40)]
    clusters = [("Cụm", "Thôn Aa", None, [10, 0]), ("Sau", "Thôn Bb", None, [0, 5])]
    room = opened(phases=[2020, 2025], clusters=clusters, communes=communes, districts=(), rule=False)
    said = room.words(room.page.locator("#bk-verdict"))
    assert "2/40 xã có cụm công nghiệp; chưa có: Thôn Ab, " in said
    assert "và 30 nơi khác. Danh sách 38 xã chưa có cụm" in said
    assert "Thôn Eh" not in said, "the list is closed"
    assert "✗" not in said + room.words(room.page.locator(".bk-legend"))
    assert room.page.locator("#bk-verdict :is(.bk-yes, .bk-no)").count() == 0
    hatch = [0xB3, 0xA5, 0x94]
    drawn = (np.abs(room.pixels(x=660, y=0, width=700, height=768) - hatch).max(axis=2) < 40).sum()
    assert drawn > 2000, "slanting lines"
    room.page.locator("#bk-verdict summary").click()
    room.page.get_by_role("button", name="Thôn Eh").click()
    assert "Thôn Eh" in room.words(room.popup())
    layer = "layer-without"
    assert room.page.locator(f"[data-key={layer}]").count() == 1
    for words in ("[Hh]uyện", "[Tt]iểu vùng"):
        assert not re.search(words, room.page.evaluate("document.body.innerText"))
    room.page.get_by_role("button", name="Bảng số liệu").click()
    assert not re.search("[Hh]uyện|[Tt]iểu vùng", room.words(room.page.get_by_role("dialog")))


def test_a_long_name_stays_within_the_panel(opened):
    name = "Cụm công nghiệp có tên rất dài " * 8
    room = opened(phases=[2020], clusters=[(name, "Một", "Huyện Đông", [20])])
    room.page.mouse.click(*next(iter(room.discs().values())).centre)
    assert room.popup().get_by_role("heading").inner_text() == name.strip()
    assert room.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
