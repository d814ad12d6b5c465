"""A folium map whose page is one file: Leaflet, our script and the plan inside, no network."""

import warnings
from pathlib import Path
from typing import Any

import folium
from branca.element import Figure
from folium.template import Template

from bk_gis.errors import BkGisWarning
from bk_gis.language.words import both
from bk_gis.maps.page.data import to_inert_json
from bk_gis.maps.page.foreign import Added, added_to, markup, numbered
from bk_gis.maps.page.parts import PageParts, image, write_page
from bk_gis.plan.model import Plan

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
    """The document around the map, with what others add to it."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(height="620px", title=parts.title)
        self.added: list[Added] = []
        self.parts, self.lang = parts, parts.lang
        self.header._children.clear()  # its meta element; ours is in the document

    def render(self, **kwargs: Any) -> str:
        """Render the same bytes for the same map; forbid all of the network that nothing asked for."""
        (drawn,) = (child for child in self._children.values() if isinstance(child, PhaseMap))
        self.added = added_to(self, drawn, **kwargs)
        if not self.added:
            return self.parts.guarded(self.parts.html())
        # After the plan: what waits for the network or fails takes nothing of it along.
        layers = to_inert_json([one.layer for one in self.added if one.layer])
        end = f"<script>bkPage.addForeign({layers});</script>"
        foreign = numbered(f"{markup(self.added)}\n{end}", self, drawn, self.added)
        html = self.parts.html(foreign_help=_icons() + _FOREIGN_HELP, foreign=foreign)
        if not all(isinstance(one.element, folium.TileLayer) for one in self.added):
            return html  # its scripts and styles may come from anywhere
        return self.parts.guarded(html, tiles=True)


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

    def __init__(self, plan: Plan, parts: PageParts) -> None:
        west, south, east, north = plan.communes.total_bounds
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        # Leaflet is inside of the page; jQuery, Bootstrap and Font Awesome are not needed.
        self.default_js, self.default_css = [], []
        Page(parts).add_child(self)

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
            write_page(self.get_root().render(**kwargs), outfile)
        else:
            super().save(outfile, close_file, **kwargs)
        page = self.get_root()
        for added in page.added if isinstance(page, Page) else ():
            for name, url in added.asks().items():
                doubt = ForeignLayerWarning(
                    both("fault_output.network", name=name, url=url), getattr(page, "lang", "vi")
                )
                warnings.warn(doubt, stacklevel=2)


def _icons() -> str:
    names = {"icon": "marker-icon.png", "icon-2x": "marker-icon-2x.png", "shadow": "marker-shadow.png"}
    return f"var bkIcons = {to_inert_json({key: image(name) for key, name in names.items()})};"
