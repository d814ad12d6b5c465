"""A file, or a set of files, appears whole or not at all."""

import sqlite3

import geopandas as gpd
import pytest
from files import only
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.io.tables import read_points
from bk_gis.io.whole import whole_file, whole_set
from bk_gis.io.writing import write_frame


def test_a_file_appears_when_all_went_well(tmp_path):
    with whole_file(tmp_path / "a.txt") as part:
        part.write_text("new")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_text() == "new"
    assert only(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path, failure):
    (tmp_path / "a.txt").write_text("old")

    def write():
        with whole_file(tmp_path / "a.txt") as part:
            part.write_text("half of the n")
            (part.parent / "a.txt-journal").write_text("what a driver writes beside it")
            raise failure

    with pytest.raises(failure):
        write()
    assert (tmp_path / "a.txt").read_text() == "old"
    assert only(tmp_path) == ["a.txt"]


def test_a_failure_where_there_was_no_file_leaves_none(tmp_path):
    with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "a.txt") as part:
        part.write_text(str(1 / 0))
    assert only(tmp_path) == []


def test_a_set_without_its_file_replaces_nothing(tmp_path):
    for name in ("A.SHP", "a.dbf", "A.qix"):
        (tmp_path / name).write_text("old")

    def write():
        with whole_set(tmp_path / "A.SHP", stale=(".qix",)) as part:
            for name in ("a.shp", "a.dbf"):
                (part.parent / name).write_text("new")

    with pytest.raises(bk_gis.MissingFileError, match=r"A\.SHP was not written, but a\.dbf, a\.shp"):
        write()
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}
    assert only(tmp_path) == ["A.SHP", "A.qix", "a.dbf"]


@settings(max_examples=30)
@given(st.binary(), st.binary(), st.integers(0, 50))
def test_the_target_is_the_old_bytes_or_the_new_ones(tmp_path_factory, old, new, fails_at):
    folder = tmp_path_factory.mktemp("whole")
    target = folder / "a.bin"
    target.write_bytes(old)

    def write():
        with whole_file(target) as part, part.open("wb") as file:
            file.write(new[:fails_at])
            assert fails_at >= len(new), "the disk is full"
            file.write(new[fails_at:])

    if fails_at < len(new):
        with pytest.raises(AssertionError):
            write()
    else:
        write()
    assert target.read_bytes() == (old if fails_at < len(new) else new)
    assert only(folder) == ["a.bin"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with whole_file(tmp_path / "link.txt") as part:
        part.write_text("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_the_mode_of_a_file_is_that_of_any_new_file(tmp_path):
    (tmp_path / "usual.txt").write_text("")
    with whole_file(tmp_path / "ours.txt") as part:
        part.write_text("")
    assert (tmp_path / "ours.txt").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(bk_gis.MissingFileError, match=r"there is no folder .*nowhere to write a.csv to"):
        write_frame(gpd.GeoDataFrame(geometry=[], crs="EPSG:4326"), tmp_path / "nowhere" / "a.csv")


@pytest.mark.parametrize("target", ["folder", "/dev/null"])
def test_what_is_no_file_is_not_replaced(tmp_path, target):
    (tmp_path / "folder").mkdir()
    with pytest.raises(bk_gis.InputError, match="expected the name of a file"), whole_file(tmp_path / target):
        pytest.fail("there was something to write to")


@pytest.fixture
def edited(tmp_path, points):
    """A GeoPackage that another program has open, as QGIS does, with a change that is not in it yet."""
    write_frame(points, tmp_path / "a.gpkg")
    other = sqlite3.connect(tmp_path / "a.gpkg")
    other.execute("pragma journal_mode = wal")
    other.execute("update gpkg_contents set description = 'changed'")
    other.commit()
    yield tmp_path / "a.gpkg"
    other.close()


def test_a_geopackage_that_is_being_changed_is_not_replaced(edited, points):
    before = edited.read_bytes()
    assert (edited.parent / "a.gpkg-wal").stat().st_size > 0
    with pytest.raises(bk_gis.InputError, match=r"a\.gpkg-wal beside it holds changes.*close it there"):
        write_frame(points, edited)
    assert edited.read_bytes() == before
    assert only(edited.parent) == ["a.gpkg", "a.gpkg-shm", "a.gpkg-wal"]


@pytest.mark.parametrize("command", ["geocode", "join", "export"])
def test_no_command_replaces_a_geopackage_that_is_being_changed(bk, edited, command):
    (edited.parent / "in.csv").write_text("xã,lon,lat\nXuân La,105.9,22.2\n", encoding="utf-8")
    source = [] if command == "export" else [edited.parent / "in.csv"]
    before = edited.read_bytes()
    done = bk(command, *source, "-o", edited)
    assert done.code == 2
    assert "close it there" in done.said
    assert edited.read_bytes() == before


def test_a_change_that_begins_while_we_write_is_seen(tmp_path):
    def write():
        with whole_file(tmp_path / "a.GPKG") as part:
            part.write_text("new")
            (tmp_path / "a.GPKG-journal").write_text("a change")

    (tmp_path / "a.GPKG").write_text("old")
    with pytest.raises(bk_gis.InputError, match=r"a\.GPKG-journal beside it holds changes"):
        write()
    assert (tmp_path / "a.GPKG").read_text() == "old"


def test_a_geopackage_without_unsaved_changes_is_replaced(tmp_path, points):
    for ending in ("-wal", "-journal"):
        (tmp_path / f"a.gpkg{ending}").write_bytes(b"")
    write_frame(points, tmp_path / "a.gpkg")
    assert len(read_points(tmp_path / "a.gpkg")) == len(points)
