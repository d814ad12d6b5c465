"""Build the tables and polygons of examples/lao-cai-2026 from the inputs and check them.

    python scripts/build_lao_cai.py ../shared/data examples/lao-cai-2026

The input folder holds lao_cai_2026/clusters_525_2026.csv and lao_cai_2026/communes_2025_lao_cai.geojson;
neither is part of the project. Writes communes.geojson, clusters.csv and before/clusters.csv; the two
plan.toml are written by hand. Prints the figures that the folder's SOURCES.md quotes and exits 1 when a check
does not hold.
"""

import re
import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from build_communes import simplify, to_geojson
from pyproj import Geod

METRIC_CRS = "EPSG:9208"  # VN-2000 / TM-3 104-45, the zone of Lào Cai since July 2025
TOLERANCE_M = 60.0  # the whole province on a screen has 200 m a pixel
DECIMALS = 6  # with five, a straight line on which three communes meet would bend for two of them alone

COLUMNS = ["id", "name", "printed_name", "location", "status"]
UP_TO, AFTER = "ha_2021_2030", "ha_2031_2050"
EXTENDED = re.compile(r"after 2030: extended to ([\d.]+)")
ASSUMED = "V", "VI"  # groups of which hectares are stated once, and counted for either side of 2030
NOTES = {
    "as by 2030": (
        "Giả định: diện tích sau năm 2030 bằng diện tích đến năm 2030 mà 525/QĐ-UBND ghi.",
        "Assumed: as many hectares after 2030 as 525/QĐ-UBND states by 2030.",
    ),
    "as before": (
        "Giả định: diện tích sau năm 2030 bằng diện tích đến năm 2030 trước 525/QĐ-UBND.",
        "Assumed: as many hectares after 2030 as by 2030 before 525/QĐ-UBND.",
    ),
    "extended": (
        "Giả định: phần mở rộng sau năm 2030 đã có trước 525/QĐ-UBND.",
        "Assumed: the extension after 2030 was there before 525/QĐ-UBND.",
    ),
}


def build_communes(source: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Simplify as a coverage; the unit is what stands before the name."""
    pairs = zip(source["full_name"], source["name"], strict=True)
    made = source.assign(unit_type=[full.removesuffix(name).strip() for full, name in pairs])
    return simplify(made, crs=METRIC_CRS, tolerance_m=TOLERANCE_M, decimals=DECIMALS)


def build_clusters(source: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Make the clusters of the decision, and those of the state before it; a cluster has one id in both.

    The decision's own come first, as the annex has them, then what it withdraws. An extension after 2030 is
    stated for clusters that are kept, so that it counts in both. Groups do not go into the tables.
    """
    stated = source.rename(columns={"place": "location"}).assign(
        printed_name=source["name"], status=source["founded"].map({"yes": "founded", "no": "planned"})
    )
    before, after = pd.to_numeric(stated["ha_before"]), pd.to_numeric(stated["ha_by_2030"])
    total = pd.to_numeric(stated["note"].str.extract(EXTENDED)[0])
    later = (total - after).fillna(0)
    shifted = stated["group"].isin(ASSUMED)
    forward, put_off = shifted & (before == 0), shifted & (after == 0)
    none = pd.Series("", stated.index)
    assumed = none.mask(forward, "as by 2030").mask(later > 0, "extended")
    sides = {
        "before": (before, later.mask(forward, after), assumed),
        "after": (after, later.mask(put_off, before), none.mask(put_off, "as before")),
    }
    own = after > 0
    order = [*stated.index[own], *stated.index[put_off], *stated.index[~own & ~put_off]]
    stated = stated.loc[order].assign(id=range(1, len(order) + 1))
    tables = {}
    for side, (by_2030, after_2030, why) in sides.items():
        table = stated[COLUMNS].assign(**{UP_TO: by_2030, AFTER: after_2030})
        said = why.loc[table.index].map(lambda key: NOTES.get(key, ("", "")))
        table = table.assign(note=said.str[0], note_en=said.str[1])
        tables[side] = table[(table[[UP_TO, AFTER]] > 0).any(axis=1)]
    return tables["before"], tables["after"]


def check(communes: gpd.GeoDataFrame, source: gpd.GeoDataFrame, *tables: pd.DataFrame) -> list[str]:
    """Print the figures; return what does not hold."""
    problems = []
    geometries = communes.geometry.to_numpy()
    if not shapely.coverage_is_valid(geometries) or not shapely.is_valid(geometries).all():
        problems.append("the result is not a valid coverage")
    geod = Geod(ellps="WGS84")
    km2 = pd.Series([abs(geod.geometry_area_perimeter(g)[0]) / 1e6 for g in geometries], communes["code"])
    stated = source.set_index("code")["area_km2_stated"].loc[km2.index]
    print(f"communes                         {len(communes)}")
    print(f"vertices                         {shapely.get_num_coordinates(geometries).sum()}")
    print(f"geodesic area, km2               {km2.sum():.1f} (stated: {stated.sum():.1f})")
    print(f"off its stated area, at most, %  {(km2 / stated - 1).abs().max() * 100:.1f}")
    for name, table in zip(("before", "after"), tables, strict=True):
        here = table[table[UP_TO] > 0]
        print(f"{name}: clusters, by 2030 (ha)  {len(table)}, {len(here)} ({here[UP_TO].sum():.2f})")
    return problems


def main(inputs: Path, target: Path) -> int:
    """Build, check, and write only what passed."""
    folder = inputs / "lao_cai_2026"
    source = gpd.read_file(folder / "communes_2025_lao_cai.geojson").to_crs("EPSG:4326")
    communes = build_communes(source)
    stated = pd.read_csv(folder / "clusters_525_2026.csv", dtype=str, keep_default_na=False)
    before, after = build_clusters(stated)
    problems = check(communes, source, before, after)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    text = to_geojson(communes, decimals=DECIMALS)
    (target / "communes.geojson").write_text(text, encoding="utf-8")
    for path, table in ((target / "clusters.csv", after), (target / "before" / "clusters.csv", before)):
        path.parent.mkdir(exist_ok=True)
        written = table.assign(
            **{name: [f"{ha:g}" if ha else "" for ha in table[name]] for name in (UP_TO, AFTER)}
        )
        written.to_csv(path, index=False, lineterminator="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
