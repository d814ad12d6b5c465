"""One of every layer and plugin that folium has, over Bắc Kạn; many of them need the network."""

import folium
import geopandas as gpd
from branca.element import CssLink, Element, JavascriptLink
from folium import plugins
from folium.features import GeoJsonPopup, GeoJsonTooltip
from folium.utilities import JsCode
from shapely import box

AT = [22.2, 105.85]
LINE = [[22.1, 105.7], [22.2, 105.9], [22.3, 105.8]]
CORNERS = [[22.1, 105.7], [22.3, 105.9]]
SITE = "https://example.org"
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
VEGA = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "data": {"values": [{"a": 1, "b": 2}]},
    "mark": "bar",
    "encoding": {"x": {"field": "a", "type": "ordinal"}, "y": {"field": "b", "type": "quantitative"}},
}
TOPOLOGY = {
    "type": "Topology",
    "arcs": [[[105.7, 22.1], [105.9, 22.1], [105.9, 22.3], [105.7, 22.1]]],
    "objects": {"a": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[0]]}]}},
}


def geojson(**properties):
    """Two squares, with an id and a number each."""
    squares = [box(105.6 + 0.2 * i, 22, 105.7 + 0.2 * i, 22.1) for i in range(2)]
    times = ["2020-01-01", "2021-01-01"]
    return gpd.GeoDataFrame(
        {"id": ["0", "1"], "name": ["a", "b"], "ha": [1.0, 2.0], "time": times, **properties},
        geometry=squares,
        crs="EPSG:4326",
    )


def collection(**properties):
    made = geojson(**properties).__geo_interface__
    for feature in made["features"]:
        feature["properties"].update(times=["2020-01-01"], start="2020-01-01", end="2021-01-01")
    return made


def _marker(*children, **options):
    marker = folium.Marker(AT, **options)
    for child in children:
        child.add_to(marker)
    return marker


def _under(group, *children):
    for child in children:
        child.add_to(group)
    return group


def _pattern(pattern):
    return [pattern, folium.Polygon(LINE, fill_pattern=pattern)]


def _parted():
    group = folium.FeatureGroup(name="Whole")
    return [group, plugins.FeatureGroupSubGroup(group, name="Part")]


def _tiles(name="Sky", **options):
    return folium.TileLayer(f"{SITE}/{{z}}/{{x}}/{{y}}.png", attr="x", name=name, **options)


def _side_by_side():
    left, right = _tiles("Left"), _tiles("Right")
    return [left, right, plugins.SideBySideLayers(left, right)]


def _searched():
    layer = folium.GeoJson(collection(), name="Searched")
    return [layer, plugins.Search(layer, search_label="name")]


def _grouped():
    one = folium.FeatureGroup(name="One")
    return [one, plugins.GroupedLayerControl({"Group": [one]})]


def _stamped():
    return plugins.TimestampedGeoJson(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "geometry": {"type": "LineString", "coordinates": [[105.7, 22.1], [105.9, 22.2]]},
                    "properties": {"times": ["2020-01-01", "2021-01-01"]},
                }
            ],
        }
    )


def _styles():
    return {str(i): {"1577836800": {"color": "#00aa00", "opacity": 0.5}} for i in range(2)}


def _wms():
    return folium.WmsTileLayer(f"{SITE}/wms", layers="a", name="Service")


def _timeline():
    timeline = plugins.Timeline(collection(), get_interval=JsCode("(f) => ({start: 1, end: 2})"))
    return [timeline, plugins.TimelineSlider().add_timelines(timeline)]


def _line(*plugin):
    line = folium.PolyLine(LINE)
    return [line, *(make(line) for make in plugin)]


# Each by its class: what is put on the map, one or several.
LAYERS = {
    "Choropleth": lambda: folium.Choropleth(
        collection(), geojson(), ["id", "ha"], key_on="feature.properties.id", name="Shares", legend_name="ha"
    ),
    "Circle": lambda: folium.Circle(AT, radius=900),
    "CircleMarker": lambda: folium.CircleMarker(AT, popup="a"),
    "ClickForLatLng": folium.ClickForLatLng,
    "ClickForMarker": folium.ClickForMarker,
    "ColorLine": lambda: folium.ColorLine(LINE, [1, 2], colormap=["r", "g"]),
    "Control": lambda: folium.Control("Zoom", position="topleft"),
    "CustomIcon": lambda: _marker(folium.CustomIcon(f"{SITE}/a.png")),
    "DivIcon": lambda: _marker(folium.DivIcon("<b>a</b>")),
    "FeatureGroup": lambda: _under(folium.FeatureGroup(name="Group"), folium.CircleMarker(AT)),
    "FitBounds": lambda: folium.FitBounds(CORNERS),
    "FitOverlays": folium.FitOverlays,
    "GeoJson": lambda: folium.GeoJson(collection(), name="Squares"),
    "GeoJsonPopup": lambda: folium.GeoJson(collection(), popup=GeoJsonPopup(["name"])),
    "GeoJsonTooltip": lambda: folium.GeoJson(collection(), tooltip=GeoJsonTooltip(["name"])),
    "Icon": lambda: _marker(folium.Icon(color="red")),
    "IFrame": lambda: _marker(popup=folium.Popup(folium.IFrame(f"<img src='{SITE}/a.png'>"))),
    "LatLngPopup": folium.LatLngPopup,
    "LayerControl": folium.LayerControl,
    "LinearColormap": lambda: folium.LinearColormap(["red", "blue"], caption="Share"),
    "Marker": lambda: folium.Marker(AT, popup="a", tooltip="b"),
    "PolyLine": lambda: folium.PolyLine(LINE),
    "Polygon": lambda: folium.Polygon(LINE),
    "Popup": lambda: _marker(popup=folium.Popup(f"<img src='{SITE}/a.png'>", show=True)),
    "Rectangle": lambda: folium.Rectangle(CORNERS),
    "RegularPolygonMarker": lambda: folium.RegularPolygonMarker(AT),
    "StepColormap": lambda: folium.StepColormap(["red", "blue"]),
    "TileLayer": _tiles,
    "Tooltip": lambda: _marker(folium.Tooltip("a")),
    "TopoJson": lambda: folium.TopoJson(TOPOLOGY, "objects.a"),
    "Vega": lambda: _marker(popup=_under(folium.Popup(), folium.Vega({"width": 100, "height": 50}))),
    "VegaLite": lambda: _marker(popup=_under(folium.Popup(), folium.VegaLite(VEGA))),
    "WmsTileLayer": _wms,
    "ImageOverlay": lambda: folium.raster_layers.ImageOverlay(f"{SITE}/a.png", CORNERS, name="Old map"),
    "VideoOverlay": lambda: folium.raster_layers.VideoOverlay(f"{SITE}/a.mp4", CORNERS),
    "CustomPane": lambda: folium.map.CustomPane("above"),
    "ColorMap of a picture": lambda: folium.raster_layers.ImageOverlay(PIXEL, CORNERS),
    "AntPath": lambda: plugins.AntPath(LINE),
    "BeautifyIcon": lambda: _marker(plugins.BeautifyIcon("plane")),
    "BoatMarker": lambda: plugins.BoatMarker(AT, heading=30),
    "CirclePattern": lambda: _pattern(plugins.CirclePattern()),
    "Draw": plugins.Draw,
    "FastMarkerCluster": lambda: plugins.FastMarkerCluster([AT, AT]),
    "FeatureGroupSubGroup": _parted,
    "FloatImage": lambda: plugins.FloatImage(f"{SITE}/a.png"),
    "Fullscreen": plugins.Fullscreen,
    "GeoMan": plugins.GeoMan,
    "Geocoder": plugins.Geocoder,
    "GroupedLayerControl": _grouped,
    "HeatMap": lambda: plugins.HeatMap([AT], name="Heat"),
    "HeatMapWithTime": lambda: plugins.HeatMapWithTime([[[*AT, 1]]]),
    "LocateControl": plugins.LocateControl,
    "MarkerCluster": lambda: plugins.MarkerCluster([AT, AT], name="Many"),
    "MeasureControl": plugins.MeasureControl,
    "MiniMap": plugins.MiniMap,
    "MousePosition": plugins.MousePosition,
    "OverlappingMarkerSpiderfier": plugins.OverlappingMarkerSpiderfier,
    "PolyLineFromEncoded": lambda: plugins.PolyLineFromEncoded("_p~iF~ps|U_ulLnnqC"),
    "PolyLineOffset": lambda: plugins.PolyLineOffset(LINE, offset=5),
    "PolyLineTextPath": lambda: _line(lambda line: plugins.PolyLineTextPath(line, "a")),
    "PolygonFromEncoded": lambda: plugins.PolygonFromEncoded("_p~iF~ps|U_ulLnnqC_mqNvxq`@"),
    "Realtime": lambda: plugins.Realtime(f"{SITE}/a.json"),
    "ScrollZoomToggler": plugins.ScrollZoomToggler,
    "Search": _searched,
    "SemiCircle": lambda: plugins.SemiCircle(AT, 900, start_angle=0, stop_angle=90),
    "SideBySideLayers": _side_by_side,
    "StripePattern": lambda: _pattern(plugins.StripePattern()),
    "TagFilterButton": lambda: plugins.TagFilterButton(["a"]),
    "Terminator": plugins.Terminator,
    "TimeSliderChoropleth": lambda: plugins.TimeSliderChoropleth(collection(), _styles()),
    "Timeline": _timeline,
    "TimestampedGeoJson": _stamped,
    "TimestampedWmsTileLayers": lambda: plugins.TimestampedWmsTileLayers(_wms()),
    "TreeLayerControl": lambda: plugins.TreeLayerControl(overlay_tree={"label": "a"}),
    "VectorGridProtobuf": lambda: plugins.VectorGridProtobuf(f"{SITE}/{{z}}/{{x}}/{{y}}.pbf", name="Vectors"),
}

# Of what folium exports: no layers and no plugins, or a base of what is above, or several maps.
NONE = {
    "ColorMap", "CssLink", "Div", "DualMap", "Element", "Figure", "Html", "JavascriptLink", "JsCode", "Link",
    "MacroElement", "Map", "TimelineSlider",
}  # fmt: skip


def into_page(page):
    """Put into the page itself what its users put there."""
    root = page.get_root()
    root.header.add_child(CssLink(f"{SITE}/a.css"))
    root.header.add_child(JavascriptLink(f"{SITE}/a.js"))
    root.html.add_child(Element("<h3 id='theirs'>Theirs</h3>"))
    root.script.add_child(Element("window.theirs = 1;"))


def add(page, name):
    """Put one of them on a map."""
    made = LAYERS[name]()
    for layer in made if isinstance(made, list) else [made]:
        layer.add_to(page)
