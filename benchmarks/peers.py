"""The same plan as a page of each library; every page is one file that opens offline."""

import html
import re
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import folium
import geopandas as gpd
import swiftmap
from xstatic.pkg import leaflet

import bk_gis

FACTS = {
    "id": "Row in the annex",
    "name": "Name",
    "printed_name": "Name as printed",
    "location": "Place as printed",
    "commune": "Commune",
    "district": "District",
    "subregion": "Sub-region",
    "match_method": "Matched by",
    "match_reason": "How",
    "ha": "Hectares",
}
TINT = {"color": "#ffffff", "weight": 1.1, "fillColor": "#E3EFE1", "fillOpacity": 1}
SVG_DRAWN = "document.querySelectorAll('.leaflet-overlay-pane path').length >= {n}"
# Names of a crowd follow the panel.
NAMED = """bkPage.ready.then(async () => {
  while (!bkPage.clusters.named) await new Promise(requestAnimationFrame);
})"""
# Canvas has no elements to count; the last layer is on its map once the page's script has run.
LAST_LAYER = "typeof {group} !== 'undefined' && typeof {map} !== 'undefined' && {map}.hasLayer({group})"


@dataclass(frozen=True)
class Page:
    """
    A rendered page.

    In JavaScript: `drawn` holds once all markers are there; `step` is a function of the number of phases
    to show; `rest` is a promise of what is drawn after the markers, or null.
    """

    html: str
    drawn: str
    step: str | None
    rest: str = "null"


Build = Callable[[bk_gis.Plan, bool], Page]


def ours(plan: bk_gis.Plan, backdrop: bool) -> Page:  # noqa: ARG001, FBT001  # it always has its backdrop
    page = bk_gis.phase_map(plan).get_root().render()
    ends = [phase.end for phase in plan.phases]
    return Page(
        page,
        drawn="typeof bkPage !== 'undefined'",
        step=f"(n) => bkPage.set({{ by: {ends}[n - 1] }})",
        rest=NAMED,
    )


def circle_markers(plan: bk_gis.Plan, backdrop: bool, *, canvas: bool = False) -> Page:  # noqa: FBT001
    drawn = _folium_map(plan, backdrop=backdrop, prefer_canvas=canvas)
    facts = {**FACTS, **{phase.column: phase.id for phase in plan.phases}}
    groups = []
    for phase in plan.phases:
        group = folium.FeatureGroup(name=phase.label.en).add_to(drawn)
        groups.append(group)
        founded = plan.clusters[plan.clusters["founded"] == phase.id]
        for row, point in zip(founded.to_dict("records"), founded.geometry, strict=True):
            cells = "".join(
                f"<tr><th>{title}</th><td>{html.escape(str(row[key]))}</td></tr>"
                for key, title in facts.items()
            )
            folium.CircleMarker(
                (point.y, point.x),
                radius=row["ha"] ** 0.5,
                color="#ffffff",
                weight=1.75,
                fill=True,
                fill_color=phase.colour,
                fill_opacity=1,
                popup=folium.Popup(f"<table>{cells}</table>", max_width=340),
                tooltip=f"{html.escape(row['name'])}, {row['ha']:g} ha",
            ).add_to(group)
    return _folium_page(drawn, groups, None if canvas else _paths(plan, backdrop=backdrop))


def circle_markers_canvas(plan: bk_gis.Plan, backdrop: bool) -> Page:  # noqa: FBT001
    return circle_markers(plan, backdrop, canvas=True)


def geojson(plan: bk_gis.Plan, backdrop: bool) -> Page:  # noqa: FBT001
    drawn = _folium_map(plan, backdrop=backdrop)
    columns = [*FACTS, *(phase.column for phase in plan.phases)]
    titles = [*FACTS.values(), *(phase.id for phase in plan.phases)]
    groups = []
    for phase in plan.phases:
        founded = plan.clusters.loc[plan.clusters["founded"] == phase.id, [*columns, "geometry"]]
        layer = folium.GeoJson(
            founded,
            name=phase.label.en,
            marker=folium.CircleMarker(radius=8, fill=True),
            style_function=_style(phase.colour),
            popup=folium.GeoJsonPopup(columns, aliases=titles),
            tooltip=folium.GeoJsonTooltip(["name", "ha"]),
        ).add_to(drawn)
        groups.append(layer)
    return _folium_page(drawn, groups, _paths(plan, backdrop=backdrop))


def explore(plan: bk_gis.Plan, backdrop: bool) -> Page:  # noqa: FBT001
    drawn = _folium_map(plan, backdrop=backdrop)
    columns = [*FACTS, *(phase.column for phase in plan.phases)]
    groups = []
    for phase in plan.phases:
        founded = plan.clusters.loc[plan.clusters["founded"] == phase.id, [*columns, "geometry"]]
        founded.explore(
            m=drawn,
            name=phase.label.en,
            color=phase.colour,
            tooltip=["name", "ha"],
            popup=True,
            style_kwds={"style_function": _style(phase.colour)},
        )
        groups.append(next(reversed(drawn._children.values())))  # noqa: SLF001  # explore() returns the map
    return _folium_page(drawn, groups, _paths(plan, backdrop=backdrop))


def swift(plan: bk_gis.Plan, backdrop: bool) -> Page:  # noqa: FBT001
    drawn = swiftmap.Map(show_legend=True)
    for layer in drawn.layers:
        layer["visible"] = False  # its tiles, which need a network
    if backdrop:
        style = {"color": TINT["color"], "weight": 1, "fill_color": TINT["fillColor"], "fill_opacity": 1}
        drawn.add_polygons(plan.communes[["name", "district", "geometry"]], name="communes", **style)
    columns = [*FACTS, *(phase.column for phase in plan.phases)]
    for phase in plan.phases:
        founded = plan.clusters.loc[plan.clusters["founded"] == phase.id, [*columns, "geometry"]]
        drawn.add_circle_markers(
            founded,
            name=phase.id,
            layer_group="phases",
            color=phase.colour,
            radius_col="ha",
            radius_range=(2, 9),
            popup_fields=columns,
            tooltip_fields=["name", "ha"],
        )
    # A change of layers is drawn later, by a timer, and nothing says when: its step is not measured.
    return Page(drawn.to_html(), "window.__ready === true", None)


PEERS: dict[str, Build] = {
    "folium.CircleMarker": circle_markers,
    "folium.CircleMarker, canvas": circle_markers_canvas,
    "folium.GeoJson": geojson,
    "GeoDataFrame.explore": explore,
    "swiftmap": swift,
}


def _folium_map(plan: bk_gis.Plan, *, backdrop: bool, prefer_canvas: bool = False) -> folium.Map:
    west, south, east, north = plan.communes.total_bounds
    drawn = folium.Map(tiles=None, prefer_canvas=prefer_canvas, control_scale=True)
    drawn.fit_bounds([(south, west), (north, east)])
    if backdrop:
        communes: gpd.GeoDataFrame = plan.communes[["code", "name", "district", "geometry"]]
        folium.GeoJson(communes, name="communes", style_function=lambda _: TINT).add_to(drawn)
    return drawn


def _style(colour: str) -> Callable[[dict], dict]:
    def style(feature: dict) -> dict:
        radius = feature["properties"]["ha"] ** 0.5
        return {"radius": radius, "color": "#ffffff", "weight": 1.75, "fillColor": colour, "fillOpacity": 1}

    return style


def _paths(plan: bk_gis.Plan, *, backdrop: bool) -> int:
    return len(plan.clusters) + (len(plan.communes) if backdrop else 0)


def _folium_page(drawn: folium.Map, groups: list, paths: int | None) -> Page:
    folium.LayerControl().add_to(drawn)
    name = drawn.get_name()
    names = ", ".join(group.get_name() for group in groups)
    step = f"""(n) => [{names}].forEach((group, i) =>
      i < n ? {name}.addLayer(group) : {name}.removeLayer(group))"""
    last = LAST_LAYER.format(map=name, group=groups[-1].get_name())
    return Page(drawn.get_root().render(), last if paths is None else SVG_DRAWN.format(n=paths), step)


def inlined(page: str, folder: Path, *, bootstrap: bool = True) -> str:
    """
    Put what a folium page links to into it.

    Leaflet and jQuery always, Bootstrap on demand. Icons (Font Awesome, glyphicons, awesome-markers) are
    left out: circles need none, and the page is smaller and faster for it.
    """
    files = _assets(folder)

    def script(found: re.Match[str]) -> str:
        return next((f"<script>{text}</script>" for text in wanted(found[1], ".js")), "")

    def sheet(found: re.Match[str]) -> str:
        return next((f"<style>{text}</style>" for text in wanted(found[1], ".css")), "")

    def wanted(url: str, ending: str) -> list[str]:
        return [
            text
            for name, text in files.items()
            if name.endswith(ending) and url.endswith(name) and (bootstrap or "bootstrap" not in name)
        ]

    page = re.sub(r'<script src="([^"]+)"></script>', script, page)
    return re.sub(r'<link rel="stylesheet" href="([^"]+)"\s*/?>', sheet, page)


@cache
def _assets(folder: Path) -> dict[str, str]:
    """By the end of the address that folium links to; the versions are those that folium 0.20 asks for."""
    base = Path(leaflet.BASE_DIR)
    files = {f"/{name}": (base / name).read_text(encoding="utf-8") for name in ("leaflet.js", "leaflet.css")}
    packed = {
        "jquery-3.7.1.tgz": ["dist/jquery.min.js"],
        "bootstrap-5.2.2.tgz": ["dist/js/bootstrap.bundle.min.js", "dist/css/bootstrap.min.css"],
    }
    for archive, members in packed.items():
        with tarfile.open(folder / archive) as tar:
            for member in members:
                text = tar.extractfile(f"package/{member}").read().decode()
                name = "/jquery-3.7.1.min.js" if "jquery" in member else f"/{member.rsplit('/', 1)[1]}"
                files[name] = re.sub(r"\n(//|/\*)# sourceMappingURL=.*", "", text)
    return files
