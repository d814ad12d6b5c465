"""A real Chromium with the network cut; a fresh page for each test, in which nothing may go wrong."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from invented import invented_plan
from meeting import Meeting
from playwright.sync_api import sync_playwright
from xstatic.pkg import leaflet

import bk_gis

SOURCES = Path(bk_gis.__file__).parent / "maps" / "page" / "src"
TRIAL = ("changes", "repairs", "table", "toml", "trial")
MODULES = (
    *("panel", "placing", "plan", "search", "shapes", "state", "statuses", "symbols", "text", "vintages"),
    *(f"trial/{name}" for name in TRIAL),
)


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing = "there is no chromium on the path; `make test` installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def meeting(browser):
    """Open a file as the meeting room does; fail if it asked the network or said an error."""
    meetings = []

    def open_file(path, **options):
        meetings.append(Meeting(browser, path, **options))
        return meetings[-1]

    yield open_file
    faults = [fault for opened in meetings for fault in opened.leave()]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def draw(plan, tmp_path_factory):
    """The plan of Bắc Kạn as a page, drawn once for each horizon and language."""
    folder = tmp_path_factory.mktemp("pages")

    def page(by=2025, lang="vi"):
        path = folder / f"{by}-{lang}.html"
        if not path.exists():
            bk_gis.phase_map(plan, by=by, lang=lang).save(path)
        return path

    return page


@pytest.fixture
def room(meeting, draw):
    """The whole plan, open in Vietnamese."""
    return meeting(draw())


@pytest.fixture
def opened(meeting, tmp_path):
    """Invent a plan, draw it, open it."""

    def invent(**parts):
        plan = invented_plan(tmp_path / "plan", **parts)
        bk_gis.phase_map(plan).save(tmp_path / "map.html")
        return meeting(tmp_path / "map.html")

    return invent


@pytest.fixture(scope="session")
def call(browser):
    """Call a function of the page's modules with values, in a blank page."""
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.fulfill(path=SOURCES / urlsplit(route.request.url).path[1:]))
    page.route("**/symbols.json", lambda route: route.fulfill(path=SOURCES.parents[1] / "symbols.json"))
    page.route("**/", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto("http://page.test/")  # modules want an address; the files answer it, and no network
    page.add_script_tag(path=Path(leaflet.BASE_DIR) / "leaflet.js")
    page.evaluate(
        """async (names) => {
          const modules = await Promise.all(names.map((name) => import(`/${name}.js`)));
          window.bkgis = Object.assign({}, ...modules);
        }""",
        MODULES,
    )

    def call(function, *args):
        return page.evaluate(f"(args) => ({function})(...args)", list(args))

    yield call
    page.close()
