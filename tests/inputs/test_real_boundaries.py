"""Real boundaries, broken as publishers break them, are repaired and load in a plan without districts."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from boundaries import rounded, shifted
from invented import write_plan

import bk_gis

REAL = {
    "thai_nguyen": "data/communes_2025_thai_nguyen.geojson",
    "lao_cai": "data/lao_cai_2026/communes_2025_lao_cai.geojson",
}


@pytest.mark.parametrize("name", REAL)
def test_boundaries_of_three_decimals_are_repaired_and_load(inputs, bk, tmp_path, name):
    real = gpd.read_file(inputs / REAL[name])
    broken = rounded(real, 3)
    place = real["name"].iloc[0]
    folder = write_plan(
        tmp_path / "plan", phases=(2030,), clusters=[("A", place, None, (10,))], districts=None
    )
    (folder / "communes.geojson").unlink()
    broken.to_file(folder / "xa.geojson")
    toml = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(f'{toml}\n[communes]\nfile = "xa.geojson"\n', encoding="utf-8")
    assert "run bk-gis fix-boundaries" in bk("check", folder).said
    done = bk("fix-boundaries", folder / "xa.geojson", "-o", tmp_path / "fixed.geojson", "--lang", "en")
    assert done.code == 0, done.said
    assert f"{len(real)} polygons in, {len(real)} out" in done.out
    (tmp_path / "fixed.geojson").replace(folder / "xa.geojson")
    plan = bk_gis.load_plan(folder)
    assert sorted(plan.communes["code"]) == sorted(real["code"])
    assert plan.communes["unit_type"].isin(["Xã", "Phường", "xã", "phường", "Đặc khu"]).all()
    assert len(plan.districts) == 0
    stated = real.set_index("code")["area_km2_stated"]
    areas = plan.communes.set_index("code")["area_ha"] / 100
    assert np.abs(areas / stated.loc[areas.index] - 1).max() < 0.11


def test_communes_drawn_apart_by_metres_are_repaired(inputs, bk, tmp_path):
    real = gpd.read_file(inputs / REAL["thai_nguyen"])
    shifted(real, 5).to_file(tmp_path / "xa.gpkg")
    assert bk("fix-boundaries", tmp_path / "xa.gpkg", "-o", tmp_path / "a.gpkg").code == 0
    assert shapely.coverage_is_valid(gpd.read_file(tmp_path / "a.gpkg").geometry.to_numpy())
