"""What is no file is named at once: a pipe has no writer, a device has no end, a link leads nowhere."""

import os

import pytest
from special import KINDS, put, within

import bk_gis

FILES = ("plan.toml", "clusters.csv", "communes.geojson", "place_names.csv", "crosswalk.csv")


@pytest.mark.costly
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FILES)
def test_each_file_of_a_plan_folder_has_to_be_one(folder, name, kind):
    put(kind, folder / name)
    with within(20):
        assert name in {problem.file for problem in folder.problems()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ["a.csv", "a.xlsx", "a.ods", "a.geojson", "a.gpkg", "a.parquet", "a.toml", "a.json"]
)
def test_each_input_has_to_be_a_file(tmp_path, name, kind):
    path = put(kind, tmp_path / name)
    with within(20), pytest.raises(bk_gis.BkGisError, match=name.replace(".", r"\.")):
        bk_gis.read_table(path)


@pytest.mark.parametrize("command", ["geocode", "join", "convert", "read-annex", "fix-boundaries", "compare"])
@pytest.mark.parametrize("kind", [*KINDS, "bytes"])
def test_each_command_names_an_input_that_is_no_file(bk, tmp_path, command, kind):
    ending = {"fix-boundaries": ".geojson", "compare": ".toml"}.get(command, ".csv")
    path = tmp_path / (os.fsdecode(b"t\xean") + ending)
    if kind == "bytes":
        path.write_text("place\nx\n")
    else:
        path = put(kind, tmp_path / f"a{ending}")
    rest = {"convert": ["--from", "2014", "--to", "2025"], "compare": []}.get(command, [])
    output = (
        []
        if command == "compare"
        else ["-o", tmp_path / ("out.geojson" if command == "fix-boundaries" else "out.csv")]
    )
    with within(20):
        done = bk(command, path, *output, *rest)
    assert done.code == 2
    assert path.name.encode(errors="backslashreplace").decode() in done.said or path.name in done.said
    assert "\n" not in done.said.strip() or "problem" in done.said
