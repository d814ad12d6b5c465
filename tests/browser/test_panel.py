"""The panel says what the library computes, in step with the horizon and the selection, in two languages."""

import re

import numpy as np
import pytest
from meeting import PHONE

import bk_gis

HEADS = {"vi": ("CCN", "ha", "Theo QĐ", "Có CCN"), "en": ("Clusters", "ha", "Stated", "Covered")}
WHOLE = {
    ("vi", 2015): ("7", "164,44", "164,44", "6/8"),
    ("vi", 2020): ("17", "359,9", "359,9", "8/8"),
    ("vi", 2025): ("21", "488,9", "488,9", "8/8"),
    ("en", 2015): ("7", "164.44", "164.44", "6/8"),
    ("en", 2020): ("17", "359.9", "359.9", "8/8"),
    ("en", 2025): ("21", "488.9", "488.9", "8/8"),
}


def form(lang, value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "vi" else text


@pytest.mark.parametrize(("lang", "by"), WHOLE)
def test_the_summary_agrees_with_the_coverage_check(meeting, draw, plan, lang, by):
    room = meeting(draw(by, lang))
    clusters, ha, stated, covered = HEADS[lang]
    summary = room.summary()
    whole = summary["Toàn tỉnh" if lang == "vi" else "Whole province"]
    assert tuple(whole[head] for head in HEADS[lang]) == WHOLE[lang, by]
    for row in bk_gis.check_coverage(plan, by=by).table.itertuples():
        found = summary[row.name]
        assert found[clusters] == str(row.clusters)
        assert found[ha] == form(lang, row.hectares)
        assert found[covered] in ({"có", "yes"} if row.covered else {"chưa", "no"})
    for row in bk_gis.check_coverage(plan, by=by, level="subregion", lang=lang).table.itertuples():
        assert summary[row.name][clusters] == str(row.clusters)
        assert summary[row.name][ha] == form(lang, row.hectares)
    # The annex states its own subtotals, and they add up.
    for name in plan.districts["district"]:
        assert summary[name][stated] in (summary[name][ha], "–")
    assert len(summary) == 1 + 4 + 8


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_question_of_the_decision_is_answered_in_words(meeting, draw, plan, lang):
    room = meeting(draw(2025, lang))
    verdict = room.page.get_by_role("status").filter(has_text="4.6")
    words = {
        "vi": "Đạt mục tiêu điểm 4.6: đến năm 2020, cả 8 huyện, thị xã đều có cụm công nghiệp.",
        "en": "Target of clause 4.6 met: by 2020, all 8 districts have a cluster.",
    }
    assert words[lang] in room.words(verdict)
    room.set(by=2015)
    text = room.words(verdict)
    assert words[lang] in text, "the answer for 2020 does not depend on the horizon that is shown"
    missing = bk_gis.check_coverage(plan, by=2015).missing
    assert missing == ["Huyện Ba Bể", "Huyện Pác Nặm"]
    assert "6/8" in text or "6 of 8" in text
    assert ", ".join(missing) in text


def test_a_click_on_a_district_filters_and_zooms_and_a_second_one_goes_back(room, plan):
    row = room.page.get_by_role("button", name="Huyện Ba Bể")
    entries = room.page.get_by_role("list").get_by_role("button")
    wide = room.page.evaluate("bkPage.map.getZoom()")
    row.click()
    assert row.get_attribute("aria-pressed") == "true"
    assert [name.split(" ")[0] for name in map(room.words, entries.all())] == ["Lũng", "Phúc", "Chu"]
    assert room.page.get_by_role("heading", name="Huyện Ba Bể").inner_text().endswith("60 ha")
    west, south, east, north = plan.districts.set_index("district").loc[["Huyện Ba Bể"]].total_bounds
    assert room.page.evaluate("bkPage.map.getZoom()") > wide
    assert room.page.evaluate("(box) => bkPage.map.getBounds().contains(box)", [[south, west], [north, east]])
    row.click()
    assert entries.count() == 21
    assert room.page.evaluate("bkPage.map.getZoom()") == wide


def test_a_click_on_a_subregion_filters_to_its_districts(room, plan):
    room.page.get_by_role("button", name="Tiểu vùng phía Tây").click()
    inside = plan.clusters[plan.clusters["subregion"] == "west"]["name"].tolist()
    listed = list(map(room.words, room.page.get_by_role("list").get_by_role("button").all()))
    assert len(listed) == len(inside) == 5
    assert all(entry.startswith(name) for entry, name in zip(listed, inside, strict=True))


def test_the_language_can_be_switched_there_and_back(room, plan):
    page = room.page
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("heading", level=1).inner_text() == plan.title["en"]
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == plan.title["en"]
    assert "488.9 ha" in room.words(page.get_by_role("heading", name="Whole province"))
    assert "25 February 2014" in page.inner_text("body")
    page.get_by_role("button", name="Tiếng Việt").click()
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert "488,9 ha" in room.words(page.get_by_role("heading", name="Toàn tỉnh"))
    assert "25/02/2014" in page.inner_text("body")


def test_the_page_says_its_source_its_date_and_that_places_are_indicative(room, plan):
    text = " ".join(room.page.inner_text("body").split())
    assert "Nguồn: 320/QĐ-UBND" in text
    assert plan.boundaries.credit in text
    assert plan.boundaries.note["vi"] in text
    assert "Vị trí tham khảo: tâm xã" in text


def test_the_legend_shows_phases_sizes_and_subregions(room, plan):
    legend = room.page.get_by_role("group").filter(has_text="Chú giải")
    text = room.words(legend)
    for label in [*(phase.label["vi"] for phase in plan.phases), *plan.subregions["label_vi"]]:
        assert label in text, label
    assert room.page.get_by_role("img", name="Diện tích (ha): 5 ha, 20 ha, 50 ha").is_visible()


def test_the_map_has_a_north_arrow_and_a_scale(room):
    assert room.page.get_by_role("img", name="Hướng bắc").is_visible()
    assert room.page.get_by_role("region", name="Bản đồ").get_by_text(re.compile(r"^\d+ km$")).is_visible()


@pytest.mark.parametrize("zoom", [8.5, 10, 13])
def test_circles_of_the_legend_have_the_size_of_markers(room, zoom):
    room.zoom_to([22.2, 105.85], zoom)
    radii = room.page.get_by_role("img", name=re.compile("^Diện tích")).evaluate(
        "(box) => [...box.querySelectorAll('circle')].map((circle) => circle.r.baseVal.value)"
    )
    # Cẩm Giàng has 50 ha, as the largest circle; Xuất Hóa has 20.
    discs = {
        d["name"]: d["radii"][-1]
        for d in room.page.evaluate(
            "bkPage.plan.clusters.map((c) => ({name: c.name, radii: bkPage.clusters.disc(c).radii}))"
        )
    }
    assert max(radii) == pytest.approx(discs["Cẩm Giàng"], rel=1e-4)
    assert sorted(radii)[1] == pytest.approx(discs["Xuất Hóa"], rel=1e-4)


def test_a_focused_entry_of_the_list_is_highlighted_on_the_map(room):
    disc = room.discs()["Nà Phặc"]
    x, y = disc.centre
    clip = {"x": x - disc.r - 6, "y": y - disc.r - 6, "width": 2 * disc.r + 12, "height": 2 * disc.r + 12}
    before = room.pixels(**clip)
    room.page.get_by_role("list").get_by_role("button", name=re.compile("^Nà Phặc")).focus()
    dark = (room.pixels(**clip).sum(axis=2) < 150).sum() - (before.sum(axis=2) < 150).sum()
    assert dark > 50


def test_the_legend_says_what_is_faded(room):
    legend = room.page.locator(".bk-legend")
    assert "Mờ" not in room.words(legend)
    room.page.get_by_role("button", name="Huyện Ba Bể").first.click()
    assert "Mờ: ngoài Huyện Ba Bể." in room.words(legend)
    room.set(lang="en")
    assert "Faded: outside of Huyện Ba Bể." in room.words(legend)
    room.page.get_by_role("button", name="Whole province", exact=True).click()
    assert "Faded" not in room.words(legend)


def test_districts_without_a_cluster_are_marked_on_the_map(meeting, draw):
    room = meeting(draw(2015))
    legend = room.page.locator(".bk-legend")
    assert "✗ Huyện, thị xã chưa có cụm" in room.words(legend)
    missing = "bkPage.clusters.view.missing.map((d) => bkPage.plan.districts[d].name)"
    assert room.page.evaluate(missing) == ["Huyện Ba Bể", "Huyện Pác Nặm"]
    red = np.array([0xA3, 0x26, 0x1B])

    def is_marked():
        on_map = room.pixels(x=660, y=0, width=500, height=768)
        return bool((np.abs(on_map - red).max(axis=2) < 8).any())

    assert is_marked()
    room.page.get_by_role("radio", name="2020").check()
    assert "✗" not in room.words(legend)
    assert not is_marked()


def test_of_one_phase_alone_the_table_says_by_when_a_district_is_covered(meeting, draw):
    room = meeting(draw(2025))
    room.page.get_by_role("checkbox", name="Riêng giai đoạn").check()
    assert room.summary()["Huyện Na Rì"] == {
        "CCN": "0",
        "ha": "0",
        "Theo QĐ": "0",
        "Có CCN đến 2025": "có",
    }


def test_without_markers_all_else_goes_on(room):
    room.layers({"clusters"}, on=False)
    room.page.get_by_role("button", name="Huyện Ba Bể").first.click()
    assert "Huyện Ba Bể" in room.words(room.page.locator("#bk-list h2"))
    room.page.get_by_role("button", name="English").click()
    assert room.page.get_by_role("button", name="Print A4").is_visible()
    room.page.evaluate("void bkPage.map.setZoom(11, {animate: false})")
    room.page.locator("#bk-list").get_by_role("button").first.click()
    assert room.popup().is_visible()
    room.layers({"clusters"}, on=True)
    assert room.discs()


def test_on_a_phone_what_is_chosen_in_the_panel_is_shown_on_the_map(meeting, draw):
    room = meeting(draw(), size=PHONE, touch=True)
    for entry in (
        room.page.locator("#bk-list").get_by_role("button").nth(12),
        room.page.locator("#bk-summary").get_by_role("button", name="Huyện Ba Bể"),
    ):
        entry.tap()
        room.page.wait_for_function(
            """() => {
              const { top, bottom } = bkPage.map.getContainer().getBoundingClientRect();
              return top >= -1 && bottom <= innerHeight + 1;
            }"""
        )


STATED = """
[[targets]]
clause = "1"
by = 2020
hectares = 33

[[targets]]
clause = "2"
by = 2020
district = "Huyện Đông"
hectares = 12.5

[[targets]]
clause = "3"
by = 2025
district = "Huyện Tây"
hectares = 25.2
"""


def test_what_is_stated_up_to_a_year_stands_beside_what_there_is_by_then(opened):
    clusters = [("Một", "Một", "Huyện Đông", (12.5, 5)), ("Hai", "Bốn", "Huyện Tây", (17.5, 10))]
    room = opened(phases=[2020, 2025], clusters=clusters, targets=STATED)
    for by, alone, expected, wrong in (
        (2020, False, ("33", "12,5", "–"), {"33"}),
        (2020, True, ("33", "12,5", "–"), {"33"}),  # the first phase is all up to its end
        (2025, False, ("–", "–", "25,2"), {"25,2"}),
        (2025, True, ("–", "–", "–"), set()),
    ):
        room.set(by=by, alone=alone)
        rows = room.summary()
        assert tuple(rows[unit]["Theo QĐ"] for unit in ("Toàn tỉnh", "Huyện Đông", "Huyện Tây")) == expected
        assert (
            set(room.page.locator(".bk-differs").all_inner_texts()) == wrong
        )  # a sub-region's is its district's
