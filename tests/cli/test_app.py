"""Results go to standard output or a file, what is said to a person to standard error."""

import pytest

from bk_gis.cli.app import keep_read, progressing, say, working, write_text
from bk_gis.errors import InputError, Text


def test_what_is_said_to_a_person_is_no_result(capsys):
    say(Text("đã ghi", "wrote"))
    with working(Text("…", "…")):
        pass
    with progressing(Text("dòng", "rows"), 2) as done:
        done(2)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "wrote\n"  # a bar is for a terminal


def test_a_result_is_printed_or_written_whole(capsys, tmp_path):
    write_text("ĐẠT", None)
    assert capsys.readouterr().out == "ĐẠT\n"
    write_text("ĐẠT", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "ĐẠT\n"
    assert "a.txt" in capsys.readouterr().err


def test_no_command_writes_over_a_file_that_it_reads(folder, tmp_path):
    source = tmp_path / "a.csv"
    source.write_text("x", encoding="utf-8")
    keep_read(None, source, plan=folder.path)
    keep_read(tmp_path / "b.csv", source, plan=folder.path)
    for target in (source, folder / "clusters.csv"):
        with pytest.raises(InputError):
            keep_read(target, source, plan=folder.path)
