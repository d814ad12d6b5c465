"""Build data/crosswalk.csv from the input table and check it against the communes of the plan.

    python scripts/build_crosswalk.py ../shared/data data/communes.geojson data/crosswalk.csv

The input folder holds commune_crosswalk.csv, which is no part of the project. Prints the figures that
data/SOURCES.md quotes and exits 1 when a check does not hold.
"""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd

COLUMNS = (
    *("code_2014", "name_2014", "unit_type_2014", "district_2014", "part", "area_share"),
    *("code_2020", "name_2020", "unit_type_2020", "district_2020"),
    *("code_2025", "name_2025", "unit_type_2025", "province_2025"),
)
PROVINCE_2025 = "Thái Nguyên"  # Resolution 202/2025/QH15; districts ended on 2025-07-01


def build(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the columns of the data contract; no commune changed its district in 2020."""
    table = source.assign(district_2020=source["district_2014"], province_2025=PROVINCE_2025)
    return table[list(COLUMNS)].sort_values(["code_2014", "code_2020"], ignore_index=True)


def check(table: pd.DataFrame, communes: gpd.GeoDataFrame) -> list[str]:
    """Print the figures; return what does not hold."""
    problems = []
    named = table.drop_duplicates("code_2014").set_index("code_2014")["name_2014"]
    if not named.sort_index().equals(communes.set_index("code")["name"].sort_index().rename("name_2014")):
        problems.append("codes and names of 2014 are not those of communes.geojson")
    shares = pd.to_numeric(table["area_share"]).groupby(table["code_2014"]).sum(min_count=1)
    if not shares.dropna().sub(1).abs().lt(0.011).all():
        problems.append("the shares of a commune do not add up to 1")
    problems += [
        f"a code of {year} has several names"
        for year in ("2020", "2025")
        if table.groupby(f"code_{year}")[f"name_{year}"].nunique().max() > 1
    ]
    print(f"rows               {len(table)}")
    for year in ("2014", "2020", "2025"):
        print(f"communes of {year}   {table[f'code_{year}'].nunique()}")
    print(f"communes split     {table.loc[table['part'] == 'part', 'code_2014'].nunique()}")
    return problems


def main(inputs: Path, communes: Path, target: Path) -> int:
    """Build, check, and write only what passed."""
    source = pd.read_csv(inputs / "commune_crosswalk.csv", dtype=str, keep_default_na=False)
    table = build(source)
    problems = check(table, gpd.read_file(communes))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    table.to_csv(target, index=False, lineterminator="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
