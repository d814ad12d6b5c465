"""The committed maps are what the code draws: the same bytes."""

from pathlib import Path

import pytest

import bk_gis
from bk_gis.maps.page import standard_pages

MAPS = Path(__file__).parents[2] / "maps"


def test_there_is_a_map_for_each_horizon_and_one_in_english(plan):
    expected = ["ccn-2015-vi.html", "ccn-2020-vi.html", "ccn-2025-en.html", "ccn-2025-vi.html"]
    assert sorted(name for name, *_ in standard_pages(plan)) == expected
    assert sorted(path.name for path in MAPS.glob("ccn-*")) == expected


@pytest.mark.costly
def test_the_page_and_the_sheet_of_lao_cai_are_what_the_code_draws(tmp_path):
    lao_cai = bk_gis.load_plan(MAPS.parent / "examples" / "lao-cai-2026")
    bk_gis.phase_map(lao_cai, by=2030).save(tmp_path / "lao-cai-2026.html")
    bk_gis.print_map(lao_cai, tmp_path / "lao-cai-2026.pdf")
    for path in sorted(tmp_path.iterdir()):
        same = path.read_bytes() == (MAPS / path.name).read_bytes()
        assert same, f"maps/{path.name} is out of date: run `make maps` and commit it"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "folder"), [("bac-kan", None), ("lao-cai-2026", "examples/lao-cai-2026")])
def test_an_atlas_is_what_the_code_draws(tmp_path, name, folder):
    loaded = bk_gis.load_plan(folder and MAPS.parent / folder)
    bk_gis.print_map(loaded, tmp_path / "atlas.pdf", paper="A4", atlas=True)
    same = (tmp_path / "atlas.pdf").read_bytes() == (MAPS / f"atlas-{name}.pdf").read_bytes()
    assert same, f"maps/atlas-{name}.pdf is out of date: run `make maps` and commit it"


@pytest.mark.parametrize(
    ("name", "by", "lang"),
    [
        ("ccn-2015-vi.html", 2015, "vi"),
        ("ccn-2020-vi.html", 2020, "vi"),
        ("ccn-2025-vi.html", 2025, "vi"),
        ("ccn-2025-en.html", 2025, "en"),
    ],
)
def test_a_committed_map_is_byte_for_byte_what_the_code_draws(plan, tmp_path, name, by, lang):
    bk_gis.phase_map(plan, by=by, lang=lang).save(tmp_path / name)
    same = (tmp_path / name).read_bytes() == (MAPS / name).read_bytes()
    assert same, f"maps/{name} is out of date: run `make maps` and commit it"
