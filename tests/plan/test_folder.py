"""A plan folder is read as a whole: either it is right, or every problem of every file is said at once."""

import shutil
import unicodedata

import numpy as np
import pytest
import shapely
from failures import english, raises

import bk_gis
from bk_gis.plan.folder import bundled_folder


def test_a_folder_is_named_by_text_or_path(folder):
    assert len(bk_gis.load_plan(str(folder.path)).clusters) == 21
    assert len(bk_gis.load_plan(folder.path).clusters) == 21


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with raises(bk_gis.MissingFileError, match=r"no plan folder .*nowhere; expected a folder with plan.toml"):
        bk_gis.load_plan(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        bk_gis.load_plan(tmp_path / "nowhere")


def test_an_empty_folder_lacks_the_files_that_every_plan_has(tmp_path):
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.load_plan(tmp_path)
    assert [(p.file, english(p.message).split(" in ")[0]) for p in failure.value.problems] == [
        (name, "there is no such file") for name in ("plan.toml", "clusters.csv")
    ]


@pytest.mark.parametrize("name", ["plan.toml", "communes.geojson", "clusters.csv"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    problem = folder.problem()
    assert problem.file == name
    assert "there is no such file in" in english(problem.message)


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
    monkeypatch.setattr("bk_gis.io.shipped.__file__", str(package / "io" / "shipped.py"))
    assert bundled_folder() == package / "data"


@pytest.mark.costly
def test_the_plan_that_a_decision_amends_is_read_and_its_faults_are_named_by_its_folder(folder):
    before = folder / "before"
    shutil.copytree(bundled_folder(), before)
    folder.replace("plan.toml", "[decision]", '[decision]\namends = "before"')
    plan = bk_gis.load_plan(folder.path)
    assert len(plan.before.clusters) == 21
    (before / "clusters.csv").write_text("id\n1\n", encoding="utf-8")
    assert {problem.file for problem in folder.problems()} == {"before/clusters.csv"}


@pytest.mark.costly
def test_a_plan_that_a_decision_amends_has_to_be_there_where_targets_count_what_changes(folder):
    folder.replace(
        "plan.toml", "[[targets]]", '[[targets]]\nclause = "I"\ngroup = "kept"\nclusters = 9\n[[targets]]'
    )
    assert "counts what changes" in english(folder.problem())
    folder.replace("plan.toml", "[decision]", '[decision]\namends = "2013"')
    assert folder.problem().column == "decision.amends"
    assert "there is no folder '2013'" in english(folder.problem())
