"""No command writes over what it reads, whichever way the path is spelt."""

from pathlib import Path

import pyogrio
import pytest
from failures import raises
from typer.main import get_command

from bk_gis.cli.app import app
from bk_gis.cli.commands import checks, folders, maps, places  # noqa: F401 - they add theirs to `app`
from bk_gis.cli.inputs import keep_inputs
from bk_gis.errors import InputError

FIXTURES = Path(__file__).parents[1] / "fixtures"
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


@pytest.mark.costly
def test_every_command_with_an_output_keeps_every_file_of_the_plan(bk, folder):
    """Whatever the ending, whatever the command: what a plan is read from stays as it is."""
    (folder / "SOURCES.md").write_text("by hand")
    before = {path.name: path.read_bytes() for path in folder.path.iterdir()}
    given = {"geocode": ["d.csv"], "join": ["d.csv"], "convert": ["d.csv", "--from", "2014", "--to", "2025"]}
    given |= {"compare": [folder.path, folder.path], "read-annex": None, "fix-boundaries": None, "maps": None}
    given["apply"] = [folder / "changes.toml"]
    tried = 0
    for name, command in get_command(app).commands.items():
        options = {option for parameter in command.params for option in parameter.opts}
        if {"--output", "--plan"} <= options and given.get(name, []) is not None:
            for file in before:
                done = bk(name, *given.get(name, []), "--plan", folder.path, "-o", folder / file)
                assert done.code == 2, f"{name} {file}"
                said = "expected a new folder" if name == "apply" else "expected another name"
                assert said in done.said, f"{name} {file}: {done.said}"
                tried += 1
    assert tried > 50
    assert {path.name: path.read_bytes() for path in folder.path.iterdir()} == before


@pytest.fixture
def with_shapefile(folder):
    """The plan with its communes in a shapefile."""
    communes = pyogrio.read_dataframe(folder / "communes.geojson").rename(columns={"district_code": "MA_H"})
    (folder / "communes.geojson").unlink()
    pyogrio.write_dataframe(communes, folder / "ranh_gioi.shp", layer_options={"ENCODING": "UTF-8"})
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(
        f'{text}\n[communes]\nfile = "ranh_gioi.shp"\ncolumns = {{ district_code = "MA_H" }}\n',
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("export", "ranh_gioi.shp"),
        ("export", "ranh_gioi.SHP"),
        ("export", "Ranh_Gioi.shp"),
        ("export", "link.shp"),
        ("export", "link.tab"),
        ("audit", "ranh_gioi.dbf"),
        ("audit", "RANH_GIOI.DBF"),
        ("coverage", "ranh_gioi.prj"),
        ("report", "sources.md"),
        ("print", "link.pdf"),
    ],
)
def test_what_would_be_written_is_looked_at_with_all_its_files_links_and_cases(
    bk, with_shapefile, command, name
):
    (with_shapefile / "SOURCES.md").write_text("by hand")
    for ending in ("shp", "tab", "pdf"):
        (with_shapefile / f"link.{ending}").symlink_to(
            "ranh_gioi.shp" if ending != "tab" else "ranh_gioi.dbf"
        )
    before = {path.name: path.read_bytes() for path in with_shapefile.path.iterdir()}
    form = ["--format", "csv"] if command in ("audit", "coverage") else []
    done = bk(command, *form, "--plan", with_shapefile.path, "-o", with_shapefile / name)
    assert done.code == 2
    assert "expected another name" in done.said
    assert {path.name: path.read_bytes() for path in with_shapefile.path.iterdir()} == before


@pytest.mark.costly
def test_a_set_beside_the_plans_own_is_written(bk, with_shapefile):
    assert bk("export", "--plan", with_shapefile.path, "-o", with_shapefile / "points.shp").code == 0
    assert bk("export", "--plan", with_shapefile.path, "-o", with_shapefile / "ranh_gioi.gpkg").code == 0


@pytest.mark.costly
def test_the_map_beside_a_report_replaces_only_that_of_an_earlier_one(bk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r-map.png").write_bytes(b"a picture of someone's own")
    done = bk("report", "-o", "r.md", "--plan", FIXTURES / "province")
    assert done.code == 2
    assert "r-map.png: it is there, and not the map of an earlier r.md" in done.said
    assert (tmp_path / "r-map.png").read_bytes() == b"a picture of someone's own"
    assert not (tmp_path / "r.md").exists()
    (tmp_path / "r-map.png").unlink()
    assert bk("report", "-o", "r.md", "--plan", FIXTURES / "province").code == 0
    assert bk("report", "-o", "r.md", "--plan", FIXTURES / "province").code == 0
