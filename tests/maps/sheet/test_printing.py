"""The sheet for the wall: what is painted, what is written, and that it is the same each time."""

from concurrent.futures import ThreadPoolExecutor

import matplotlib as mpl
import pytest
from failures import raises
from PIL import Image
from pypdf import PdfReader

import bk_gis
from bk_gis.maps.sheet.printing import map_picture, print_map


@pytest.mark.parametrize("ending", ["pdf", "svg", "png"])
def test_the_same_plan_gives_the_same_bytes_in_another_process(province, python, tmp_path, ending):
    print_map(province, tmp_path / f"a.{ending}", paper="A4")
    code = (
        "import sys, bk_gis; plan = bk_gis.load_plan('tests/fixtures/province')\n"
        "bk_gis.print_map(plan, sys.argv[1], paper='A4')"
    )
    python(
        code, tmp_path / f"b.{ending}", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1", MPLCONFIGDIR=str(tmp_path)
    )
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


@pytest.mark.costly
def test_a_pdf_has_its_size_and_text_that_can_be_searched(plan, bk, tmp_path):
    done = bk(
        "print", "-o", tmp_path / "map.pdf", "--paper", "A1", "--orientation", "landscape", "--by", "2020"
    )
    assert (done.code, done.out) == (0, "")
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    assert [float(v) / 72 * 25.4 for v in page.mediabox[2:]] == pytest.approx([841, 594], abs=0.5)
    text = page.extract_text()
    assert all(name in text for name in plan.clusters["name"][plan.clusters["founded"] < "2020"])


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"path": "map.jpg"}, r"map.jpg; expected it to end in .pdf, .svg, .png"),
        ({"paper": "A5"}, "no paper 'A5'; expected A4, A3, A2, A1, A0"),
        ({"orientation": "upright"}, "no orientation 'upright'; expected landscape, portrait"),
        ({"by": 2018}, "no phase ends in 2018; expected one of 2015, 2020, 2025"),
        ({"lang": "fr"}, "no language 'fr'"),
    ],
)
def test_what_is_unknown_is_refused_with_what_was_expected(plan, tmp_path, given_, said):
    path = tmp_path / given_.pop("path", "map.pdf")
    with raises(bk_gis.InputError, match=said):
        print_map(plan, path, **given_)
    assert not list(tmp_path.iterdir())


@pytest.mark.costly
def test_four_threads_draw_the_same_bytes_and_leave_the_settings_as_they_were(province, tmp_path):
    before = dict(mpl.rcParams)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda i: print_map(province, tmp_path / f"{i}.pdf", paper="A4"), range(4)))
    assert len({(tmp_path / f"{i}.pdf").read_bytes() for i in range(4)}) == 1
    assert dict(mpl.rcParams) == before


def test_the_map_alone_is_a_picture(province, tmp_path):
    map_picture(province, tmp_path / "map.png", by=2030, lang="en")
    with Image.open(tmp_path / "map.png") as picture:
        assert picture.size == pytest.approx((250 / 25.4 * 160, 220 / 25.4 * 160), abs=1)
