"""The HTML document around the map, put together of its parts: Leaflet, our script and the plan inside."""

import base64
import hashlib
import re
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from xstatic.pkg import leaflet

from bk_gis.errors import Lang, in_asked_language
from bk_gis.io.whole import whole_file
from bk_gis.maps.page.data import page_data, to_inert_json
from bk_gis.plan.model import Plan, phases_shown

_HERE = Path(__file__).parent
_LEAFLET = Path(leaflet.BASE_DIR)
_IMAGE = re.compile(r"url\(images/([\w-]+\.png)\)")
MAP = "map_1"  # the name of the map's element

# What comes from data is put in here once, and never read as a template.
_PAGE = Template(
    """<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
$leaflet_css
$own_css
</style>
<script>$leaflet_js</script>
</head>
<body>
<div class="bk-page">
<header id="bk-top">
<div id="bk-tools"></div><div id="bk-head"></div><div id="bk-verdict" role="status"></div>
</header>
<main class="bk-map"><div class="folium-map" id="$map"></div></main>
<aside id="bk-panel">
<div id="bk-timeline"></div><div id="bk-search"></div><div id="bk-summary"></div><div id="bk-list"></div>
<div id="bk-source"></div>
</aside>
<section id="bk-sheet"></section>
</div>
<script type="application/json" id="bk-plan">$plan</script>
$mode
<script>
$own_js
var $map = L.map("$map", {
  zoomControl: false, trackResize: false, zoomSnap: 0.25, zoomDelta: 0.5, maxZoom: 16
});
var bkPage = bkgis.start($map);
$foreign_help
</script>
$foreign
</body>
</html>"""
)


class PageParts(NamedTuple):
    """What a page shows: language, title, the plan as JSON, and whether changes can be tried on it."""

    lang: Lang
    title: str
    plan: str
    fixed: bool

    def html(self, *, foreign_help: str = "", foreign: str = "") -> str:
        """Put the document together, with what was added to the map, but without its policy."""
        mode = f'<script type="text/plain" id="bk-mode">{_mode().packed}</script>'
        leaflet_css, leaflet_js = _leaflet()
        return _PAGE.substitute(
            lang=self.lang,
            title=escape(self.title),
            leaflet_css=leaflet_css,
            own_css=_read("page.css"),
            leaflet_js=leaflet_js,
            map=MAP,
            plan=self.plan,
            mode="" if self.fixed else mode,
            own_js=_read("page.js"),
            foreign_help=foreign_help,
            foreign=foreign,
        )

    def guarded(self, html: str, *, tiles: bool = False) -> str:
        """
        Forbid everything but the scripts that are in the document, by their hashes: data can never run.

        With `tiles` pictures may come from the network.
        """
        scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts]
        hashes += [] if self.fixed else [_mode().hash]
        sources = " ".join(f"'sha256-{value}'" for value in hashes)
        rules = (
            "default-src 'none'",
            f"script-src {sources}",
            "style-src 'unsafe-inline'",
            "img-src data: blob:" + " https: http:" * tiles,
            "base-uri 'none'",
            "form-action 'none'",
        )
        charset = '<meta charset="utf-8">\n'
        policy = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">\n'
        return html.replace(charset, charset + policy, 1)


def page_parts(plan: Plan, *, by: int | None, lang: Lang, fixed: bool = False, **shown: Any) -> PageParts:
    """Say what the page of a plan shows; `shown` is what else `page_data` takes."""
    horizon = phases_shown(plan, by, lang)[-1].end
    data = page_data(plan, by=horizon, lang=lang, fixed=fixed, **shown)
    return PageParts(lang, plan.heading[lang], to_inert_json(data), fixed)


@in_asked_language
def page_html(plan: Plan, *, by: int | None, lang: Lang, **shown: Any) -> str:
    """Write the page that `phase_map` saves when nothing is added to it, without folium and what it loads."""
    parts = page_parts(plan, by=by, lang=lang, **shown)
    return parts.guarded(parts.html())


def write_page(html: str, path: str | Path) -> None:
    """Write a page whole or not at all."""
    with whole_file(path) as part:
        part.write_text(html, encoding="utf-8", newline="\n")


def image(name: str) -> str:
    """Give a picture of Leaflet as an address."""
    return "data:image/png;base64," + base64.b64encode((_LEAFLET / "images" / name).read_bytes()).decode()


@cache
def _read(name: str) -> str:
    """Read what `make page` has made of src/."""
    return (_HERE / name).read_text(encoding="utf-8")


class _Mode(NamedTuple):
    """The script of the mode for trying changes, as scripts/pack_mode.py packs it."""

    hash: str
    packed: str


@cache
def _mode() -> _Mode:
    return _Mode(*_read("mode.txt").split())


@cache
def _leaflet() -> tuple[str, str]:
    """Leaflet's stylesheet with its images inside, and its script."""
    css = (_LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    js = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    css = _IMAGE.sub(lambda match: f"url({image(match[1])})", css)
    js = re.sub(r"\n//# sourceMappingURL=.*", "", js)
    # A function in brackets is read once by the browser, others first roughly and then whole.
    return css, re.sub(r"\(this,(function\(.*\})\);", r"(this,(\1));", js, flags=re.DOTALL)
