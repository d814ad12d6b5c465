"""
One job of a peer, from file to file, as its own users would write it: a process of its own for each run.

    python benchmarks/file_peers.py JOB ENGINE INPUT COMMUNES OUTPUT [SEPARATOR DECIMAL ENCODING]

`join`: each point gets the columns of the commune that holds it, `geocode`: each place name, folded, and its
district the commune of that name. All rows stay. Cells are read as text,
else leading zeros and dates were lost. `unjoined` is no engine: it joins nothing.
"""

import sys
from pathlib import Path
from typing import Any

ADDED = ("code", "name", "district_code", "district_name", "subregion", "subregion_label")


def duckdb_join(source: Path, communes: Path, output: Path, mark: str = ",", decimal: str = ".") -> None:
    base = _duckdb()
    areas = f"SELECT {', '.join(ADDED)}, geometry FROM '{communes}'"  # noqa: S608
    columns = ", ".join(f"areas.{name}" for name in ADDED)
    if source.suffix == ".parquet":
        base.execute(
            f"COPY (SELECT points.*, {columns} FROM '{source}' points LEFT JOIN ({areas}) areas "  # noqa: S608
            f"ON ST_Within(points.geometry, areas.geometry)) TO '{output}' (FORMAT parquet)"
        )
        return
    x, y = (
        f"points.{name}::DOUBLE" if decimal == "." else f"replace(points.{name}, ',', '.')::DOUBLE"
        for name in ("lon", "lat")
    )
    base.execute(
        f"COPY (SELECT points.*, {columns} "  # noqa: S608
        f"FROM read_csv('{source}', all_varchar=true, delim='{mark}') points "
        f"LEFT JOIN ({areas}) areas ON ST_Within(ST_Point({x}, {y}), areas.geometry)) "
        f"TO '{output}' (HEADER, DELIMITER '{mark}')"
    )


def duckdb_geocode(source: Path, communes: Path, output: Path) -> None:
    base = _duckdb()
    fold = "lower(strip_accents({}))".format
    base.execute(
        f"COPY (SELECT records.*, areas.code, areas.lon, areas.lat FROM "  # noqa: S608
        f"read_csv('{source}', all_varchar=true) records LEFT JOIN '{communes}' areas "
        f"ON {fold('records.place')} = {fold('areas.name')} AND records.district = areas.district_name) "
        f"TO '{output}' (HEADER)"
    )


def _duckdb():
    import duckdb
    import duckdb_extension_spatial as packaged

    base = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    [extension] = Path(packaged.__file__).parent.rglob("spatial.duckdb_extension")
    base.execute(f"LOAD '{extension}'")
    return base


def geopandas_join(  # noqa: PLR0917
    source: Path,
    communes: Path,
    output: Path,
    mark: str = ",",
    decimal: str = ".",
    encoding: str = "utf-8",
) -> None:
    import geopandas as gpd
    import pandas as pd

    areas = gpd.read_parquet(communes)[[*ADDED, "geometry"]]
    if source.suffix in (".parquet", ".gpkg"):
        binary = source.suffix == ".parquet"
        points = gpd.read_parquet(source) if binary else gpd.read_file(source, use_arrow=True)
        joined = points.sjoin(areas, how="left", predicate="within").drop(columns="index_right")
        joined.to_parquet(output) if binary else joined.to_file(output, use_arrow=True)
        return
    text = {"sep": mark, "encoding": encoding}
    table = pd.read_csv(source, dtype="str", keep_default_na=False, engine="pyarrow", **text)
    xy = table[["lon", "lat"]]
    if decimal == ",":
        xy = xy.apply(lambda texts: texts.str.replace(",", "."))
    spots = gpd.points_from_xy(xy["lon"].astype(float), xy["lat"].astype(float), crs="EPSG:4326")
    joined = gpd.GeoDataFrame(table, geometry=spots).sjoin(areas, how="left", predicate="within")
    joined.drop(columns=["index_right", "geometry"]).to_csv(output, index=False, **text)


def geopandas_geocode(source: Path, communes: Path, output: Path) -> None:
    import pandas as pd

    def folded(names: "pd.Series[str]") -> "pd.Series[str]":
        return names.str.normalize("NFD").str.replace("[\u0300-\u036f]", "", regex=True).str.lower()

    areas = pd.read_parquet(communes, columns=["code", "name", "district_name", "lon", "lat"])
    areas = areas.assign(folded=folded(areas["name"])).drop(columns="name")
    table = pd.read_csv(source, dtype="str", keep_default_na=False, engine="pyarrow")
    table["folded"] = folded(table["place"])
    found = table.merge(
        areas, how="left", left_on=["folded", "district"], right_on=["folded", "district_name"]
    )
    found.drop(columns=["folded", "district_name"]).to_csv(output, index=False)


def sedonadb_join(source: Path, communes: Path, output: Path) -> None:
    import pyarrow as pa
    import pyarrow.csv
    import sedonadb

    session = sedonadb.connect()
    session.read_parquet(str(communes)).to_view("areas")
    columns = ", ".join(f"areas.{name}" for name in ADDED)
    if source.suffix == ".parquet":
        session.read_parquet(str(source)).to_view("points")
        where = "points.geometry"
    else:
        types = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(_header(source), pa.string()))
        session.create_data_frame(pyarrow.csv.read_csv(source, convert_options=types)).to_view("points")
        point = "ST_Point(CAST(points.lon AS DOUBLE), CAST(points.lat AS DOUBLE))"
        where = f"ST_SetSRID({point}, 4326)"
    joined = session.sql(
        f"SELECT points.*, {columns} FROM points LEFT JOIN areas ON ST_Within({where}, areas.geometry)"  # noqa: S608
    )
    if source.suffix == ".parquet":
        joined.to_parquet(str(output), single_file_output=True)
    else:
        table = pa.table(joined)  # of string views, which the writer does not know
        pyarrow.csv.write_csv(
            table.cast(pa.schema([(name, pa.string()) for name in table.column_names])), output
        )


def polars_join(source: Path, communes: Path, output: Path) -> None:
    import polars as pl
    import polars_st as st

    areas = pl.read_parquet(communes, columns=[*ADDED, "geometry"])
    areas = areas.with_columns(st.from_wkb("geometry").st.set_srid(4326))
    if source.suffix == ".parquet":
        points = pl.read_parquet(source).with_columns(st.from_wkb("geometry").st.set_srid(4326))
        points.st.sjoin(areas, on="geometry", how="left", predicate="within").with_columns(
            st.geom("geometry").st.to_wkb()
        ).write_parquet(output)
        return
    table = pl.read_csv(source, infer_schema=False)
    xy = pl.concat_list(pl.col("lon").cast(pl.Float64), pl.col("lat").cast(pl.Float64))
    points = table.with_columns(st.point(xy).st.set_srid(4326).alias("geometry"))
    joined = points.st.sjoin(areas, on="geometry", how="left", predicate="within")
    joined.drop("geometry", "geometry_right", strict=False).write_csv(output)


def unjoined_join(source: Path, communes: Path, output: Path) -> None:
    """Read and write alone: each row gets the first commune, so that a join by Arrow cannot cost less."""
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet as pq

    (first,) = pq.read_table(communes, columns=list(ADDED)).slice(0, 1).to_pylist()
    if source.suffix == ".parquet":
        some: Any = pq.ParquetFile(source).iter_batches(1 << 16)
        begun: Any = pq.ParquetWriter
    else:
        types = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(_header(source), pa.string()))
        reading = pyarrow.csv.ReadOptions(use_threads=False, block_size=1 << 21)
        some, begun = pyarrow.csv.open_csv(source, reading, convert_options=types), pyarrow.csv.CSVWriter
    writer = None
    for batch in some:
        table = pa.Table.from_batches([batch])
        for name, text in first.items():
            table = table.append_column(name, pa.repeat(pa.scalar(text, pa.string()), len(table)))
        writer = writer or begun(output, table.schema)
        writer.write_table(table)
    writer.close()


def _header(source: Path) -> list[str]:
    with source.open(encoding="utf-8") as file:
        return file.readline().strip().split(",")


if __name__ == "__main__":
    job, engine, source, communes, output, *form = sys.argv[1:]
    globals()[f"{engine}_{job}"](Path(source), Path(communes), Path(output), *form)
