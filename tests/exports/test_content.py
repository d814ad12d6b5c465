"""What every export holds, whatever its format."""

import json

import geopandas as gpd
import pandas as pd
import pytest

import bk_gis
from bk_gis.exports.exporter import _WRITERS

ENDINGS = tuple(ending[1:] for ending in _WRITERS)


def test_an_export_up_to_a_horizon_holds_nothing_of_later_phases(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.gpkg", by=2015)
    clusters = gpd.read_file(tmp_path / "a.gpkg", layer="clusters")
    districts = gpd.read_file(tmp_path / "a.gpkg", layer="districts").set_index("district")
    assert len(clusters) == 7
    assert "ha_2016_2020" not in clusters
    assert clusters["ha"].sum() == pytest.approx(164.44)
    assert districts["clusters"]["Huyện Ba Bể"] == 0


@pytest.mark.costly
def test_a_horizon_at_which_nothing_exists_is_an_empty_layer(province, tmp_path):
    late = province.clusters.assign(ha_2026_2030=0.0, ha_2031_2035=5.0)
    for ending in ENDINGS:
        bk_gis.export(province.replace(clusters=late), tmp_path / f"a.{ending}", by=2030)
    assert len(gpd.read_file(tmp_path / "a.gpkg", layer="clusters")) == 0


def test_a_geojson_says_how_far_to_trust_it(province, tmp_path):
    bk_gis.export(province, tmp_path / "a.geojson")
    written = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))
    assert "Ranh giới không có thật." in written["description"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_subregion_has_one_label_in_all_layers(plan, tmp_path, lang):
    bk_gis.export(plan, tmp_path / "a.gpkg", lang=lang)
    labels = gpd.read_file(tmp_path / "a.gpkg", layer="subregions").set_index("id")[f"label_{lang}"]
    for layer in ("clusters", "communes"):
        found = gpd.read_file(tmp_path / "a.gpkg", layer=layer)
        assert found["subregion_label"].tolist() == labels.loc[found["subregion"]].tolist()


def test_what_became_of_clusters_is_in_every_export_where_anything_is_known(plan, province, tmp_path):
    bk_gis.export(plan, tmp_path / "a.csv", lang="en")
    clusters = pd.read_csv(tmp_path / "a.csv").set_index("name")
    assert clusters["status"].value_counts().to_dict() == {"unknown": 17, "founded": 4}
    said = "founded by 1747/QĐ-UBND of 2021-09-21, 15 ha, 149 billion VND"
    assert clusters.loc["Vằng Mười", "status_text"] == said
    bk_gis.export(province, tmp_path / "b.csv")
    assert "status" not in pd.read_csv(tmp_path / "b.csv")


def test_what_is_not_known_of_a_decision_is_no_number_in_any_format(plan, tmp_path):
    for ending in ("gpkg", "shp", "tab", "geojson"):
        bk_gis.export(plan, tmp_path / f"a.{ending}")
        layer = {"layer": "clusters"} if ending == "gpkg" else {}
        clusters = gpd.read_file(tmp_path / f"a.{ending}", **layer).set_index("name")
        hectares = clusters.get("decision_ha", clusters.get("dec_ha"))
        assert float(hectares["Cẩm Giàng"]) == 40
        assert not (pd.to_numeric(hectares) == 0).any(), ending


@pytest.mark.costly
def test_a_file_says_what_became_of_the_plan_and_which_decisions_are_in_it(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.geojson", by=2020, lang="en")
    said = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["description"]
    assert "By 2020 planned 17: founded 4" in said
    assert "Later amendments are not in it: 1876/QĐ-UBND" in said
    bk_gis.export(bk_gis.load_plan(as_of="2022-12-31"), tmp_path / "b.geojson", lang="en")
    later = json.loads((tmp_path / "b.geojson").read_text(encoding="utf-8"))
    assert "As amended by 2022-12-31: 1876/QĐ-UBND" in later["description"]
    assert len(later["features"]) == 22
