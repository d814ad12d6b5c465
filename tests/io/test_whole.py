"""A file is written whole or not at all; one that cannot be read is named, with why and what to do."""

import os
import sqlite3
import stat
import tempfile
import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from failures import raises
from files import only
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.errors import InputError
from bk_gis.io.sets import whole_set
from bk_gis.io.tables import read_batches, read_points, read_table
from bk_gis.io.whole import whole_file
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
        with whole_set(tmp_path / "A.SHP") as part:
            for name in ("a.shp", "a.dbf"):
                (part.parent / name).write_text("new")

    with raises(bk_gis.MissingFileError, match=r"A\.SHP was not written, but a\.dbf, a\.shp"):
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


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_the_mode_of_a_file_that_is_replaced_is_kept(tmp_path, mode):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "a.txt").chmod(mode)
    with whole_file(tmp_path / "a.txt") as part:
        part.write_text("new")
    assert (tmp_path / "a.txt").read_text() == "new"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == mode


def test_the_mode_of_every_file_of_a_set_is_kept(tmp_path, province):
    bk_gis.export(province, tmp_path / "a.shp")
    for path in tmp_path.iterdir():
        path.chmod(0o600)
    bk_gis.export(province, tmp_path / "a.shp", lang="en")
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_what_a_killed_program_left_goes_when_the_next_one_writes_there(tmp_path):
    left = tmp_path / ".part-bk_gis-killed"
    left.mkdir()
    (left / "a.txt").write_text("half")
    with whole_file(tmp_path / "a.txt") as part, whole_file(tmp_path / "b.txt") as other:
        assert not left.exists()
        part.write_text("new")
        other.write_text("new")  # what is at work is not taken for left
    assert only(tmp_path) == ["a.txt", "b.txt"]


def test_a_set_that_a_killed_program_was_replacing_is_told_of_and_kept(bk, tmp_path):
    (tmp_path / "a.shp.old").mkdir()
    (tmp_path / "a.shp.old" / "a.shp").write_text("the old one")
    for _ in range(2):
        done = bk("export", "-o", tmp_path / "a.shp")
        assert done.code == 0
        assert (
            f"was stopped while it replaced a.shp; what was there before is in {tmp_path}/a.shp.old"
            in done.said
        )
    assert only(tmp_path) == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shp.old", "a.shx"]
    assert (tmp_path / "a.shp.old" / "a.shp").read_text() == "the old one"


def test_a_set_that_cannot_be_replaced_half_way_is_the_old_one_again(tmp_path, province, monkeypatch):
    """Such as where another program has a file open, on Windows."""
    bk_gis.export(province, tmp_path / "a.shp")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    replace = Path.replace

    def refusing(path, target):
        if path.name == "a.dbf" and path.parent.name.startswith(".part-"):
            raise PermissionError(13, "is open", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with raises(
        bk_gis.errors.WriteError, match=r"cannot write .*a\.shp: another program, such as Excel, has it"
    ):
        bk_gis.export(province, tmp_path / "a.shp", lang="en")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".gpkg"])
def test_a_file_that_another_program_has_open_is_named_and_kept(tmp_path, province, monkeypatch, ending):
    """As Excel has a workbook on Windows: it can be neither replaced nor read."""
    target = tmp_path / f"a{ending}"
    target.write_bytes(b"the old one")

    def refusing(path, *_, **__):
        raise PermissionError(13, "is open", str(path))

    monkeypatch.setattr(Path, "replace", refusing)
    with raises(
        bk_gis.errors.WriteError, match="such as Excel, has it open, .* it is as it was; close it there"
    ):
        bk_gis.export(province, target)
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(target, b"the old one")]
    monkeypatch.setattr(Path, "open", refusing)
    if ending == ".xlsx":
        with raises(bk_gis.InputError, match="a.xlsx: cannot be opened: another program, such as Excel"):
            bk_gis.read_table(target)


def test_a_path_that_is_too_long_for_windows_is_said_to_be(tmp_path, monkeypatch):
    folder = tmp_path / ("d" * 200)
    folder.mkdir()

    def none(*_, **__):
        raise FileNotFoundError(2, "no such path", f"{folder}/.part-bk_gis-x")

    monkeypatch.setattr("tempfile.TemporaryDirectory", none)
    with raises(bk_gis.errors.WriteError, match="the name is too long"):
        write_frame(gpd.GeoDataFrame(geometry=[], crs="EPSG:4326"), folder / "a.csv")


def test_where_folders_cannot_be_held_files_are_written_all_the_same(tmp_path, monkeypatch):
    """Windows opens no folder and has no fcntl."""
    handle = os.open

    def opened(path, *arguments, **options):
        if Path(path).is_dir() and not options:  # rmtree has its own way there
            raise PermissionError(13, "is a folder", str(path))
        return handle(path, *arguments, **options)

    monkeypatch.setattr("os.open", opened)
    monkeypatch.delattr("bk_gis.io.whole.fcntl")
    monkeypatch.delattr("os.chown")
    for _ in range(2):
        with whole_file(tmp_path / "a.txt") as part:
            part.write_text("whole", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with raises(bk_gis.MissingFileError, match=r"there is no folder .*nowhere to write a.csv to"):
        write_frame(gpd.GeoDataFrame(geometry=[], crs="EPSG:4326"), tmp_path / "nowhere" / "a.csv")


@pytest.mark.parametrize("target", ["folder", "/dev/null"])
def test_what_is_no_file_is_not_replaced(tmp_path, target):
    (tmp_path / "folder").mkdir()
    with raises(bk_gis.InputError, match="expected the name of a file"), whole_file(tmp_path / target):
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
    with raises(bk_gis.InputError, match=r"a\.gpkg-wal beside it holds changes.*close it there"):
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
    with raises(bk_gis.InputError, match=r"a\.GPKG-journal beside it holds changes"):
        write()
    assert (tmp_path / "a.GPKG").read_text() == "old"


def test_a_geopackage_without_unsaved_changes_is_replaced(tmp_path, points):
    for ending in ("-wal", "-journal"):
        (tmp_path / f"a.gpkg{ending}").write_bytes(b"")
    write_frame(points, tmp_path / "a.gpkg")
    assert len(read_points(tmp_path / "a.gpkg")) == len(points)


spoils = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=5)


def whole(name: str) -> bytes:
    """A file with a few rows."""
    rows = pd.DataFrame({"xã": [f"Xuân {i}" for i in range(30)], "n": range(30)})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if name == "a.xlsx":
            rows.to_excel(path, index=False)
        elif name == "a.parquet":
            rows.to_parquet(path)
        else:
            pyogrio.write_dataframe(rows, path)
        return path.read_bytes()


WHOLE = {name: whole(name) for name in ("a.xlsx", "a.parquet", "a.gpkg")}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.xlsx", b"", "cut off or damaged"),
        ("a.csv", b"PK\x03\x04 and more", "rename it to .xlsx"),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel workbook"),
        ("a.csv", b"PAR1....", "rename it to .parquet"),
        ("a.csv", bytes(range(256)) * 8, "is no text"),
        ("a.csv", 'xã,huyện\n"Nông Thịnh,Chợ Mới\n'.encode(), "expected quotes in pairs"),
        ("a.csv", "xã,huyện\nNông Thịnh,Chợ Mới".encode()[:-2], "is not UTF-8"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0" + b"." * 600 + "EncryptedPackage".encode("utf-16-le"),
            "has a password",
        ),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"." * 600, "old workbook; save it as .xlsx"),
        ("a.xlsx", b"PK\x03\x04 cut", "cut off or damaged"),
        ("a.parquet", b"PAR1 cut", "cut off"),
        ("a.gpkg", b"SQLite format 3\x00 cut", "cannot be read"),
        ("a.geojson", b'{"type": "FeatureColl', "cannot be read"),
        ("a.docx", b"text", "cut off or damaged"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with raises(InputError, match=words):
        read_table(tmp_path / name)


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [(8, 1, "has a password"), (6, 165, "is cut off or damaged")],
    ids=["a member is encrypted", "a version that there is not"],
)
def test_an_archive_that_cannot_be_opened_is_said(tmp_path: Path, place: int, value: int, words: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + place] |= value
    path.write_bytes(bytes(content))
    with raises(InputError, match=f"a.xlsx: {words}"):
        read_table(path)


@pytest.mark.costly
@pytest.mark.filterwarnings("ignore")  # GDAL's, of what it finds in a spoilt file
@given(name=st.sampled_from(["a.xlsx", "a.parquet", "a.gpkg"]), end=st.floats(0, 1), spoilt=spoils)
def test_a_spoilt_file_is_a_table_or_an_error_that_names_it(
    tmp_path_factory: pytest.TempPathFactory, name: str, end: float, spoilt: list[tuple[float, int]]
) -> None:
    content = bytearray(WHOLE[name])
    for place, value in spoilt:
        content[int(place * (len(content) - 1))] = value
    path = tmp_path_factory.mktemp("spoilt") / name
    path.write_bytes(content if spoilt else content[: int(end * len(content))])
    try:
        list(read_batches(path, 10))
    except InputError as error:
        assert name in str(error)  # noqa: PT017  (a table is right too)
