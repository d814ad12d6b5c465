"""The atlas: every unit has its page, every cluster is on the pages that the index names."""

import math
import re

import pytest
from failures import raises
from invented import invented_plan
from made_provinces import provinces
from pypdf import PdfReader
from sheets import sheets

import bk_gis
from bk_gis.maps.sheet.printing import print_map

pytestmark = pytest.mark.costly


@pytest.fixture(scope="module")
def pages(province):
    return sheets(province, paper="A4", atlas=True)


def test_province_index_sub_regions_and_districts_have_a_page_each(province, pages):
    first, index, *parts = pages
    assert province.title["vi"] in " ".join(first.texts)
    assert "Mục lục và bảng tra" in index.texts
    named = " ".join(" ".join(page.texts) for page in parts)
    units = [*province.subregions["label_vi"], *province.districts["district"]]
    assert all(unit in named for unit in units)
    # A sub-region that is one district is one page.
    regions = province.districts.groupby("subregion")["district"].count()
    assert len(parts) == len(units) - int((regions == 1).sum())
    for number, page in enumerate(pages, start=1):
        assert f"Trang {number}/{len(pages)}" in page.texts


def test_the_index_names_the_pages_that_a_cluster_is_on(province, pages):
    index = pages[1].texts
    for cluster in province.clusters.itertuples():
        at = index.index(f"{cluster.name} ({cluster.id}) · {cluster.location}")
        stated = {int(page) for page in index[at + 1].split(", ")}
        drawn = {
            number
            for number, page in enumerate(pages, start=1)
            if any(name.split()[1] == cluster.id for name in page.discs)
        }
        assert stated == drawn - {1}


def test_discs_have_one_scale_on_all_pages(pages):
    """So that the legend of one page is that of all, and pages can be held beside each other."""
    first = pages[0].discs
    for page in pages[2:]:
        for name, disc in page.discs.items():
            assert disc.radius == pytest.approx(first[name].radius)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(provinces()))
def test_no_disc_of_any_page_leaves_the_frame_or_lies_in_another(tmp_path, name):
    plan = provinces()[name](tmp_path)
    placed = 0
    for page in sheets(plan, paper="A4", atlas=True):
        outer = {}
        for ident, disc in page.discs.items():
            known = outer.get(ident.split()[1])
            outer[ident.split()[1]] = disc if known is None or known.radius < disc.radius else known
        frame = page.frame
        for disc in outer.values():
            x, y, r = *disc.center, disc.radius
            assert frame.x0 <= x - r
            assert x + r <= frame.x1
            assert frame.y0 <= y - r
            assert y + r <= frame.y1
        discs = list(outer.values()) if len(outer) <= 300 else []
        for i, disc in enumerate(discs):
            assert all(
                math.dist(disc.center, other.center) >= disc.radius + other.radius for other in discs[:i]
            )
        placed += len(outer)
    assert placed >= 2 * len(plan.clusters)


def test_communes_without_districts_stand_in_groups_each_commune_in_one(tmp_path):
    communes = tuple(f"Xã {i}" for i in range(40))
    clusters = [("A", "Xã 7", None, [10]), ("B", "Xã 31", None, [20])]
    parts = {"clusters": clusters, "communes": communes, "districts": (), "rule": False}
    plan = invented_plan(tmp_path / "plan", phases=[2030], **parts)
    _, index, *groups = sheets(plan, paper="A4", atlas=True)
    assert [text for text in index.texts if text.startswith("Nhóm xã")]
    named = [re.sub("^✗ ", "", text).lower() for page in groups for text in page.texts]
    counted = [named.count(name.lower()) for name in communes]
    assert max(counted) == 1
    assert sum(counted) >= 36  # names give way to discs


@pytest.mark.slow
def test_a_horizon_before_some_district_has_a_cluster_marks_it_on_its_page(plan):
    pages = sheets(plan, by=2015, paper="A4", atlas=True)
    (page,) = [p for p in pages[2:] if "✗ HUYỆN BA BỂ" in p.texts and not p.discs]
    assert "Tại mốc 2015: 0/1" in " ".join(page.texts)


@pytest.mark.slow
def test_later_communes_are_drawn_on_the_pages_of_their_districts(plan):
    pages = sheets(plan, paper="A4", atlas=True, boundaries=2025)
    assert "Bằng Thành" in {text for page in pages[2:] for text in page.texts}


def test_an_atlas_is_one_pdf_the_same_each_time(province, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        print_map(province, tmp_path / name, paper="A4", atlas=True, lang="en")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    read = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    assert f"Page {len(read)} of {len(read)}" in read[-1]
    with raises(bk_gis.InputError, match=r"expected a name that ends in .pdf"):
        print_map(province, tmp_path / "a.png", atlas=True)
