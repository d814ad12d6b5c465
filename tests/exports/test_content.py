"""What every export holds, whatever its format."""

import json

import geopandas as gpd
import pytest

import bk_gis

ENDINGS = ("gpkg", "xlsx", "kml", "kmz", "geojson", "parquet", "shp", "tab", "csv")


def test_an_export_up_to_a_horizon_holds_nothing_of_later_phases(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.gpkg", by=2015)
    clusters = gpd.read_file(tmp_path / "a.gpkg", layer="clusters")
    districts = gpd.read_file(tmp_path / "a.gpkg", layer="districts").set_index("district")
    assert len(clusters) == 7
    assert "ha_2016_2020" not in clusters
    assert clusters["ha"].sum() == pytest.approx(164.44)
    assert districts["clusters"]["Huyện Ba Bể"] == 0


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
