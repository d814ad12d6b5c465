"""Whole or not at all, whatever happens to what writes: a full disk, a kill, another at the same time."""

import ast
import inspect
import os
import resource
import signal
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from disasters import DONE, Ground, content, in_child, unfinished
from failures import raises
from writers import SMALL_SET, WRITERS, plan

import bk_gis
from bk_gis.cli.commands.start import example
from bk_gis.errors import WriteError
from bk_gis.plan.starter import write_starter

QUICK = [writer for writer in WRITERS if not writer.slow]
SLOW = [writer for writer in WRITERS if writer.slow]
SETS = [writer for writer in WRITERS if writer.ending in (".shp", ".tab")]
BY_GDAL = [w for w in QUICK if w.ending in (".shp", ".tab", ".geojson", ".gpkg")]
# New folders: test_a_new_folder_is_there_as_a_whole_or_not_at_all.
FOLDERS = {
    "write_starter": write_starter,
    "save_plan": lambda folder: plan().save(folder),
    "example": lambda folder: example("lao-cai-2026", folder),
}


def writing_functions():
    """All functions of the package that open a file or a set to write it whole."""
    found = set()
    for path in Path(bk_gis.__file__).parent.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and "whole" not in function.name:
                calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
                if {"whole_file", "whole_set", "whole_folder"} & {
                    call.id for call in calls if isinstance(call, ast.Name)
                }:
                    found.add(function.name)
    return found


@pytest.mark.costly
def test_every_writer_is_in_the_list_with_which_all_is_tried(tmp_path, monkeypatch):
    used, make = set(), tempfile.TemporaryDirectory

    def recording(*given, **named):
        used.update(frame.function for frame in inspect.stack())
        return make(*given, **named)

    monkeypatch.setattr("tempfile.TemporaryDirectory", recording)
    for writer in WRITERS:
        writer(tmp_path)
    assert writing_functions() - used - FOLDERS.keys() == set(), "put them into helpers/writers.py"


@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("writer", QUICK, ids=str)
def test_a_full_disk_is_said_and_keeps_the_old_file(writer, tmp_path):
    ground = Ground.prepared(writer, tmp_path)
    assert all(ground.fills_up(size) for size in ground.sizes(2))


@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("writer", SLOW, ids=str)
def test_a_full_disk_under_a_picture_is_said_and_keeps_the_old_one(writer, tmp_path):
    assert Ground(writer, tmp_path / "at", {f"a{writer.ending}": b"old"}, {}).fills_up(1000)


@pytest.mark.slow
@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("writer", WRITERS, ids=str)
def test_a_disk_is_full_at_any_size_and_a_writer_is_killed_at_any_write(writer, tmp_path):
    ground = Ground.prepared(writer, tmp_path)
    for size in ground.sizes(4 if writer.slow else 40):
        assert ground.fills_up(size)
        assert ground.survives(size)


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory):
    """A disk in memory, of 4 MB; gives the folder, and what to call to have so many bytes free."""
    folder = tmp_path_factory.mktemp("disk")
    if os.system(f"mount -t tmpfs -o size=4M tmpfs {folder} 2> {os.devnull}"):  # noqa: S605
        pytest.skip("only root can mount a disk")

    def leave(free):
        for path in folder.iterdir():
            path.unlink()
        state = os.statvfs(folder)
        (folder / "ballast").write_bytes(bytes(state.f_bavail * state.f_bsize - free))

    yield folder, leave
    os.system(f"umount -l {folder}")  # noqa: S605


def names_the_disk(writer, folder):
    with raises(WriteError, match=rf"cannot write .*a\{writer.ending}: .*\(disk {folder}\); "):
        writer(folder)
    return DONE


def on_a_small_disk(writer, small_disk, parts):
    folder, leave = small_disk
    leave(4 << 20)
    writer(folder)
    size = sum(len(data) for name, data in content(folder).items() if name != "ballast")
    for part in parts:
        leave(int(size * part) // 4096 * 4096)
        for name in (f"a{writer.ending}", "a.dbf"):
            (folder / name).touch()
        assert in_child(partial(names_the_disk, writer, folder)) == DONE
        assert {name for name, data in content(folder).items() if not data} == {f"a{writer.ending}", "a.dbf"}
        assert unfinished(folder) == []


@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("writer", BY_GDAL, ids=str)
def test_a_small_disk_is_named_where_gdal_says_nothing(writer, small_disk):
    on_a_small_disk(writer, small_disk, (0, 0.5, 0.9))


@pytest.mark.slow
@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("writer", WRITERS, ids=str)
def test_a_small_disk_is_named_for_everything_that_writes(writer, small_disk):
    on_a_small_disk(writer, small_disk, [part / 10 for part in range(10)])


@pytest.fixture
def memory(tmp_path):
    """A folder that is quick: nothing waits for a disk."""
    if not Path("/dev/shm").is_dir():  # noqa: S108
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("writer", [SMALL_SET, WRITERS[0]], ids=str)
def test_a_writer_that_is_killed_at_any_step_leaves_the_old_or_the_new(writer, memory, number):
    survived = Ground.prepared(writer, memory).survives_steps(number)
    assert len(survived) > 8
    assert all(survived)


@pytest.mark.slow
@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("writer", QUICK, ids=str)
def test_everything_that_writes_can_be_killed_at_any_step(writer, memory):
    survived = Ground.prepared(writer, memory).survives_steps()
    assert len(survived) > 8
    assert all(survived)


@pytest.mark.costly
@pytest.mark.parametrize("writer", QUICK, ids=str)
def test_four_threads_at_once_write_the_same_bytes(writer, tmp_path):
    folders = [tmp_path / str(i) for i in range(5)]
    for folder in folders:
        folder.mkdir()
    writer(folders[0])
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(writer, folders[1:]))
    assert all(content(folder) == content(folders[0]) for folder in folders)


@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize(
    "writer", [SMALL_SET, WRITERS[0], *(pytest.param(w, marks=pytest.mark.slow) for w in QUICK)], ids=str
)
def test_two_processes_that_write_one_file_leave_what_one_of_them_wrote(writer, memory):
    ground = Ground.prepared(writer, memory)

    def write_ten_times(lang):
        return in_child(lambda: any(writer(ground.folder, lang) is None for _ in range(10)))

    for _ in range(3):
        with ThreadPoolExecutor(2) as pool:
            assert [*pool.map(write_ten_times, ("vi", "en"))] == [DONE, DONE]
        assert content(ground.folder) in (ground.old, ground.new)
        assert unfinished(ground.folder) == []


@pytest.mark.usefixtures("in_child")
@pytest.mark.parametrize("name", FOLDERS)
def test_a_new_folder_is_there_as_a_whole_or_not_at_all(memory, name):
    write_folder = FOLDERS[name]
    write_folder(memory / "whole")
    whole = content(memory / "whole")

    def write(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        try:
            write_folder(memory / "new")
        except WriteError:
            return not DONE
        return DONE

    for size in (0, max(map(len, whole.values())) - 1):
        assert in_child(partial(write, size)) == (not DONE)
        assert [path.name for path in memory.iterdir()] == ["whole"]
    (memory / "empty").mkdir()
    write_folder(memory / "empty")
    assert content(memory / "empty") == whole
