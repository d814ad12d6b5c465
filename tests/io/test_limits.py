"""Small files that would stop the program are read in seconds, or refused by a limit that is said."""

import json
import re
import zipfile

import openpyxl
import pytest
from annexes import BODY, HEAD, write_docx, write_xlsx
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from failures import raises
from invented import write_plan
from special import within

import bk_gis
from bk_gis.io.tables import read_table
from bk_gis.plan.annex.reading import read_annex

ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="a">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
ROW = "<table:table-row{}><table:table-cell{}><text:p>{}</text:p></table:table-cell></table:table-row>"


def write_ods(path, rows):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.format(rows))


@pytest.mark.costly
@pytest.mark.parametrize("name", ["a.xlsx", "annex.xlsx"])
def test_a_stray_cell_in_the_last_row_and_column_is_named(tmp_path, bk, name):
    path = tmp_path / name
    write_xlsx(path, [*HEAD, *BODY])
    book = openpyxl.load_workbook(path)
    book.active["XFD1048576"] = "x"
    book.save(path)
    with within(60):
        command = "read-annex" if name == "annex.xlsx" else "geocode"
        done = bk(command, path, "-o", tmp_path / "out.csv")
    assert done.code == 2
    assert "XFD1048576 stands too far from the table" in done.said


@pytest.mark.parametrize(
    "rows",
    [
        ROW.format(' table:number-rows-repeated="1000000000000"', "", "x"),
        ROW.format("", ' table:number-columns-repeated="1000000000000"', "x"),
        ROW.format(' table:number-rows-repeated="1000000"', ' table:number-columns-repeated="16000"', "x"),
        "<table:table-row table:number-rows-repeated='99999999999'/>" + ROW.format("", "", "x"),
    ],
)
def test_repeated_cells_of_a_spreadsheet_are_bounded(tmp_path, rows):
    write_ods(tmp_path / "a.ods", ROW.format("", "", "place") + rows)
    with within(20), raises(bk_gis.InputError, match="goes on until row"):
        read_table(tmp_path / "a.ods")


def test_spaces_and_merged_cells_of_a_spreadsheet_are_bounded(tmp_path):
    spans = ' table:number-rows-spanned="99999999999" table:number-columns-spanned="99999999999"'
    spaces = 'x<text:s text:c="99999999999"/>'
    write_ods(tmp_path / "a.ods", ROW.format("", spans, "place") + ROW.format("", "", spaces))
    with within(20):
        assert len(read_table(tmp_path / "a.ods")) <= 1


def small_plan(folder, names=("Sạch", "Bẩn")):
    clusters = [(name, "Một", "Huyện Đông", [10, i + 1]) for i, name in enumerate(names)]
    return write_plan(folder / "plan", phases=[2020, 2025], clusters=clusters)


@pytest.mark.costly
def test_a_name_of_8000_letters_is_printed_in_seconds(tmp_path):
    plan = bk_gis.load_plan(small_plan(tmp_path, ["ạ" * 8000, "Cụm đẹp " * 1000]))
    with within(60):
        bk_gis.print_map(plan, tmp_path / "a.pdf")


@pytest.mark.costly
def test_a_plan_of_more_clusters_than_a_map_holds_is_refused(tmp_path):
    folder = small_plan(tmp_path, [f"C{i}" for i in range(10_001)])
    with within(60), raises(bk_gis.InputError, match="has 10001 clusters; a plan holds at most 10000"):
        bk_gis.load_plan(folder)


@pytest.mark.slow
def test_a_thousand_clusters_of_two_communes_are_drawn_in_seconds(tmp_path):
    plan = bk_gis.load_plan(small_plan(tmp_path, [f"C{i}" for i in range(1000)]))
    with within(120):
        bk_gis.export(plan, tmp_path / "a.kmz")


@pytest.mark.costly
def test_a_commune_of_very_many_vertices_is_refused_by_its_row(tmp_path):
    path = small_plan(tmp_path) / "communes.geojson"
    collection = json.loads(path.read_text())
    west, south = collection["features"][0]["geometry"]["coordinates"][0][0]
    edge = [[west + i * 4e-7, south] for i in range(250_000)]
    ring = [*edge, [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
    collection["features"][0]["geometry"]["coordinates"] = [ring]
    path.write_text(json.dumps(collection))
    with within(60), raises(bk_gis.InputError, match="row 1, .* has 250003 vertices; a commune has at most"):
        bk_gis.load_plan(path.parent)


def word_with(path, tag, value):
    """An annex in Word with a number that only a damaged or a hostile file has."""
    write_docx(path, [*HEAD, *BODY])
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    text = parts["word/document.xml"].decode()
    cell = f'<w:tc><w:tcPr><w:{tag} w:val="{value}"/></w:tcPr>'
    parts["word/document.xml"] = re.sub(r"<w:tc><w:tcPr>.*?</w:tcPr>", cell, text, count=1).encode()
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)


def test_a_cell_over_more_columns_than_word_has_is_refused(tmp_path):
    word_with(tmp_path / "a.docx", "gridSpan", 20_000_000)
    with within(20), raises(bk_gis.InputError, match="has a cell over 20000000 columns"):
        read_annex(tmp_path / "a.docx")


@pytest.mark.costly
def test_very_many_merged_rows_are_read_in_seconds(tmp_path):
    document = Document()
    table = document.add_table(rows=2000, cols=3)
    for i, row in enumerate(table._tbl.tr_lst):  # noqa: SLF001
        for cell in row.tc_lst:
            merge = OxmlElement("w:vMerge")
            if i == 0:
                merge.set(qn("w:val"), "restart")
            cell.get_or_add_tcPr().append(merge)
    document.save(str(tmp_path / "a.docx"))
    with within(20), raises(bk_gis.InputError):
        read_annex(tmp_path / "a.docx")
