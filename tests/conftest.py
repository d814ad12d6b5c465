"""What tests share: plans, a copy of a folder to spoil, and the ways to run a command."""

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from amendments import ALL_KINDS
from failures import english
from hypothesis import HealthCheck, settings

import bk_gis
import bk_gis.plan.folder as folders
from bk_gis.plan.folder import bundled_folder

# No test is timed: a busy machine must not fail one. Where CI judges a change, the examples are the same each
# time, as in hypothesis' own profile for it; whoever works on the code gets new ones at each run.
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.register_profile("long", settings.get_profile("untimed"), max_examples=300)
settings.register_profile("quick", settings.get_profile("untimed"), max_examples=10)
settings.load_profile("untimed")


os.environ["BK_GIS_LANG"] = "en"  # commands speak it to tests; failures sees both texts


class PlanFolder:
    """A copy of the bundled plan folder, in which a test spoils one thing or several."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(bundled_folder(), path)

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace text of a file, once; it has to be there."""
        text = (self / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        (self / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def edit_communes(self, change: Callable[[list[dict]], object]) -> None:
        """Change the list of features of communes.geojson in place."""
        collection = json.loads((self / "communes.geojson").read_text(encoding="utf-8"))
        change(collection["features"])
        (self / "communes.geojson").write_text(json.dumps(collection), encoding="utf-8")

    def problems(self) -> tuple[bk_gis.Problem, ...]:
        """Load the folder, which has to fail in the one way that is promised, and list the problems."""
        with pytest.raises(bk_gis.InputError) as failure:
            bk_gis.load_plan(self.path)
        problems = failure.value.problems
        assert problems, "an error without a located problem"
        for problem in problems:
            assert self.path in (self / problem.file).parents
            assert english(problem) in english(failure.value)
        return problems

    def problem(self) -> bk_gis.Problem:
        """The only problem of the folder."""
        problems = self.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]


@pytest.fixture
def folder(tmp_path):
    return PlanFolder(tmp_path / "plan")


@pytest.fixture(scope="session")
def plan():
    return bk_gis.load_plan()


FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def province():
    """A small invented province, of which the package knows nothing."""
    return bk_gis.load_plan(FIXTURES / "province")


@dataclass(frozen=True)
class Answer:
    """What a command gave back: exit status, standard output, standard error."""

    code: int
    out: str
    said: str


@pytest.fixture(scope="session")
def load_once():
    """Load a plan; the bundled one, which no command alters, once in each language."""
    load = bk_gis.load_plan  # the package has it then, whatever stands in its place in a test
    bundled = functools.cache(load)

    def load_once(folder=None, **given):
        return bundled(**given) if folder is None else load(folder, **given)

    return load_once


@pytest.fixture
def bk(monkeypatch, capsys, load_once):
    """Run `bk-gis` with arguments, in this process."""
    from bk_gis.cli.main import main

    monkeypatch.setattr(folders, "load_plan", load_once)

    def run(*arguments: object) -> Answer:
        monkeypatch.setattr("sys.argv", ["bk-gis", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return Answer(left.value.code or 0, captured.out, captured.err)

    return run


@pytest.fixture
def started(bk, tmp_path):
    """A new plan folder, as `new` makes it."""
    assert bk("new", tmp_path / "plan", "--lang", "vi").code == 0
    return tmp_path / "plan"


@pytest.fixture
def every_kind(tmp_path):
    """A file of changes with one of every kind."""
    path = tmp_path / "changes.toml"
    path.write_text(ALL_KINDS, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def console():
    """Run the installed `bk-gis` in a process of its own."""
    program = Path(sys.executable).with_name("bk-gis")

    def run(*arguments: object, **environment: str) -> Answer:
        done = _process([program, *arguments], environment)
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def python():
    """Run code in an interpreter of its own; give what it prints."""

    def run(code: str, *arguments: object, **environment: str) -> str:
        done = _process([sys.executable, "-c", code, *arguments], environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def start():
    """Start the installed `bk-gis`, or another program that it runs `under`, and do not wait for it."""
    program = Path(sys.executable).with_name("bk-gis")

    def run(
        *arguments: object, folder: Path, under: tuple[str, ...] = (), **options: object
    ) -> subprocess.Popen[str]:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        environment = {**os.environ, "BK_GIS_LANG": "en"}
        command = [*under, str(program), *map(str, arguments)]
        return subprocess.Popen(command, cwd=folder, env=environment, encoding="utf-8", **streams)

    return run


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory):
    """Print a document by LibreOffice; give the PDF as `paper.Printed` reads it."""
    from paper import FONTS, Printed

    missing = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]
    missing += [str(fonts) for fonts in FONTS if not fonts.is_dir()]
    if missing:  # make office installs them
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"there is no {', '.join(missing)}")
    profile = tmp_path_factory.mktemp("office")
    # Only fonts as wide as Times New Roman and Arial, and with Vietnamese letters, which Liberation has not.
    folders = "".join(f"<dir>{fonts}</dir>" for fonts in FONTS)
    folders += f"<include>/etc/fonts/conf.d</include><cachedir>{profile}</cachedir>"
    (profile / "fonts.conf").write_text(f"<fontconfig>{folders}</fontconfig>")

    def run(document: Path) -> Printed:
        office = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
        fonts = {"FONTCONFIG_FILE": f"{profile}/fonts.conf"}
        if document.suffix != ".pdf":
            _process([*office, "--outdir", document.parent, document], fonts)
        path = document.with_suffix(".pdf")
        boxes, text = (_process(["pdftotext", kind, path, "-"], {}).stdout for kind in ("-bbox", "-raw"))
        return Printed(path, boxes, text)

    return run


@pytest.fixture(scope="session")
def in_child():
    """Do something in a copy of this process; see `disasters`."""
    import disasters

    return disasters.in_child


def _process(command: list[object], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)),
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "80", **environment},
    )


@pytest.fixture(scope="session")
def execute():
    """Run a notebook in a folder, in a kernel of its own."""

    def run(notebook, folder: Path):
        from nbclient import NotebookClient

        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()

    return run


# What a test costs follows from what it asks for.
COSTLY = {"browser": "browser"} | dict.fromkeys(
    ("console", "python", "execute", "start", "in_child", "as_pdf"), "subprocess"
)


def pytest_collection_modifyitems(items):
    for item in items:
        for mark in {COSTLY[name] for name in COSTLY.keys() & set(item.fixturenames)}:
            item.add_marker(mark)
