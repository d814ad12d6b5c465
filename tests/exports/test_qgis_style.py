"""Symbols of exports: rings of QGIS and Google Earth, with painted areas proportional to hectares."""

import math
import re
import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import bk_gis
from bk_gis.exports.content import gather, steps_aside
from bk_gis.exports.kml import SIDE, ring_png
from bk_gis.exports.qgis_style import layer_styles


@pytest.fixture(scope="module")
def styles(plan):
    table = layer_styles(gather(plan, plan.phases, "vi"))
    return {row.f_table_name: ET.fromstring(row.styleQML.split("\n", 1)[1]) for row in table.itertuples()}  # noqa: S314


def test_qgis_finds_a_style_for_every_layer_by_its_name_and_column(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        named_ = database.execute("select table_name, column_name from gpkg_geometry_columns").fetchall()
        styled = database.execute(
            "select f_table_name, f_geometry_column from layer_styles"
            " where useAsDefault and f_table_schema = ''"
        ).fetchall()
    database.close()
    assert sorted(styled) == sorted(named_)


def test_in_qgis_the_painted_area_of_every_phase_is_proportional_to_its_hectares(plan, styles):
    """Works the expressions out as QGIS does: the rule of a phase paints its disc under the earlier ones."""
    style = styles["clusters"]
    rules = [rule for rule in style.findall(".//rule") if "status" not in rule.get("filter")]
    assert [rule.get("label") for rule in rules] == [phase.label["vi"] for phase in reversed(plan.phases)]
    ratios = []
    for cluster in plan.clusters.to_dict("records"):

        def work_out(text, cluster=cluster):
            names = re.sub(r'"(\w+)"', r"cluster['\1']", text)
            return eval(names, {"cluster": cluster, "sqrt": math.sqrt})  # noqa: S307 - our own

        inner = 0.0
        for rule, phase in zip(reversed(rules), plan.phases, strict=True):
            symbol = style.find(f".//symbol[@name='{rule.get('symbol')}']")
            values = {option.get("name"): option.get("value") for option in symbol.iter("Option")}
            if work_out(rule.get("filter")):
                size = symbol.find(".//Option[@name='size'][@type='Map']/Option[@name='expression']")
                outer = work_out(size.get("value"))
                ratios.append((outer**2 - inner**2) / cluster[phase.column])
                inner = outer
                assert values["color"] == ",".join(map(str, (*bytes.fromhex(phase.colour[1:]), 255)))
                assert values["outline_style"] == "no"  # it would add to what is painted
    assert len(ratios) == 27
    assert ratios == pytest.approx([ratios[0]] * 27)


def test_in_qgis_clusters_of_one_commune_stand_steps_aside(plan, styles):
    offset = styles["clusters"].find(".//Option[@name='offset'][@type='Map']/Option[@name='expression']")
    moved = re.findall(r"WHEN \"id\" = '(\d+)' THEN '([-.\d]+),([-.\d]+)'", offset.get("value"))
    assert {row[0] for row in moved} == {"2", "3"}  # both in Xuất Hóa
    (_, x0, _), (_, x1, _) = moved
    radii = gather(plan, plan.phases, "vi").scale * 25.4 / 96 * np.sqrt([20, 12])
    assert abs(float(x0) - float(x1)) >= radii.sum()


def test_an_id_cannot_leave_its_place_in_an_expression(province):
    clusters = province.clusters.assign(id=["a' OR '1", "b\\", "c", "d"])
    clusters = clusters.set_geometry([shapely.Point(106, 22)] * 4, crs="EPSG:4326")
    table = layer_styles(gather(replace(province, clusters=clusters), province.phases, "vi"))
    assert "WHEN \"id\" = 'a'' OR ''1' THEN" in ET.fromstring(table["styleQML"][0].split("\n", 1)[1])[0].find(  # noqa: S314
        ".//Option[@name='offset'][@type='Map']/Option[@name='expression']"
    ).get("value")


@given(st.lists(st.floats(0.5, 9), min_size=2, max_size=7))
def test_discs_of_one_point_never_cover_each_other(radii):
    clusters = gpd.GeoDataFrame(geometry=[shapely.Point(106, 22)] * len(radii), crs="EPSG:4326")
    spots = steps_aside(clusters, np.array(radii), 0.5)
    for i, spot in enumerate(spots):
        assert all(math.dist(spot, spots[j]) >= radii[i] + radii[j] for j in range(i))


def test_the_rings_of_a_symbol_have_areas_proportional_to_hectares():
    picture = np.array(Image.open(BytesIO(ring_png([20, 0, 30], ["#0000FF", "#00FF00", "#FF0000"]))))
    assert picture.shape == (SIDE, SIDE, 4)
    opaque = picture[..., 3] / 255
    blue, red = (opaque * picture[..., 2] / 255).sum(), (opaque * picture[..., 0] / 255).sum()
    assert red / blue == pytest.approx(1.5, rel=0.02)
    assert not (picture[..., 1] * opaque > 1).any(), "no hectares, no paint"
    assert opaque.sum() == pytest.approx(math.pi * SIDE**2 / 4, rel=0.01)


def test_in_qgis_each_status_has_a_mark_without_colour(styles):
    style = styles["clusters"]
    marks = {}
    for rule in style.findall(".//rule"):
        if "status" in rule.get("filter"):
            symbol = style.find(f".//symbol[@name='{rule.get('symbol')}']")
            values = {
                option.get("name"): option.get("value") for option in symbol.findall("layer/Option/Option")
            }
            marks[rule.get("filter")] = (values["name"], values["outline_style"], values["color"][-1])
    assert marks == {
        "\"status\" = 'founded'": ("circle", "solid", "0"),
        "\"status\" = 'planned'": ("circle", "dash", "0"),
        "\"status\" = 'withdrawn'": ("cross2", "solid", "0"),
    }
