"""The plan for Google Earth: KML, or KMZ with small pictures inside of each founding disc in its rings."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import shapely
from PIL import Image, ImageDraw

from bk_gis.exports.content import Content, steps_aside
from bk_gis.io.whole import zipped
from bk_gis.io.writing import xml_text
from bk_gis.language.formats import number
from bk_gis.language.words import say
from bk_gis.maps.symbols import TABLE, ring_radii
from bk_gis.plan.statuses import FOUNDED, PLANNED, UNKNOWN, WITHDRAWN

SIDE = 96  # pixels
_FINE = 8  # times as large when it is drawn, so that edges are smooth
_INK = "#FFFFFF"  # on the dark ground of Google Earth
_STATUS = TABLE["status"]
_PIECES = 12  # of a broken ring


def mark_width(status: str) -> float:
    """Pixels that the mark of a status needs around the disc."""
    return 0.0 if status == UNKNOWN else float(_STATUS["at"] + _STATUS["width"] / 2)


def ring_png(
    hectares: Sequence[float], colours: Sequence[str], radius: float = 1, status: str = UNKNOWN
) -> bytes:
    """
    Draw rings that fill a square of `SIDE` pixels; each one's painted area is proportional to its hectares.

    `hectares` and `colours` (#RRGGBB) are those of the phases, in order. What is outside is clear. Around a
    disc of a radius in pixels stands the mark of its status: a ring, a broken ring, or a cross over it.
    """
    most = max(hectares)
    shares = tuple(size / most for size in hectares)
    return _ring_png(shares, tuple(colours), 1 if status == UNKNOWN else radius, status)


@lru_cache(maxsize=1 << 10)  # most clusters look alike
def _ring_png(hectares: Sequence[float], colours: Sequence[str], radius: float, status: str) -> bytes:
    side = SIDE * _FINE
    picture = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(picture)
    radii = ring_radii(hectares, 1.0)
    pixel = side / 2 / (radius + mark_width(status))  # of the map
    for size, ring, colour in reversed(list(zip(hectares, radii, colours, strict=True))):
        if size > 0:
            rim = side / 2 - pixel * radius * ring / radii[-1]
            draw.ellipse((rim, rim, side - 1 - rim, side - 1 - rim), fill=colour)
    _draw_mark(draw, side, max(1, round(_STATUS["width"] * pixel)), status)
    file = BytesIO()
    picture.reduce(_FINE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_mark(draw: ImageDraw.ImageDraw, side: int, width: int, status: str) -> None:
    whole = (0, 0, side - 1, side - 1)
    if status == FOUNDED:
        draw.ellipse(whole, outline=_INK, width=width)
    elif status == PLANNED:
        for start in range(0, 360, 360 // _PIECES):
            draw.arc(whole, start, start + 200 // _PIECES, fill=_INK, width=width)
    elif status == WITHDRAWN:
        near = round(side * (0.5 - 0.5**1.5))
        far = side - 1 - near
        draw.line((near, near, far, far), fill=_INK, width=width)
        draw.line((near, far, far, near), fill=_INK, width=width)


_NAMESPACE = "http://www.opengis.net/kml/2.2"
_DOT = "http://maps.google.com/mapfiles/kml/shapes/shaded_dot.png"  # Google Earth's own white disc
_ICON_SIDE = 32  # pixels that Google Earth gives an icon of scale 1
_ABOUT = ("id", "printed_name", "location", "communes", "district", "subregion_label")  # before the hectares
_LINES = {"communes": ("#FFFFFF", 0.8), "districts": ("#FFD54A", 1.6), "subregions": ("#FF8A3D", 2.4)}


def write_kml(content: Content, part: Path) -> None:
    """
    Write folders of clusters by founding phase, and of communes, districts and sub-regions as outlines.

    A .kmz has a picture of each cluster's rings inside; in a .kml a cluster is a disc in the colour of
    its founding phase. Either has an area proportional to its hectares.
    """
    packed = part.suffix.lower() == ".kmz"
    document = xml_text(_document(content, packed=packed))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'.encode()
    if not packed:
        part.write_bytes(text)
        return
    files = {"doc.kml": text} | {f"icons/{i}.png": png for i, png in enumerate(_icons(content))}
    part.write_bytes(zipped(files))


def _icons(content: Content) -> list[bytes]:
    colours = [phase.colour for phase in content.phases]
    hectares = content.clusters[[phase.column for phase in content.phases]]
    rows = zip(hectares.to_numpy(), content.radii, _statuses(content), strict=True)
    return [ring_png(row, colours, radius, status) for row, radius, status in rows]


def _statuses(content: Content) -> list[str]:
    """Of each cluster; unknown, where nothing is known of any."""
    return list(content.clusters.get("status", [UNKNOWN] * len(content.clusters)))


def _document(content: Content, *, packed: bool) -> ET.Element:
    kml = ET.Element("kml", xmlns=_NAMESPACE)
    document = ET.SubElement(kml, "Document")
    _add(document, "name", content.about[0])
    _add(document, "open", "1")
    _add(document, "description", "<br>".join(map(escape, content.about[1:])))
    lines = {name: line for name, line in _LINES.items() if name in content.layers}
    for name, (colour, width) in lines.items():
        style = ET.SubElement(document, "Style", id=name)
        line = ET.SubElement(style, "LineStyle")
        _add(line, "color", _abgr(colour))
        _add(line, "width", str(width))
        _add(ET.SubElement(style, "PolyStyle"), "fill", "0")
    _add_clusters(document, content, packed=packed)
    for name in lines:
        _add_outlines(document, content, name)
    return kml


def _add_clusters(document: ET.Element, content: Content, *, packed: bool) -> None:
    clusters = content.clusters
    folders = {}
    for phase in content.phases:
        folders[phase.id] = ET.SubElement(document, "Folder")
        _add(folders[phase.id], "name", phase.label[content.lang])
    colours = {phase.id: phase.colour for phase in content.phases}
    moves = steps_aside(clusters, content.radii, 1)
    radii = content.radii + [mark_width(status) if packed else 0 for status in _statuses(content)]
    records = clusters.to_dict("records")
    for i, (record, radius, move) in enumerate(zip(records, radii, moves, strict=True)):
        mark = ET.SubElement(folders[record["founded"]], "Placemark")
        _add(mark, "name", record["name"])
        if record.get("status", UNKNOWN) != UNKNOWN:
            _add(mark, "Snippet", record["status_text"])
        _add(mark, "description", _description(record, content))
        style = ET.SubElement(ET.SubElement(mark, "Style"), "IconStyle")
        if not packed:
            _add(style, "color", _abgr(colours[record["founded"]]))
        _add(style, "scale", f"{2 * radius / _ICON_SIDE:.4f}")
        _add(ET.SubElement(style, "Icon"), "href", f"icons/{i}.png" if packed else _DOT)
        x, y = 0.5 - move / (2 * radius)
        ET.SubElement(style, "hotSpot", x=f"{x:.4f}", y=f"{y:.4f}", xunits="fraction", yunits="fraction")
        _add_data(mark, {key: value for key, value in record.items() if key not in ("name", "geometry")})
        if record["geometry"] is not None:
            _add(ET.SubElement(mark, "Point"), "coordinates", _coordinates(record["geometry"]))


def _add_outlines(document: ET.Element, content: Content, layer: str) -> None:
    """Add polygons as lines that are draped over the ground; what is filled would hide it."""
    folder = ET.SubElement(document, "Folder")
    _add(folder, "name", say(f"export.folder {layer}", content.lang))
    _add(folder, "description", content.plan.boundaries.note[content.lang])
    name = {"communes": "name", "districts": "district", "subregions": f"label_{content.lang}"}[layer]
    for record in content.layers[layer].to_dict("records"):
        mark = ET.SubElement(folder, "Placemark")
        _add(mark, "name", record[name])
        _add(mark, "styleUrl", f"#{layer}")
        _add_data(mark, {key: value for key, value in record.items() if key not in ("name", "geometry")})
        shapes = ET.SubElement(mark, "MultiGeometry")
        for part in shapely.get_parts(record["geometry"]):
            polygon = ET.SubElement(shapes, "Polygon")
            _add(polygon, "tessellate", "1")
            for kind, ring in [("outer", part.exterior), *(("inner", hole) for hole in part.interiors)]:
                line = ET.SubElement(ET.SubElement(polygon, f"{kind}BoundaryIs"), "LinearRing")
                _add(line, "coordinates", _coordinates(ring))


def _description(record: Mapping[str, Any], content: Content) -> str:
    """Make a table for people; text from data is escaped here, and as XML when it is written."""
    lang = content.lang
    shown = [  # pairs, since two phases may have one label
        *((say(f"export.{name}", lang), record[name]) for name in _ABOUT if name in record),
        *(
            (f"{phase.label[lang]} (ha)", number(record[phase.column], lang))
            for phase in content.phases
            if record[phase.column] > 0
        ),
        (say("export.ha", lang), number(record["ha"], lang)),
        *([(say("map.statuses", lang), record["status_text"])] if "status" in record else []),
        *([(say("page.changed", lang), record["amended"])] if record.get("amended") else []),
        (say("export.match_method", lang), say(f"method.{record['match_method']}", lang)),
        (say("export.match_score", lang), number(record["match_score"], lang)),
        (say("export.match_reason", lang), record["match_reason"]),
    ]
    rows = "".join(f"<tr><th align='left'>{escape(k)}</th><td>{escape(v)}</td></tr>" for k, v in shown)
    return f"<p><b>{escape(record['note'])}</b></p><table>{rows}</table><p>{escape(record['source'])}</p>"


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _add_data(mark: ET.Element, values: Mapping[str, Any]) -> None:
    """Add the columns as they are, for programs."""
    data = ET.SubElement(mark, "ExtendedData")
    for name, value in values.items():
        _add(ET.SubElement(data, "Data", name=name), "value", str(value))


def _coordinates(geometry: Any) -> str:
    return " ".join(f"{x:.6f},{y:.6f}" for x, y in shapely.get_coordinates(geometry))


def _abgr(colour: str) -> str:
    """KML counts opacity, blue, green, red."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"ff{blue}{green}{red}".lower()
