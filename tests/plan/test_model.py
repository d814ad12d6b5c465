"""A plan folder is read as a whole: either it is right, or every problem of every file is said at once."""

import shutil
import unicodedata
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

import bk_gis
from bk_gis.plan.folder import bundled_folder

FIXTURES = Path(__file__).parents[1] / "fixtures"

PHASE_2 = 'id = "2016-2020"\nstart = 2016\nend = 2020'


def test_by_default_the_plan_of_bac_kan_is_loaded(plan):
    assert plan.decision.number == "320/QĐ-UBND"
    assert plan.decision.date.isoformat() == "2014-02-25"
    assert [phase.id for phase in plan.phases] == ["2011-2015", "2016-2020", "2021-2025"]


def test_a_folder_is_named_by_text_or_path(folder):
    assert len(bk_gis.load_plan(str(folder.path)).clusters) == 21
    assert len(bk_gis.load_plan(folder.path).clusters) == 21


def test_everything_of_a_plan_is_in_degrees(plan):
    for frame in (plan.subregions, plan.districts, plan.communes, plan.clusters):
        assert frame.crs == "EPSG:4326"
        assert frame.columns[-1] == "geometry"


@pytest.mark.parametrize("level", ["districts", "subregions"])
def test_districts_and_subregions_are_made_of_whole_communes(plan, level):
    units = getattr(plan, level)
    assert units["communes"].sum() == len(plan.communes) == 122
    assert units["area_ha"].sum() == pytest.approx(plan.communes["area_ha"].sum(), abs=10)
    assert shapely.coverage_is_valid(units.geometry.to_numpy())
    key = "district" if level == "districts" else "subregion"
    name = "district" if level == "districts" else "id"
    for unit in units.itertuples():
        members = plan.communes[plan.communes[key] == getattr(unit, name)]
        assert unit.geometry.equals(shapely.coverage_union_all(members.geometry.to_numpy()))


def test_districts_stand_in_the_order_of_the_decision(plan):
    assert plan.districts["subregion"].drop_duplicates().tolist() == plan.subregions["id"].tolist()
    assert plan.subregions["id"].tolist() == ["centre", "east", "west", "north"]


def test_columns_have_the_type_of_their_values(plan):
    for name, values in plan.clusters.drop(columns="geometry").items():
        number = name.startswith("ha") or name == "match_score"
        kind = pd.api.types.is_float_dtype if number else pd.api.types.is_string_dtype
        assert kind(values), name


def test_a_horizon_counts_the_phases_that_end_by_then(plan):
    assert [p.id for p in plan.phases_by(2014)] == []
    assert [p.id for p in plan.phases_by(2015)] == ["2011-2015"]
    assert [p.id for p in plan.phases_by(2024)] == ["2011-2015", "2016-2020"]
    assert plan.hectares_by(2014).tolist() == [0.0] * 21
    assert (plan.hectares_by(2025) == plan.clusters["ha"]).all()


def test_words_are_looked_up_by_language(plan):
    assert plan.title["vi"].startswith("Quy hoạch")
    assert plan.title["en"].startswith("Industrial")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(
        bk_gis.MissingFileError, match=r"no plan folder .*nowhere; expected a folder with plan.toml"
    ):
        bk_gis.load_plan(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        bk_gis.load_plan(tmp_path / "nowhere")


def test_an_empty_folder_lacks_the_files_that_every_plan_has(tmp_path):
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.load_plan(tmp_path)
    assert [(p.file, p.message.split(" in ")[0]) for p in failure.value.problems] == [
        (name, "there is no such file") for name in ("plan.toml", "clusters.csv")
    ]


@pytest.mark.parametrize("name", ["plan.toml", "communes.geojson", "clusters.csv"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    problem = folder.problem()
    assert problem.file == name
    assert "there is no such file in" in problem.message


@pytest.mark.parametrize("name", ["plan.toml", "communes.geojson", "clusters.csv", "place_names.csv"])
def test_a_folder_in_place_of_a_file_is_refused(folder, name):
    (folder / name).unlink()
    (folder / name).mkdir()
    problem = folder.problem()
    assert problem.file == name


def test_a_plan_may_do_without_corrections(folder):
    """Then the names that need one are not placed: a plan is corrected by its author, not by likeness."""
    (folder / "place_names.csv").unlink()
    plan = bk_gis.load_plan(folder.path)
    assert len(plan.clusters) == 21
    lost = plan.clusters[plan.clusters.geometry.is_empty]
    assert set(lost["location"]) == {"Huyền Tung", "Bánh Trạch - Thượng Giáo", "Hữu Nghĩa", "Cỏ Linh"}
    assert (lost["match_reason"] != "").all()
    assert set(lost["join_method"]) == {"empty"}


def test_several_problems_in_several_files_are_said_at_once(folder):
    folder.replace("clusters.csv", "Xuất Hóa,Thị xã Bắc Kạn,,20,", "Xuất Hóa,Huyện Nowhere,,32.7 ha,")
    folder.replace("clusters.csv", "21,Xuân La", "1,Xuân La")
    folder.replace("place_names.csv", "Bánh Trạch,Huyện Ba Bể", "Bánh Trạch,Huyện Ba Bế")
    folder.replace("plan.toml", 'phase = "2016-2020"', 'phase = "2016-2019"')
    folder.edit_communes(lambda features: features[3]["properties"].update(name=""))
    folder.edit_communes(lambda features: features[5].update(geometry=None))
    assert [(p.file, p.row, p.column) for p in folder.problems()] == [
        ("plan.toml", None, "targets[3].phase"),
        ("communes.geojson", 4, "name"),
        ("communes.geojson", 6, "geometry"),
        ("clusters.csv", 3, "ha_2016_2020"),
        ("clusters.csv", 3, "district"),
        ("clusters.csv", 22, "id"),
        ("place_names.csv", 3, "district"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        (
            PHASE_2,
            PHASE_2.replace("start = 2016", "start = 2015"),
            "phases",
            "'2016-2020' begins in 2015, but",
        ),
        (
            PHASE_2,
            PHASE_2.replace("start = 2016", "start = 2021"),
            "phases",
            "ends in 2020, before it begins",
        ),
        ('colour = "#F0A800"', 'colour = "orange"', "phases[2].colour", "found 'orange'"),
        ("end = 2020", 'end = "soon"', "phases[2].end", "valid integer.*found 'soon'"),
        ("end = 2020", "end = 2020.5", "phases[2].end", "found 2020.5"),
        ("end = 2020\n", "", "phases[2].end", "is missing; expected"),
        ("end = 2020\n", "end = 2020\nwidth = 3\n", "phases[2].width", "is not known here; expected"),
        ('["Huyện Na Rì"]', "[]", "subregions[2].districts", "is empty; expected at least one"),
        (
            '["Huyện Na Rì"]',
            '["Huyện Na Rì", "Huyện Ba Bể"]',
            "subregions.districts",
            "'Huyện Ba Bể' is there 2",
        ),
        (
            '["Huyện Na Rì"]',
            '["Huyện Na Rì", "Huyện X"]',
            "subregions.districts",
            "'Huyện X' is no district of",
        ),
        (', "Huyện Ngân Sơn"]', "]", "subregions.districts", "'Huyện Ngân Sơn' of communes.geojson is in no"),
        ('id = "east"', 'id = "west"', "subregions.id", "'west' is there 2 times; expected once"),
        ('phase = "2016-2020"', 'phase = "2016"', "targets[3].phase", "'2016' .clause 5.2.b. is no phase of"),
        (
            'subregion = "west"',
            'subregion = "far"',
            "targets[13].subregion",
            "is no subregion.*expected one of",
        ),
        (
            'district = "Huyện Na Rì"',
            'district = "Na Ri"',
            "targets[34].district",
            "is no district.*expected one",
        ),
        (
            "[32.7, 20, 24]",
            "[32.7, 20]",
            "targets[29].hectares_by_phase",
            "has 2 figures; expected one for each",
        ),
        ("hectares = 164.44", "hectares = -164.44", "targets[2].hectares", "greater than or equal to 0"),
        ("hectares = 164.44", "hectares = nan", "targets[2].hectares", "finite number"),
        ("new = 7", 'new = "seven"', "targets[2].new", "valid integer.*found 'seven'"),
        ("date = 2014-02-25", 'date = "in spring"', "decision.date", "found 'in spring'"),
        ("[decision]", "[decree]", "decision", "is missing"),
    ],
)
def test_a_fault_of_plan_toml_is_located(folder, old, new, column, words):
    folder.replace("plan.toml", old, new)
    problems = [p for p in folder.problems() if p.column == column]
    assert [p.file for p in problems] == ["plan.toml"]
    assert "\n" not in problems[0].message
    with pytest.raises(bk_gis.InputError, match=words):
        bk_gis.load_plan(folder.path)


def test_two_phases_of_one_id_are_refused_whatever_their_hyphen(folder):
    """Both would have the column ha_2011_2015."""
    folder.replace("plan.toml", 'id = "2016-2020"', 'id = "2011_2015"')
    assert "plan.toml, column phases.id: '2011-2015' is there 2 times; expected once" in map(
        str, folder.problems()
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[title\nvi = 3", "is not readable TOML: "),
        (b"title = 'a'\ntitle = 'b'", "is not readable TOML: "),
        (b"title = 'a\0b'", "is not readable TOML: "),
        ("[title]\nvi = 'Bắc Kạn'".encode("utf-16"), "is not UTF-8"),
        ("# Bắc Kạn".encode("cp1258", "replace") + b"\xff", "is not UTF-8"),
    ],
)
def test_broken_toml_is_one_problem(folder, content, words):
    (folder / "plan.toml").write_bytes(content)
    problem = folder.problem()
    assert problem.file == "plan.toml"
    assert problem.message.startswith(words)


def test_without_a_readable_plan_toml_the_other_files_are_checked_as_far_as_can_be_known(folder):
    """It may have named another file of communes, so that communes.geojson is let alone."""
    (folder / "plan.toml").write_text("[")
    folder.replace("clusters.csv", "\n4,", "\n1,")
    folder.edit_communes(lambda features: features.append(features[0]))
    assert {p.file for p in folder.problems()} == {"plan.toml", "clusters.csv"}


def test_a_faulty_value_of_plan_toml_does_not_hide_the_faults_of_the_communes(folder):
    folder.replace("plan.toml", 'colour = "#F0A800"', 'colour = "tím"')
    folder.edit_communes(lambda features: features[3].update(geometry=None))
    assert [(p.file, p.row) for p in folder.problems()] == [("plan.toml", None), ("communes.geojson", 4)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("date = 2014-02-25", "date = 25/02/2014", "date = 25/02/2014; expected a date as year-month-day"),
        ('[title]\nvi = "', "[title]\nvi = “", "; expected straight quotes"),
    ],
)
def test_a_mistyped_line_of_plan_toml_is_shown_with_what_is_meant(folder, old, new, words):
    folder.replace("plan.toml", old, new)
    problem = folder.problem()
    assert problem.message.startswith("is not readable TOML: ")
    assert words in problem.message


def test_a_mistyped_plan_toml_brings_in_no_faults_of_the_default_communes(folder):
    """The communes are in a file of their own; communes.geojson is the sample that was left there."""
    (folder / "communes.geojson").rename(folder / "xa.geojson")
    shutil.copy(FIXTURES / "province" / "ranh_gioi.geojson", folder / "communes.geojson")
    folder.replace("plan.toml", "[[phases]]", '[communes]\nfile = "xa.geojson"\n\n[[phases]]')
    bk_gis.load_plan(folder.path)
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    for old, new in [("2014-02-25", "25/02/2014"), ("[communes]", "[comunes]"), ("[title]", "[tittle]")]:
        (folder / "plan.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        assert {p.file for p in folder.problems()} == {"plan.toml"}


def test_a_section_of_plan_toml_that_is_not_known_hides_none_of_the_others(folder):
    """Where it names the communes, they are read."""
    (folder / "communes.geojson").rename(folder / "xa.geojson")
    folder.replace("plan.toml", "[title]", '[communes]\nfile = "xa.geojson"\n\n[tittle]')
    folder.replace("clusters.csv", "Huyện Na Rì,15", "Huyện Na Ry,15")
    found = [(p.file, p.column) for p in folder.problems()]
    assert found == [("plan.toml", "title"), ("plan.toml", "tittle"), ("clusters.csv", "district")]
    with pytest.raises(bk_gis.InputError, match=r"'Huyện Na Ry' is no district of xa\.geojson; expected"):
        bk_gis.load_plan(folder.path)


def test_a_byte_order_mark_is_no_fault(folder):
    for name in ("plan.toml", "communes.geojson", "clusters.csv", "place_names.csv"):
        (folder / name).write_bytes(b"\xef\xbb\xbf" + (folder / name).read_bytes())
    assert len(bk_gis.load_plan(folder.path).clusters) == 21


def test_windows_line_ends_are_no_fault(folder):
    for name in ("plan.toml", "clusters.csv", "place_names.csv"):
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"\n", b"\r\n"))
    assert bk_gis.load_plan(folder.path).clusters["ha"].sum() == pytest.approx(488.9)


def test_text_is_composed_whichever_way_it_was_typed(folder, plan):
    """A Mac decomposes diacritics; the names are the same names."""
    for name in ("plan.toml", "communes.geojson", "clusters.csv", "place_names.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    typed = bk_gis.load_plan(folder.path)
    assert typed.clusters.geometry.equals(plan.clusters.geometry)
    assert typed.districts["district"].tolist() == plan.districts["district"].tolist()
    assert typed.clusters["name"].tolist() == plan.clusters["name"].tolist()


def test_a_thi_xa_and_a_huyen_of_one_name_are_two_districts(folder):
    """As Cao Lãnh, Kỳ Anh and Long Mỹ have; which one is meant must be said in full."""
    for name in ("plan.toml", "communes.geojson", "clusters.csv", "place_names.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("Huyện Bạch Thông", "Huyện Bắc Kạn"), encoding="utf-8")
    report = bk_gis.check_coverage(bk_gis.load_plan(folder.path), by=2020)
    counted = report.table.set_index("name")["names"]
    assert counted["Thị xã Bắc Kạn"] == "Huyền Tụng, Xuất Hóa"
    assert counted["Huyện Bắc Kạn"] == "Cẩm Giàng"

    folder.replace("clusters.csv", "Cẩm Giàng,Huyện Bắc Kạn", "Cẩm Giàng,Bắc Kạn")
    problem = folder.problem()
    assert (problem.file, problem.row, problem.column) == ("clusters.csv", 8, "district")


def test_a_district_may_be_stated_without_its_unit(folder, plan):
    folder.replace("clusters.csv", "Cẩm Giàng,Huyện Bạch Thông", "Cẩm Giàng,bạch thông")
    loaded = bk_gis.load_plan(folder.path)
    assert loaded.clusters.loc[6, ["district", "district_code"]].tolist() == ["Huyện Bạch Thông", "063"]
    report, expected = (bk_gis.check_coverage(p, by=2015).table for p in (loaded, plan))
    assert report.equals(expected)


def test_the_folder_is_only_read(folder):
    before = {path.name: path.read_bytes() for path in folder.path.iterdir()}
    bk_gis.load_plan(folder.path)
    assert {path.name: path.read_bytes() for path in folder.path.iterdir()} == before


def test_two_loads_give_the_same_plan(folder, plan):
    again = bk_gis.load_plan(folder.path)
    for name in ("clusters", "communes", "districts", "subregions"):
        one, two = getattr(plan, name), getattr(again, name)
        assert one.drop(columns="geometry").equals(two.drop(columns="geometry"))
        assert np.array_equal(shapely.to_wkb(one.geometry.array), shapely.to_wkb(two.geometry.array))


def test_an_installed_package_finds_its_own_data(tmp_path, monkeypatch):
    """In a wheel, data/ is inside the package; in a checkout it is beside it."""
    package = tmp_path / "bk_gis"
    shutil.copytree(bundled_folder(), package / "data")
    monkeypatch.setattr("bk_gis.plan.folder.__file__", str(package / "plan" / "folder.py"))
    assert bundled_folder() == package / "data"


def test_a_faulty_value_of_plan_toml_does_not_hide_the_faults_of_the_clusters(folder):
    folder.replace("plan.toml", 'colour = "#F0A800"', 'colour = "tím"')
    folder.replace("clusters.csv", "ha_2021_2025", "ha_2021_25")
    folder.replace("clusters.csv", "Huyện Na Rì,15,,", "Huyện Na Ry,15 ha,,")
    found = [(problem.file, problem.row, problem.column) for problem in folder.problems()]
    assert ("plan.toml", None, "phases[2].colour") in found
    assert ("clusters.csv", 1, "ha_2021_2025") in found
    assert ("clusters.csv", 16, "district") in found
    assert ("clusters.csv", 16, "ha_2011_2015") in found
