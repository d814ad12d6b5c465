"""The boundaries of 2020 and 2025 on the page, where the plan has a crosswalk."""

import pytest

import bk_gis
from bk_gis.plan.vintages import place_words

FIELD = "fieldset.bk-vintages"
DRAWN = """() => {
  const { backdrop } = bkPage.view;
  return backdrop.vintage ? backdrop.vintage.year : null;
}"""


@pytest.fixture
def room(meeting, draw):
    return meeting(draw(2020))


def test_a_choice_of_year_draws_its_communes_and_says_so(room):
    choice = room.page.locator(FIELD)
    assert room.words(choice) == "Địa giới xã 2014 2020 2025"
    before = room.pixels(x=700, y=0, width=600, height=768)
    choice.get_by_role("button", name="2025").click()
    assert room.page.evaluate(DRAWN) == 2025
    legend = room.words(room.page.locator(".bk-legend"))
    assert "Địa giới xã năm 2025, gộp từ các xã năm 2014. Gần đúng ở: Chợ Đồn, " in legend
    assert (room.pixels(x=700, y=0, width=600, height=768) != before).any()
    assert room.page.url.endswith("#boundaries=2025")
    named = room.page.evaluate("bkPage.clusters.names.placed.map(({ kind }) => kind)")
    assert "district" not in named, "there were no districts any more"
    assert named.count("commune") > 20
    choice.get_by_role("button", name="2014").click()
    assert room.page.evaluate(DRAWN) is None
    assert (room.pixels(x=700, y=0, width=600, height=768) == before).all()


def test_the_verdict_stays_on_the_districts_of_the_decision(room):
    before = room.words(room.page.locator("#bk-verdict")), room.summary()
    room.set(boundaries=2025)
    assert (room.words(room.page.locator("#bk-verdict")), room.summary()) == before


def test_details_name_the_place_then_and_now_as_the_library_does(room, plan):
    for cluster in plan.clusters.itertuples():
        room.set(cluster=cluster.Index)
        details = room.words(room.popup())
        for year in (2020, 2025):
            place = place_words(plan, cluster.match_codes.split(), year, "vi").split(", ")
            there = [part[0].upper() + part[1:] for part in dict.fromkeys(place)]
            assert f"Năm {year} {'; '.join(there)}" in details


def test_a_click_says_what_a_split_commune_became(room):
    content = room.page.evaluate(
        """() => {
          const { plan } = bkPage;
          const commune = plan.communes.find(({ name }) => name === "Phong Huân");
          bkPage.found({ kind: "commune", item: commune });
          return document.querySelector(".leaflet-popup").innerText;
        }"""
    )
    assert "Năm 2020: Xã Yên Phong (76 %); Xã Bằng Lãng (24 %)" in content


def test_a_name_of_today_is_found_on_its_own_boundaries(room):
    room.page.get_by_role("combobox").fill("nghia ta")
    options = room.page.get_by_role("option")
    assert "Xã, 2025" in " ".join(options.all_inner_texts())
    options.filter(has_text="Xã, 2025").first.click()
    assert room.state()["boundaries"] == 2025


@pytest.mark.parametrize("year", [2020, 2025])
def test_the_page_dissolves_the_communes_as_the_library_does(call, plan, year):
    """The same units, of the same area to a thousandth: coordinates on the page are rounded."""
    from bk_gis.maps.page.data import page_data

    found = call(
        """(data, year) => {
          const plan = bkgis.readPlan(data);
          const vintage = bkgis.vintageOf(plan, year);
          const ringsOf = (unit) => bkgis.ringsOf(unit, plan);
          return bkgis.unitsOf(vintage, plan).map((unit) => [unit.name, ringsOf(unit).map((ring) =>
            ring.reduce((sum, [y, x], i) => {
              const [b, a] = ring[(i + 1) % ring.length];
              return sum + (x * b - a * y) / 2;
            }, 0))]);
        }""",
        page_data(plan, by=2025, lang="vi"),
        year,
    )
    units = plan.communes_as_of(year)
    assert [name for name, _ in found] == units["name"].tolist()
    areas = [abs(sum(rings)) for _, rings in found]
    assert areas == pytest.approx(units.geometry.set_crs(None, allow_override=True).area.tolist(), rel=1e-3)


def test_a_plan_without_a_crosswalk_has_no_such_choice(opened):
    room = opened(phases=[2020], clusters=[("A", "Một", "Huyện Đông", [10])])
    assert room.page.locator(FIELD).count() == 0


def test_a_page_may_open_on_later_boundaries(meeting, plan, tmp_path):
    bk_gis.phase_map(plan, boundaries=2025).save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    assert room.page.locator(FIELD).locator("[aria-pressed=true]").inner_text() == "2025"
    room.page.locator(FIELD).get_by_role("button", name="2014").click()
    assert room.page.url.endswith("#boundaries=2014")
    room.page.reload()
    room.page.evaluate("bkPage.ready")
    assert room.page.locator(FIELD).locator("[aria-pressed=true]").inner_text() == "2014"
