"""A new folder: a plan that works, of the levels that are asked for, and what is left of it is named."""

import codecs
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from failures import raises
from files import spoil
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.io.shipped import shipped
from bk_gis.io.whole import pasted
from bk_gis.plan.levels import levels_of
from bk_gis.plan.starter import write_starter


@pytest.mark.costly
def test_a_new_folder_is_a_plan_that_holds(bk, started):
    assert bk("audit", "--plan", started).code == 0
    assert bk("coverage", "--by", "2025", "--plan", started).code == 0
    plan = bk_gis.load_plan(started)
    assert len(plan.clusters) == 3
    assert plan.clusters["match_method"].tolist() == ["exact", "correction", "exact"]


@pytest.mark.parametrize("name", ["clusters.csv", "place_names.csv"])
def test_excel_opens_the_tables_of_a_new_folder_by_double_click(started, name):
    assert (started / name).read_bytes().startswith(codecs.BOM_UTF8)


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    with raises(bk_gis.InputError, match="not empty"):
        write_starter(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    with pytest.raises(bk_gis.InputError):
        write_starter(tmp_path / "a.txt")


def test_a_folder_emptied_of_its_sample_rows_takes_other_boundaries(bk, started):
    """As the docs say to begin: nothing of the invented districts is left to contradict the new ones."""
    province = Path(__file__).parents[1] / "fixtures" / "province"
    for name in ("clusters.csv", "place_names.csv"):
        header, *_ = (started / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (started / name).write_text(header, encoding="utf-8")
    for name in ("plan.toml", "ranh_gioi.geojson"):
        shutil.copy(province / name, started / name)
    spoil(started / "clusters.csv", "ha_2021_2025;ha_2026_2030", "ha_2026_2030;ha_2031_2035")
    answer = bk("check", started)
    assert answer.code == 2
    problems = [line for line in answer.said.splitlines()[1:] if "still of the sample" not in line]
    assert [line.partition(";")[0].strip() for line in problems] == ["clusters.csv: has a header and no rows"]


@pytest.mark.parametrize(
    ("levels", "there"),
    [
        ("commune", ("commune",)),
        ("district", ("commune", "district")),
        ("subregion", ("commune", "district", "subregion")),
    ],
)
def test_a_new_folder_has_the_levels_that_are_asked_for(bk, tmp_path, levels, there):
    done = bk("new", tmp_path / "plan", "--levels", levels)
    assert done.code == 0
    plan = bk_gis.load_plan(tmp_path / "plan")
    assert levels_of(plan) == there
    assert plan.clusters["match_method"].tolist() == ["exact", "correction", "exact"]
    assert bk("audit", "--plan", tmp_path / "plan").code == 0
    texts = {file.name: file.read_text(encoding="utf-8-sig") for file in (tmp_path / "plan").iterdir()}
    assert "#>" not in texts["plan.toml"]
    tables = [text for name, text in texts.items() if name.endswith((".csv", ".geojson"))]
    assert any("district" in text for text in tables) == ("district" in there)


@pytest.mark.costly
def test_what_is_left_of_the_sample_is_named(bk, started):
    answer = bk("check", started, "--lang", "en")
    assert answer.code == 1
    left = dict(
        line.strip().rsplit(": ", 1) for line in answer.out.splitlines() if "still of the sample" in line
    )
    title = left.pop("plan.toml: still of the sample: title")
    assert title.startswith("'Quy hoạch phát triển các cụm công nghiệp tỉnh Ví Dụ đến năm 2030', 'Industrial")
    assert left == {
        "plan.toml: still of the sample: decision.number": "'00/QĐ-UBND'",
        "plan.toml: still of the sample: decision.date": "'15/01/2020'",
        "plan.toml: still of the sample: decision.issuer": (
            "'UBND tỉnh Ví Dụ', 'People's Committee of an invented province'"
        ),
        "plan.toml: still of the sample: boundaries.date": "'15/01/2020'",
        "plan.toml: still of the sample: boundaries.credit": "'invented'",
        "plan.toml: still of the sample: boundaries.note": (
            "'Ranh giới ví dụ, không có thật.', 'Invented boundaries.'"
        ),
        "plan.toml: still of the sample: targets": "'5.a', '5.b', '7', '4'",
        "communes.geojson: rows still of the sample": (
            "Bến Đá, Núi Xanh, Suối Hai, Đồng Lau, Cầu Mây, Bãi Cát"
        ),
        "clusters.csv: rows still of the sample": "Bến Đá, Đồng Lau, Cầu Mây",
        "place_names.csv: rows still of the sample": "Đồng Lao",
    }
    spoil(started / "plan.toml", "tỉnh Ví Dụ", "tỉnh Ví dụ")
    spoil(started / "clusters.csv", "3;Cầu Mây;", "3;Cầu Mới;")
    said = bk("check", started, "--lang", "en").out
    assert "sample: title: 'Industrial cluster plan of an invented province" in said
    assert "clusters.csv: rows still of the sample: Bến Đá, Đồng Lau\n" in said
    assert "sample" not in bk("check", shipped("data"), "--lang", "en").out


def test_the_command_to_run_next_can_be_pasted(bk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command = bk("new", "tỉnh mới", "--lang", "en").said.splitlines()[-1].partition("run: ")[2]
    assert command == 'bk-gis check "tỉnh mới"'
    assert "Ví Dụ" in bk(*shlex.split(command)[1:]).out


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_path_can_be_pasted(name):
    path = Path(name)
    (word,) = shlex.split(pasted(path))
    assert Path(word) == path
    if '"' not in name:  # which Windows has in no name
        word = pasted(path, windows=True)
        assert word.strip('"') in (str(path), f"./{path}")
        assert word.startswith('"') or not set(word) & set(" &()^;'%")


@pytest.mark.parametrize(("lang", "page"), [("vi", "plan-folder.md"), ("en", "plan-folder.en.md")])
def test_the_page_that_the_sample_refers_to_lies_beside_it(tmp_path, lang, page):
    *_, guide = write_starter(tmp_path / "plan", lang=lang)
    assert guide.name == "plan-folder.md"
    assert guide.name in (tmp_path / "plan" / "plan.toml").read_text(encoding="utf-8")
    assert guide.read_bytes() == (shipped("docs") / page).read_bytes()
    project = tomllib.loads((shipped("docs").parent / "pyproject.toml").read_text(encoding="utf-8"))
    inside = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert inside["docs"] == "bk_gis/docs"


@pytest.mark.parametrize(("lang", "separator"), [("vi", ";"), ("en", ",")])
def test_its_tables_are_as_the_excel_of_the_language_opens_them(tmp_path, lang, separator):
    write_starter(tmp_path / "plan", lang=lang)
    for name in ("clusters.csv", "place_names.csv"):
        text = (tmp_path / "plan" / name).read_text(encoding="utf-8-sig")
        assert pd.read_csv(tmp_path / "plan" / name, sep=separator).shape[1] > 4, text
    assert bk_gis.load_plan(tmp_path / "plan").clusters["ha"].tolist() == [45, 25, 20]


@pytest.mark.parametrize(("lang", "row"), [("vi", "1;B;CCN B;C;5,5"), ("en", "1,B,CCN B,C,5.5")])
def test_an_annex_is_written_so_too(bk, tmp_path, lang, row):
    (tmp_path / "a.txt").write_text("TT\tTên\tĐịa điểm\t2021-2025\n1\tCCN B\tC\t5,5\n", encoding="utf-8")
    assert bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "b.csv", "--lang", lang).code == 0
    assert (tmp_path / "b.csv").read_text(encoding="utf-8-sig").splitlines()[1] == row


def test_english_texts_are_optional_everywhere(started):
    text = (started / "plan.toml").read_text(encoding="utf-8")
    bare = re.sub(r'\{ vi = ("[^"]*"), en = "[^"]*" \}', r"\1", text)
    bare = re.sub(r'\nen = "[^"]*"', "", bare)
    assert not re.search(r"^[^#]*\ben = ", bare, re.MULTILINE)
    assert 'label = "Giai đoạn 2021-2025"' in bare
    (started / "plan.toml").write_text(bare, encoding="utf-8")
    plan = bk_gis.load_plan(started, lang="en")
    assert plan.title.en == plan.title.vi
    assert plan.phases[0].label.en == "Giai đoạn 2021-2025"


def test_the_districts_to_paste_are_offered(bk, started):
    said = bk("check", started, "--lang", "en").said
    offered = " ".join(said.split()).partition("in one of them: ")[2].partition("]")[0] + "]"
    assert tomllib.loads(offered) == {"districts": ["Huyện Sông Trên", "Huyện Sông Dưới"]}


@pytest.fixture
def workbook(started):
    """Its clusters in a workbook, and no longer as text."""
    table = pd.read_csv(started / "clusters.csv", sep=";")
    (started / "clusters.csv").unlink()
    return started / "clusters.xlsx", table


def test_a_workbook_will_do_for_the_clusters(workbook):
    path, table = workbook
    before = table.assign(ha_2021_2025=[30.125, 25, None])
    before.to_excel(path, index=False)
    plan = bk_gis.load_plan(path.parent)
    assert plan.clusters["id"].tolist() == ["1", "2", "3"]
    assert plan.clusters["ha"].tolist() == [45.125, 25, 20]


def test_what_is_passed_over_in_the_workbook_is_said(bk, workbook):
    path, table = workbook
    with pd.ExcelWriter(path) as writer:
        table.to_excel(writer, sheet_name="CCN", index=False)
        table.to_excel(writer, sheet_name="Cũ", index=False)
    assert "clusters.xlsx: CCN is read; Cũ is not" in bk("check", path.parent, "--lang", "en").said


def test_a_fault_of_the_workbook_names_its_cell(workbook):
    path, table = workbook
    table.astype(object).replace(30, "thirty").to_excel(path, index=False)
    with raises(bk_gis.InputError, match=r"clusters\.xlsx, cell F2, row 2, column ha_2021_2025: 'thirty'"):
        bk_gis.load_plan(path.parent)
    (path.parent / "clusters.csv").write_text("id\n", encoding="utf-8")
    with raises(bk_gis.InputError, match=r"there are clusters\.csv and clusters\.xlsx; leave one of them"):
        bk_gis.load_plan(path.parent)
    (path.parent / "clusters.csv").unlink()
    path.write_bytes(b"PK\x03\x04")
    with raises(bk_gis.InputError, match=r"clusters\.xlsx: is cut off"):
        bk_gis.load_plan(path.parent)
