"""Styles that QGIS reads out of a GeoPackage: phase colours, painted areas proportional to hectares."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping

import pandas as pd

from bk_gis.exports.content import Content, steps_aside
from bk_gis.io.writing import xml_text
from bk_gis.language.words import say
from bk_gis.maps.symbols import TABLE, TINTS
from bk_gis.plan.statuses import FOUNDED, PLANNED, WITHDRAWN

_MM = 25.4 / 96  # of a pixel
_INK = "#1C2329"
_STATUS = TABLE["status"]
_SPOTS = "R,B,L,T,BR,TR,BL,TL"  # of names, in the order of maps/placing.py
_EXPRESSION = "3"  # kind of a property that QGIS computes
_STYLE_TEXTS = ("f_table_catalog", "f_table_schema", "styleSLD", "owner", "ui")


def layer_styles(content: Content) -> pd.DataFrame:
    """
    Make the table `layer_styles`, from which QGIS takes the style of each layer when it opens the file.

    Its columns are those that QGIS itself writes (QgsOgrProviderMetadata::saveStyle); the styles were
    opened and drawn with QGIS 3.22.
    """
    styles = {
        "clusters": _clusters(content),
        "communes": _outlines("#B8BEC4", 0.1),
        "districts": _outlines("#5F676E", 0.3),
    }
    if "subregions" in content.layers:
        styles["subregions"] = _tints(content)
    styles = {name: styles[name] for name in content.layers}
    rows = {
        "f_table_name": list(styles),
        "f_geometry_column": "geom",
        "styleName": list(styles),
        "styleQML": ["<!DOCTYPE qgis>\n" + xml_text(style) for style in styles.values()],
        "useAsDefault": True,
        "description": "bk_gis",
        "update_time": pd.Timestamp("2000-01-01", tz="UTC"),
    }
    return pd.DataFrame({**rows, **dict.fromkeys(_STYLE_TEXTS, "")})


def _clusters(content: Content) -> ET.Element:
    """One rule a phase, the last one first: what is founded lies on top of what is added later."""
    scale = content.scale * _MM
    style = _style(labels=True)
    renderer = ET.SubElement(style, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="1")
    rules = ET.SubElement(renderer, "rules", key="phases")
    symbols = ET.SubElement(renderer, "symbols")
    offset = _offsets(content)
    for number, i in enumerate(reversed(range(len(content.phases)))):
        phase = content.phases[i]
        rule = {"key": phase.id, "symbol": str(number), "label": phase.label[content.lang]}
        ET.SubElement(rules, "rule", {**rule, "filter": f'"{phase.column}" > 0'})
        so_far = " + ".join(f'"{earlier.column}"' for earlier in content.phases[: i + 1])
        size = f"{2 * scale:.6g} * sqrt({so_far})"
        _symbol(symbols, "marker", _disc(phase.colour), {"size": size, "offset": offset})
    for status in (FOUNDED, PLANNED, WITHDRAWN) if "status" in content.clusters else ():
        rule = {"key": status, "symbol": str(len(symbols)), "label": say(f"status.{status}", content.lang)}
        ET.SubElement(rules, "rule", {**rule, "filter": f"\"status\" = '{status}'"})
        size = f'{2 * scale:.6g} * sqrt("ha") + {2 * _STATUS["at"] * _MM:.4g}'
        _symbol(symbols, "marker", _mark(status), {"size": size, "offset": offset})
    order = ET.SubElement(renderer, "orderby")
    ET.SubElement(order, "orderByClause", asc="0", nullsFirst="0").text = '"ha"'
    _label(style)
    return style


def _offsets(content: Content) -> str:
    """Say in QGIS's language where the clusters of one point go; QGIS counts down from the point."""
    clusters = content.clusters
    moves = steps_aside(clusters, content.radii * _MM, _MM)
    cases = [
        f"WHEN \"id\" = {_quoted(name)} THEN '{x:.3f},{-y:.3f}'"
        for name, (x, y) in zip(clusters["id"], moves, strict=True)
        if x or y
    ]
    return f"CASE {' '.join(cases)} ELSE '0,0' END" if cases else "'0,0'"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def _disc(colour: str) -> dict[str, str]:
    """Without an outline, which would add to the painted area."""
    shape = {"name": "circle", "outline_style": "no", "scale_method": "diameter"}
    return {**shape, "color": _rgba(colour), "size": "4", "size_unit": "MM", "offset_unit": "MM"}


def _mark(status: str) -> dict[str, str]:
    """Tell a status without colour, as page and sheet do: a ring, a broken ring, or a cross."""
    name, style = {
        FOUNDED: ("circle", "solid"),
        PLANNED: ("circle", "dash"),
        WITHDRAWN: ("cross2", "solid"),
    }[status]
    line = {"outline_color": _rgba(_INK), "outline_style": style, "outline_width_unit": "MM"}
    line |= {"outline_width": f"{_STATUS['width'] * _MM:.4g}"}
    return {**_disc("#FFFFFF"), **line, "name": name, "color": "255,255,255,0"}


def _tints(content: Content) -> ET.Element:
    style = _style()
    renderer = ET.SubElement(style, "renderer-v2", type="categorizedSymbol", attr="id", symbollevels="0")
    categories = ET.SubElement(renderer, "categories")
    symbols = ET.SubElement(renderer, "symbols")
    for number, unit in enumerate(content.layers["subregions"].to_dict("records")):
        shown = {"value": unit["id"], "label": unit[f"label_{content.lang}"]}
        ET.SubElement(
            categories, "category", {**shown, "symbol": str(number), "render": "true", "type": "string"}
        )
        fill = {"color": _rgba(TINTS[number % len(TINTS)]), "style": "solid"}
        _symbol(symbols, "fill", fill | _edge("#FFFFFF", 0.2))
    return style


def _outlines(colour: str, width: float) -> ET.Element:
    style = _style()
    renderer = ET.SubElement(style, "renderer-v2", type="singleSymbol", symbollevels="0")
    symbols = ET.SubElement(renderer, "symbols")
    _symbol(symbols, "fill", {"style": "no"} | _edge(colour, width))
    return style


def _edge(colour: str, width: float) -> dict[str, str]:
    line = {"outline_color": _rgba(colour), "outline_style": "solid", "outline_width": str(width)}
    return {**line, "outline_width_unit": "MM"}


def _style(*, labels: bool = False) -> ET.Element:
    categories = "Symbology|Labeling"
    return ET.Element("qgis", version="3.22.0", styleCategories=categories, labelsEnabled=str(int(labels)))


def _label(style: ET.Element) -> None:
    labeling = ET.SubElement(style, "labeling", type="simple")
    settings = ET.SubElement(labeling, "settings")
    font = {"fontSize": "8", "fontSizeUnit": "Point", "textColor": _rgba(_INK), "textOpacity": "1"}
    text = ET.SubElement(settings, "text-style", {"fieldName": "name", "isExpression": "0", **font})
    halo = {"bufferDraw": "1", "bufferSize": "0.7", "bufferSizeUnits": "MM", "bufferOpacity": "1"}
    ET.SubElement(text, "text-buffer", {"bufferColor": _rgba("#FFFFFF"), **halo})
    around = {"placement": "6", "predefinedPositionOrder": _SPOTS, "offsetType": "1"}
    ET.SubElement(settings, "placement", {"dist": "0.5", "distUnits": "MM", **around})
    ET.SubElement(settings, "rendering", drawLabels="1", obstacle="1", scaleVisibility="0")


def _symbol(
    symbols: ET.Element, kind: str, values: Mapping[str, str], computed: Mapping[str, str] | None = None
) -> None:
    """Add a symbol of one layer; `computed` are expressions that stand in for its values."""
    symbol = ET.SubElement(symbols, "symbol", name=str(len(symbols)), type=kind, alpha="1")
    look = {"class": f"Simple{kind.capitalize()}", "enabled": "1", "locked": "0", "pass": "0"}
    layer = ET.SubElement(symbol, "layer", look)
    _options(layer, values)
    if computed:
        holder = ET.SubElement(layer, "data_defined_properties")
        top = _options(holder, {"name": "", "type": "collection"})
        properties = ET.SubElement(top, "Option", name="properties", type="Map")
        for name, expression in computed.items():
            one = ET.SubElement(properties, "Option", name=name, type="Map")
            ET.SubElement(one, "Option", name="active", type="bool", value="true")
            ET.SubElement(one, "Option", name="expression", type="QString", value=expression)
            ET.SubElement(one, "Option", name="type", type="int", value=_EXPRESSION)


def _options(parent: ET.Element, values: Mapping[str, str]) -> ET.Element:
    top = ET.SubElement(parent, "Option", type="Map")
    for name, value in values.items():
        ET.SubElement(top, "Option", name=name, type="QString", value=value)
    return top


def _rgba(colour: str) -> str:
    return ",".join(map(str, (*bytes.fromhex(colour[1:]), 255)))
