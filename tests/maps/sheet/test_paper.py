"""What lies on the paper, measured on the PDF: areas, the scale bar, the grid, fonts, texts."""

import math
import re
import unicodedata
from types import SimpleNamespace

import pytest
from made_provinces import provinces
from pdf_shapes import shapes
from pypdf import PdfReader
from sheets import drawn

from bk_gis.maps.sheet.canvas import INK
from bk_gis.maps.sheet.printing import print_map

pytestmark = pytest.mark.costly


@pytest.fixture(scope="module")
def paper(plan, tmp_path_factory):
    """The bundled plan on A4: what its PDF paints, its text, and the same as it is on the figure."""
    file = tmp_path_factory.mktemp("paper") / "sheet.pdf"
    print_map(plan, file, paper="A4")
    text = PdfReader(file).pages[0].extract_text()
    denominator = int(re.search(r"1:([\d.]+)", text)[1].replace(".", ""))
    return SimpleNamespace(
        file=file, text=text, shapes=shapes(file), denominator=denominator, drawn=drawn(plan, paper="A4")
    )


def on_paper(paper, disc, colour):
    """The area that the PDF paints in a colour where a disc stands, in square millimetres."""
    near = [s for s in paper.shapes if s.fill == colour.upper() and math.dist(s.middle, disc.center) < 0.02]
    return max(shape.area for shape in near)


def test_painted_areas_are_proportional_to_hectares_within_one_percent(plan, paper):
    ratios = []
    for cluster in plan.clusters.to_dict("records"):
        inner = 0.0
        for phase in plan.phases:
            if cluster[phase.column] > 0:
                disc = paper.drawn.discs[f"cluster {cluster['id']} {phase.id}"]
                outer = on_paper(paper, disc, phase.colour)
                ratios.append((outer - inner) / cluster[phase.column])
                inner = outer
    assert len(ratios) == 27
    assert ratios == pytest.approx([ratios[0]] * len(ratios), rel=0.01)


def test_the_scale_bar_is_as_long_as_it_says_within_half_a_percent(paper):
    stated = max(float(km) for km in re.findall(r"\b(\d+) km\n", paper.text))
    expected = stated * 1e6 / paper.denominator
    black = [s.points for s in paper.shapes if s.fill == INK.upper()]
    halves = [p[:, 0].max() - p[:, 0].min() for p in black if len(p) in (4, 5)]
    assert min(abs(2 * half / expected - 1) for half in halves) < 0.005


def test_the_ticks_of_the_grid_stand_at_the_metres_that_they_state(plan, paper):
    """Held against clusters that stand on their points, in the CRS that the sheet names."""
    texts = paper.drawn.axes.texts
    points = plan.clusters.set_index("id").to_crs(9213).geometry
    assert "EPSG:9213" in paper.text
    lines = [s.points for s in paper.shapes if s.line and s.fill is None and len(s.points) == 2]
    alone = paper.drawn.discs["cluster 8 2016-2020"].center, points["8"]
    ticks = 0
    for text in texts:
        if not re.fullmatch(r"\d?\.?\d{3}\.000", text.get_text()):
            continue
        metres, upright = int(text.get_text().replace(".", "")), text.get_rotation() == 90
        way, ground = (1, alone[1].y) if upright else (0, alone[1].x)
        expected = alone[0][way] + (metres - ground) * 1000 / paper.denominator
        there = [p for p in lines if abs(p[0][way] - expected) < 0.05 and abs(p[1][way] - expected) < 0.05]
        assert there, (metres, upright)
        ticks += 1
    assert ticks >= 8


def test_fonts_are_embedded_and_every_name_is_found(plan, paper):
    fonts = PdfReader(paper.file).pages[0]["/Resources"]["/Font"].get_object()
    for font in fonts.values():
        (inner,) = font.get_object()["/DescendantFonts"]
        assert "/FontFile2" in inner.get_object()["/FontDescriptor"].get_object()
    assert all(name in paper.text for name in plan.clusters["name"])


def test_a_plan_in_decomposed_letters_is_found_by_composed_ones(province, tmp_path):
    names = province.clusters["name"]
    apart = names.map(lambda name: unicodedata.normalize("NFD", name))
    assert (apart != names).any()
    print_map(province.replace(clusters=province.clusters.assign(name=apart)), tmp_path / "a.pdf", paper="A4")
    text = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert all(name in text for name in names)


@pytest.mark.parametrize("paper", ["A4", "A3", "A2", "A1", "A0"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_each_paper_has_its_size_and_all_texts_on_it(province, paper, orientation):
    sheet = drawn(province, paper=paper, orientation=orientation)
    width, height = sheet.axes.figure.get_size_inches() * 25.4
    assert (width > height) == (orientation == "landscape")
    assert all(0 < x < width and 0 < y < height for x, y in (t.get_position() for t in sheet.axes.texts))
    assert set(province.clusters["name"]) <= set(sheet.texts)


def test_the_paper_is_divided_so_that_the_map_is_largest(tmp_path):
    plan = provinces()["a wide strip"](tmp_path)

    def scale(**options):
        (said,) = (text for text in drawn(plan, **options).texts if text.startswith("Tỷ lệ"))
        return int(said.split(":")[1].replace(".", ""))

    assert scale() == min(scale(orientation=one) for one in ("landscape", "portrait"))
