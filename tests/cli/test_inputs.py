"""No command writes over what it reads, whichever way the path is spelt."""

import pytest
from failures import raises

from bk_gis.cli.inputs import keep_inputs
from bk_gis.errors import InputError

TABLE = "name,xã,lon,lat\nA,Nông Thịnh,105.8,21.9\n"


@pytest.fixture
def source(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "d.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def spellings(path):
    """The same file by other paths."""
    (path.parent / "sub").mkdir()
    (path.parent / "link.csv").symlink_to(path)
    (path.parent / "hard.csv").hardlink_to(path)
    return [
        path,
        path.name,
        f"./{path.name}",
        f"sub/../{path.name}",
        f"{path.parent}//{path.name}",
        "link.csv",
        "hard.csv",
    ]


@pytest.mark.parametrize("command", ["geocode", "join", "read-annex"])
def test_the_only_source_is_not_overwritten(bk, source, command):
    for output in spellings(source):
        answer = bk(command, "d.csv", "-o", output)
        assert answer.code == 2
        assert "it is the input d.csv; expected another name" in answer.said
        assert source.read_text(encoding="utf-8") == TABLE


def test_another_file_may_be_overwritten(bk, source):
    for _ in range(2):
        assert bk("geocode", "d.csv", "-o", "e.csv").code == 0
        assert bk("join", "d.csv", "-o", "e.csv").code == 0
    assert source.read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("export",), "clusters.csv"),
        (("export",), "communes.geojson"),
        (("audit",), "place_names.csv"),
        (("audit", "--format", "csv"), "clusters.csv"),
        (("coverage", "--format", "csv"), "crosswalk.csv"),
        (("map",), "plan.toml"),
        (("geocode", "d.csv"), "clusters.csv"),
        (("join", "d.csv"), "communes.geojson"),
    ],
)
@pytest.mark.usefixtures("source")
def test_a_plan_is_not_overwritten_by_what_is_drawn_from_it(bk, folder, command, name):
    before = (folder / name).read_bytes()
    answer = bk(*command, "--plan", folder.path, "-o", folder / name)
    assert answer.code == 2
    assert "expected another name" in answer.said
    assert (folder / name).read_bytes() == before


def test_communes_of_another_name_are_of_the_plan_too(bk, folder):
    (folder / "communes.geojson").rename(folder / "xa.geojson")
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(f'{text}\n[communes]\nfile = "xa.geojson"\n', encoding="utf-8")
    assert bk("export", "--plan", folder.path, "-o", folder / "xa.geojson").code == 2
    assert bk("export", "--plan", folder.path, "-o", folder / "points.geojson").code == 0


@pytest.mark.parametrize("text", ["[communes", "communes = 1", "[communes]\nfile = 3", ""])
def test_a_plan_file_that_cannot_be_used_is_kept_like_any_other(tmp_path, text):
    (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
    with raises(InputError, match="it is the input"):
        keep_inputs(tmp_path / "plan.toml", tmp_path)
    keep_inputs(tmp_path / "map.html", tmp_path)
