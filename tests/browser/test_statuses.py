"""What became of a cluster is seen without colour, and read in its details, the list and the table."""

import numpy as np
import pytest
from invented import write_plan
from meeting import rgb

import bk_gis
from bk_gis.maps.symbols import TABLE

INK = rgb("#1c2329")
SCALE = 4  # device pixels for a CSS pixel
CLUSTERS = [
    ("Một thành", "Một", "Huyện Đông", (30,)),
    ("Hai chưa", "Hai", "Huyện Đông", (30,)),
    ("Ba rút", "Ba", "Huyện Tây", (30,)),
    ("Bốn chưa rõ", "Bốn", "Huyện Tây", (30,)),
]
STATUSES = [("founded", "2024-05-06"), ("planned", ""), ("withdrawn", ""), ("", "")]


@pytest.fixture
def page(meeting, tmp_path):
    folder = write_plan(tmp_path / "plan", phases=[2025], clusters=CLUSTERS, statuses=STATUSES)
    bk_gis.phase_map(bk_gis.load_plan(folder), lang="en").save(tmp_path / "map.html")
    return meeting(tmp_path / "map.html", scale=SCALE)


def share_of_ink(page, name, away):
    """Which share of a circle around a disc is ink; `away` in pixels from its edge."""
    disc = page.discs()[name]
    half = disc.r + 6
    x, y = disc.centre
    left, top = np.floor(x - half), np.floor(y - half)
    pixels = page.pixels(x=left, y=top, width=2 * half + 1, height=2 * half + 1)
    turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    columns = np.floor(SCALE * (x - left + (disc.r + away) * np.cos(turns))).astype(int)
    rows = np.floor(SCALE * (y - top + (disc.r + away) * np.sin(turns))).astype(int)
    return np.mean(np.linalg.norm(pixels[rows, columns] - INK, axis=1) < 150)


def test_a_ring_a_broken_ring_a_cross_or_nothing(page):
    page.only_markers()
    ring = TABLE["status"]["at"]
    shares = {name: share_of_ink(page, name, ring) for name, *_ in CLUSTERS}
    assert shares["Một thành"] > 0.9
    assert 0.3 < shares["Hai chưa"] < 0.85
    assert shares["Ba rút"] < 0.3
    assert shares["Bốn chưa rõ"] == 0
    assert share_of_ink(page, "Ba rút", -4) > 0, "the cross lies on the disc"


def test_the_legend_has_the_statuses_that_there_are(page):
    said = page.words(page.page.locator(".bk-legend"))
    assert "Status founded not founded withdrawn not known" in said


def test_a_plan_of_which_nothing_is_known_says_nothing_of_it(opened):
    room = opened(phases=[2025], clusters=CLUSTERS)
    assert not room.page.locator(".bk-statuses, .bk-became").count()


def test_details_list_and_table_say_what_became_of_it(page):
    assert "Một thành founded" in page.words(page.page.locator("#bk-list"))
    page.set(cluster=0)
    details = page.words(page.popup())
    assert "Status founded on 2024-05-06, no decision known" in details
    page.page.get_by_role("button", name="Data table").click()
    cells = page.words(page.page.locator("dialog.bk-table"))
    assert "founded on 2024-05-06, no decision known" in cells
    assert "withdrawn, no decision known" in cells


def test_a_surveyed_cluster_says_so_where_it_stands(meeting, tmp_path):
    folder = write_plan(tmp_path / "plan", phases=[2025], clusters=CLUSTERS[:1], statuses=STATUSES[:1])
    path = folder / "clusters.csv"
    head, row = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{head},lon,lat\n{row},105.82,22.13\n", encoding="utf-8")
    bk_gis.phase_map(bk_gis.load_plan(folder), lang="en").save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    assert room.cluster("Một thành")["latlng"] == [22.13, 105.82]
    assert "With a cross: surveyed, not the centroid." in room.words(room.page.locator(".bk-legend"))
    room.set(cluster=0)
    details = room.words(room.popup())
    assert "(surveyed)" in details
    assert "Indicative location" not in details


def test_what_a_later_decision_added_says_which_one(meeting, tmp_path):
    bk_gis.phase_map(bk_gis.load_plan(as_of="2022-12-31"), lang="en").save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html", view="#cluster=22")
    assert "As amended by 2022-12-31: 1876/QĐ-UBND" in room.words(room.page.locator("#bk-head"))
    assert "1876/QĐ-UBND of 2022-10-06: Bổ sung" in room.words(room.popup())
    assert not room.page.locator(".bk-differs").count(), (
        "an amended plan need not be what the decision states"
    )
