"""What a repair moved is told by commune, and in sentences that count what was done."""

import pytest
from boundaries import made_coverage, shifted

from bk_gis.geo.repair import repair_coverage
from bk_gis.reports.boundary_table import area_table, moved_table, sentences


@pytest.fixture(scope="module")
def repair():
    return repair_coverage(shifted(made_coverage(), 10), snap=1.0, gap=30.0, enough=0.02)


def test_every_row_has_its_areas_before_and_after(repair):
    table = area_table(repair)
    assert table["row"].tolist() == list(range(1, len(repair.polygons) + 1))
    moved = table["after_ha"] - table["before_ha"]
    assert table["difference_ha"].tolist() == pytest.approx(moved.tolist(), abs=1e-3)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_those_that_moved_most_come_first_and_all_are_summed_last(repair, lang):
    lines = moved_table(repair, lang, in_markdown=True).splitlines()[2:]
    table = area_table(repair)
    moved = table[table["difference_ha"].abs() >= 0.005]
    assert len(lines) == len(moved) + 1
    most = moved["change_percent"].abs().idxmax()
    assert lines[0].startswith(f"| {table['row'][most]} |")
    assert str(len(table)) in lines[-1]


def test_sentences_say_how_many_came_in_and_went_out(repair):
    said = sentences(repair, "en", snap=1.0, gap=30.0)
    assert str(len(repair.polygons)) in said[0]
    assert len(said) >= 2
    assert len(sentences(repair, "vi", snap=1.0, gap=30.0)) == len(said)
