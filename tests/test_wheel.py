"""The wheel in a fresh environment, outside of the checkout, with what its metadata ask for and no more."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote

import pytest
import typer
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
CALLS = (
    "",
    "docs",
    "example tables t",
    "example bac-kan-2014 p",
    "map --plan p -o map.html",
    "maps --plan p -o maps",
    "print -o map.pdf",
    "export -o clusters.gpkg",
    "export -o clusters.xlsx",
    "coverage --by 2020",
    "audit -o audit.xlsx",
    "report -o report.docx",
    "compare p/changes.toml",
    "apply p/changes.toml -o agreed",
    "geocode t/enterprises.csv -o enterprises.gpkg",
    "join t/points.csv -o points.csv",
    "convert t/enterprises.csv -o converted.xlsx --from 2014 --to 2025",
    "read-annex annex.csv -o clusters.csv",
    "new n",
    "check p",
    "fix-boundaries n/communes.geojson -o communes.geojson",
)


def needed(names, found=None):
    """Find the distributions that these ask for, and what those ask for."""
    found = {} if found is None else found
    for text in names:
        asked = Requirement(text)
        if asked.marker is not None and not asked.marker.evaluate({"extra": ""}):
            continue
        name = re.sub(r"[-_.]+", "-", asked.name).lower()
        if name not in found:
            found[name] = distribution(asked.name)
            assert asked.specifier.contains(found[name].version, prereleases=True), text
            needed(found[name].requires or (), found)
    return found


def borrow(distributions, site):
    """Link what some distributions have installed; no other package can be imported there."""
    for one in distributions:
        for top in {Path(file).parts[0] for file in one.files or () if ".." not in Path(file).parts}:
            link, origin = site / top, Path(one.locate_file(top))
            if not link.exists() and origin.exists() and top != "__pycache__":
                link.symlink_to(origin)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = "import os, sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_every_command_is_among_those_that_are_run():
    from bk_gis.cli.app import app
    from bk_gis.cli.commands import checks, folders, maps, places, start  # noqa: F401

    assert {call.split()[0] for call in CALLS if call} == set(typer.main.get_command(app).commands)


@pytest.mark.slow
def test_the_wheel_is_pure_and_has_all_that_it_needs(wheel):
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for name in ("data/plan.toml", "docs/index.md", "examples/points.csv", "examples/lao-cai-2026/plan.toml"):
        assert f"bk_gis/{name}" in names
    assert not [name for name in names if name.endswith((".so", ".pyd", ".dll")) or "/page/src/" in name]


@pytest.mark.slow
def test_every_command_runs_where_only_the_wheel_and_its_dependencies_are(wheel, tmp_path):
    fresh, work = tmp_path / "fresh", tmp_path / "làm việc"
    venv.create(fresh, with_pip=False)
    site = next(fresh.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
        metadata = archive.read(next(n for n in archive.namelist() if n.endswith("/METADATA"))).decode()
    asked = re.findall(r"^Requires-Dist: (.*)$", metadata, re.MULTILINE)
    borrow(needed(asked).values(), site)
    work.mkdir()
    (work / "annex.csv").write_text("TT,Tên CCN,Xã,2026-2030\n1,A,B,20\n", encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "BK_GIS_LANG": "en", "LC_ALL": "C"}
    environment |= {"HOME": str(work), "TMPDIR": str(work)}
    run = [str(fresh / "bin" / "python"), "-c", "from bk_gis.cli.main import main; main()"]
    for call in CALLS:
        done = subprocess.run(
            [*run, *call.split()],
            cwd=work,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{call}\n{done.stdout}\n{done.stderr}"
        assert f"{ROOT}/" not in done.stdout + done.stderr, call
        assert not re.search(r"\.py:\d+|Warning:", done.stderr), call
        if call == "docs":
            guides = Path(done.stdout.strip()).read_text(encoding="utf-8")
            links = re.findall(r' (?:href|src)="file://([^"]*)"', guides)
            assert len(links) > 5
            assert [link for link in links if not Path(unquote(link)).exists()] == []
    assert "bk-gis = bk_gis.cli.main:main" in next(site.glob("bk_gis-*/entry_points.txt")).read_text(
        encoding="utf-8"
    )
