"""A folium map whose page is one file: Leaflet, our script and the plan inside, no network."""

import base64
import hashlib
import re
import warnings
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import folium
from branca.element import Figure
from folium.template import Template
from xstatic.pkg import leaflet

from bk_gis.errors import BkGisWarning, Lang
from bk_gis.io.whole import whole_file
from bk_gis.language.words import both
from bk_gis.maps.page.data import page_data, to_inert_json
from bk_gis.maps.page.foreign import Added, added_to, markup, numbered
from bk_gis.plan.model import Plan

_HERE = Path(__file__).parent
_LEAFLET = Path(leaflet.BASE_DIR)
_IMAGE = re.compile(r"url\(images/([\w-]+\.png)\)")

# What folium's popups and icons expect of jQuery and Font Awesome, in a few lines and without either; what
# plugins do to each map that is made after them.
_FOREIGN_HELP = """
L.Map.addInitHook = function (what) {
  var rest = Array.prototype.slice.call(arguments, 1);
  (typeof what === "function" ? what : bkPage.map[what]).apply(bkPage.map, rest);
  return this;
};
L.Icon.Default.prototype._getIconUrl = function (name) { return bkIcons[name]; };
L.AwesomeMarkers = { icon: function () { return new L.Icon.Default(); } };
window.$ = function (what) {
  if (typeof what === "function") { what(); return; }
  if (what === document) return { ready: function (then) { then(); } };
  var box = document.createElement("div");
  box.innerHTML = what;
  return box.children;
};
"""


class ForeignLayerWarning(BkGisWarning):
    """A layer that was added to the map needs the network; without one the page opens, the layer fails."""


class Page(Figure):
    """The HTML document around the map. What comes from data is put in here, never through a template."""

    _template = Template(
        """<!DOCTYPE html>
<html lang="{{ this.lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ this.title|e }}</title>
<style>
{{ this.leaflet_css }}
{{ this.own_css }}
</style>
<script>{{ this.leaflet_js }}</script>
</head>
<body>
<div class="bk-page">
<header id="bk-top">
<div id="bk-tools"></div><div id="bk-head"></div><div id="bk-verdict" role="status"></div>
</header>
<main class="bk-map"><div class="folium-map" id="{{ this.map_name }}"></div></main>
<aside id="bk-panel">
<div id="bk-timeline"></div><div id="bk-search"></div><div id="bk-summary"></div><div id="bk-list"></div>
<div id="bk-source"></div>
</aside>
<section id="bk-sheet"></section>
</div>
<script type="application/json" id="bk-plan">{{ this.plan_json }}</script>
{{ this.mode }}
<script>
{{ this.own_js }}
var {{ this.map_name }} = L.map("{{ this.map_name }}", {
  zoomControl: false, trackResize: false, zoomSnap: 0.25, zoomDelta: 0.5, maxZoom: 16
});
var bkPage = bkgis.start({{ this.map_name }});
{{ this.foreign_help }}
</script>
{{ this.foreign }}
</body>
</html>
"""
    )

    def __init__(self, plan: Plan, *, lang: Lang, fixed: bool, **shown: Any) -> None:
        super().__init__(height="620px", title=plan.heading[lang])
        self.added: list[Added] = []
        self.lang = lang
        self.plan_json = to_inert_json(page_data(plan, lang=lang, fixed=fixed, **shown))
        self.mode = (
            "" if fixed else f'<script type="text/plain" id="bk-mode">{_read("mode.txt").strip()}</script>'
        )
        self.own_css, self.own_js = _read("page.css"), _read("page.js")
        self.leaflet_css, self.leaflet_js = _leaflet()
        self.header._children.clear()  # its meta element; ours is in the template

    def render(self, **kwargs: Any) -> str:
        """Render the same bytes for the same map; forbid all of the network that nothing asked for."""
        (drawn,) = (child for child in self._children.values() if isinstance(child, PhaseMap))
        self.added = added_to(self, drawn, **kwargs)
        self.map_name = numbered(drawn.get_name(), self, drawn, [])
        self.foreign = self.foreign_help = ""
        if self.added:  # after the plan: what waits for the network or fails takes nothing of it along
            self.foreign_help = _icons() + _FOREIGN_HELP
            layers = to_inert_json([one.layer for one in self.added if one.layer])
            end = f"<script>bkPage.addForeign({layers});</script>"
            self.foreign = numbered(f"{markup(self.added)}\n{end}", self, drawn, self.added)
        html = str(self._template.render(this=self, kwargs=kwargs))
        if not all(isinstance(one.element, folium.TileLayer) for one in self.added):
            return html  # its scripts and styles may come from anywhere
        policy = content_policy(html, packed=_unpacked() if self.mode else "", tiles=bool(self.added))
        return html.replace('<meta charset="utf-8">\n', f'<meta charset="utf-8">\n{policy}', 1)


class PhaseMap(folium.Map):
    """
    The plan as a `folium.Map`; see `bk_gis.phase_map`.

    folium's layers can be added to it, and show in its layer control.
    """

    # The page holds the map's element and starts it.
    _template = Template(
        "{% macro header(this, kwargs) %}{% endmacro %}"
        "{% macro html(this, kwargs) %}{% endmacro %}"
        "{% macro script(this, kwargs) %}{% endmacro %}"
    )

    def __init__(self, plan: Plan, *, lang: Lang, fixed: bool = False, **shown: Any) -> None:
        west, south, east, north = plan.communes.total_bounds
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        # Leaflet is inside of the page; jQuery, Bootstrap and Font Awesome are not needed.
        self.default_js, self.default_css = [], []
        Page(plan, lang=lang, fixed=fixed, **shown).add_child(self)

    def save(self, outfile: Any, close_file: bool = True, **kwargs: Any) -> None:  # noqa: FBT001, FBT002
        """
        Write the page: one file, whole or not at all.

        Parameters
        ----------
        outfile
            A path, or a binary file that is open for writing.
        close_file
            Whether an open file is closed afterwards; as in folium.
        **kwargs
            Passed on to folium.

        Warns
        -----
        ForeignLayerWarning
            A layer that was added needs the network; the warning names it.
        """
        if isinstance(outfile, str | Path):
            html = self.get_root().render(**kwargs)
            with whole_file(outfile) as part:
                part.write_text(html, encoding="utf-8", newline="\n")
        else:
            super().save(outfile, close_file, **kwargs)
        page = self.get_root()
        for added in page.added if isinstance(page, Page) else ():
            for name, url in added.asks().items():
                doubt = ForeignLayerWarning(
                    both("fault_output.network", name=name, url=url), getattr(page, "lang", "vi")
                )
                warnings.warn(doubt, stacklevel=2)


def content_policy(html: str, *, packed: str = "", tiles: bool = False) -> str:
    """
    Forbid everything but the scripts that are in the page, by their hashes: data can never run.

    One of them may be `packed` there. With `tiles` pictures may come from the network.
    """
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    scripts += [packed] if packed else []
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts]
    sources = " ".join(f"'sha256-{value}'" for value in hashes)
    rules = (
        "default-src 'none'",
        f"script-src {sources}",
        "style-src 'unsafe-inline'",
        "img-src data: blob:" + " https: http:" * tiles,
        "base-uri 'none'",
        "form-action 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">\n'


@cache
def _read(name: str) -> str:
    """Read what `make page` has made of src/."""
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _unpacked() -> str:
    """Unpack the script of the mode for trying changes, as the page does."""
    return zlib.decompress(base64.b64decode(_read("mode.txt"))).decode()


@cache
def _leaflet() -> tuple[str, str]:
    """Leaflet's stylesheet with its images inside, and its script."""
    css = (_LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    js = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    css = _IMAGE.sub(lambda match: f"url({_image(match[1])})", css)
    return css, re.sub(r"\n//# sourceMappingURL=.*", "", js)


def _image(name: str) -> str:
    return "data:image/png;base64," + base64.b64encode((_LEAFLET / "images" / name).read_bytes()).decode()


def _icons() -> str:
    names = {"icon": "marker-icon.png", "icon-2x": "marker-icon-2x.png", "shadow": "marker-shadow.png"}
    return f"var bkIcons = {to_inert_json({key: _image(name) for key, name in names.items()})};"
