"""A command that is ended from without ends by that signal, and leaves nothing that is not finished."""

import os
import random
import re
import shutil
import signal
import time
from pathlib import Path

import pytest
from disasters import Ground
from files import only
from writers import PROVINCE, WRITERS

EXPORT = ("export", "-o", "a.shp")
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def begun(process):
    """Wait until a process has begun with our code: what Python itself does of a signal before is its own."""
    state = Path(f"/proc/{process.pid}/status")
    while process.poll() is None:
        caught = re.search(r"SigCgt:\s*(\w+)", state.read_text())
        if caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1:
            break
        time.sleep(0.01)
    return process


def ended(process, number):
    """What a process says that was sent a signal; it ends by that, unless it was done before."""
    process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode in (0, -number), said
    assert "Traceback" not in said
    return said


def test_a_signal_while_a_file_is_written_leaves_the_old_one_and_nothing_beside_it(python, tmp_path):
    code = """
import os, signal, sys
from pathlib import Path
from bk_gis.cli.main import _leaving_nothing
from bk_gis.io.whole import whole_file
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in what a script runs in the background
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and by nohup
Path("a.txt").write_text("old")
child = os.fork()
if child == 0:
    with _leaving_nothing(), whole_file("a.txt") as part:
        part.write_text("half of it")
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    os._exit(70)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), *sorted(os.listdir(".")), Path("a.txt").read_text())
"""
    for number in (*SIGNALS, signal.SIGPIPE):
        folder = tmp_path / number.name
        folder.mkdir()
        assert python(f"import os; os.chdir({str(folder)!r})\n{code}", number.name).split() == [
            str(-number),
            "a.txt",
            "old",
        ]


@pytest.mark.parametrize(
    ("lang", "nothing", "some"),
    [
        ("en", "bk-gis: stopped; what was not finished is gone", "a.txt is written, the rest is not"),
        ("vi", "bk-gis: đã dừng giữa chừng; tệp chưa ghi xong đã bỏ", "đã ghi xong"),
    ],
)
def test_who_stops_a_command_is_told_what_stands(python, tmp_path, lang, nothing, some):
    code = """
import os, signal, sys
from bk_gis.cli.main import _leaving_nothing
from bk_gis.io.whole import whole_file
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in what a script runs in the background
os.dup2(1, 2)
for files in ((), ("a.txt",)):
    child = os.fork()
    if child == 0:
        with _leaving_nothing():
            for name in files:
                with whole_file(name) as part:
                    part.write_text("whole")
            with whole_file("b.txt") as part:
                os.kill(os.getpid(), signal.SIGINT)
    os.waitpid(child, 0)
"""
    said = python(f"import os; os.chdir({str(tmp_path)!r})\n{code}", BK_GIS_LANG=lang)
    assert nothing in said.splitlines()[1]
    assert some in said.splitlines()[3]
    assert "a.txt" in said
    assert only(tmp_path) == ["a.txt"]


@pytest.mark.costly
def test_a_signal_at_any_moment_imports_included_ends_a_command_and_leaves_nothing(start, tmp_path):
    moments = random.Random(7)  # noqa: S311
    for number in SIGNALS:
        process = begun(start(*EXPORT, folder=tmp_path))
        time.sleep(moments.uniform(0, 1))
        ended(process, number)
        assert only(tmp_path) in ([], ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [EXPORT, ("print", "-o", "a.pdf"), ("report", "-o", "a.docx")], ids=lambda c: c[0]
)
def test_a_signal_at_many_moments_leaves_nothing(start, tmp_path, command):
    for number in SIGNALS * 12:
        process = begun(start(*command, folder=tmp_path))
        time.sleep(random.uniform(0, 3))  # noqa: S311
        ended(process, number)
        assert not [name for name in only(tmp_path) if name.startswith(".")]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("call", ["write", "pwrite64", "fsync", "link", "unlink", "rename", "mkdir", "rmdir"])
@pytest.mark.parametrize("ending", [".shp", ".tab", ".gpkg"])
def test_a_command_that_is_killed_at_a_call_of_the_system_leaves_the_old_or_the_new(
    start, tmp_path, ending, call
):
    (writer,) = (one for one in WRITERS if str(one) == f"export {ending}")
    ground, killed = Ground.prepared(writer, tmp_path), True
    for when in (1, 3, 9, 60):
        if killed:
            ground.lay()
            options = ("-e", f"inject={call}:signal=KILL:when={when}", "-o", os.devnull)
            command = ("export", "--plan", PROVINCE, "-o", ground.folder / f"a{ending}")
            process = start(
                *command, folder=tmp_path, under=("strace", "-f", "-qq", "-e", f"trace={call}", *options)
            )
            process.communicate()
            killed = process.returncode == -signal.SIGKILL
            assert killed or process.returncode == 0
            assert ground.is_sound()
            assert ground.goes_on()


def test_a_reader_that_has_had_enough_ends_a_command_as_it_does_any_other(start, tmp_path):
    read, write = os.pipe()
    os.close(read)
    process = start("coverage", "--by", "2020", folder=tmp_path, stdout=write)
    os.close(write)
    assert process.communicate()[1] == ""
    assert process.returncode == -signal.SIGPIPE  # which a shell gives as 141


@pytest.mark.parametrize("stream", ["full", "closed"])
def test_an_output_that_takes_nothing_is_an_error(start, tmp_path, stream):
    with Path("/dev/full").open("w") as full:
        options = (
            {"stdout": full} if stream == "full" else {"stdout": None, "preexec_fn": lambda: os.close(1)}
        )
        process = start("coverage", "--by", "2020", folder=tmp_path, **options)
        said = process.communicate()[1]
    assert process.returncode == 2
    assert said.startswith("bk-gis: ")
    assert len(said.splitlines()) == 1


def test_a_file_is_written_where_no_stream_is_open(start, tmp_path):
    """And none of what is opened takes the place of one."""

    def close_all():
        for number in range(3):
            os.close(number)

    process = start(
        "coverage", "-o", "a.txt", folder=tmp_path, stdout=None, stderr=None, preexec_fn=close_all
    )
    assert process.wait() == 0
    assert "huyện" in (tmp_path / "a.txt").read_text(encoding="utf-8")
