"""The registry of readers: each with the kinds of files that it takes. What tests of all readers go over."""

import json
import zipfile

import geopandas as gpd
import pandas as pd
import shapely
from annexes import BODY, HEAD, write_csv, write_docx, write_text, write_xlsx
from invented import write_plan
from PIL import Image

from bk_gis.io.writing import write_frame

CROSSWALK = (
    "code_2014,name_2014,district_2014,code_2025,name_2025,unit_type_2025,area_share\n"
    "00000,Một,Huyện Đông,00100,Một Hai,Xã,\n00001,Hai,Huyện Đông,00100,Một Hai,Xã,0.4\n"
    "00001,Hai,Huyện Đông,00101,Ba,Xã,0.6\n"
)
CHANGES = (
    'title = { vi = "Điều chỉnh", en = "Amendment" }\nnumber = "9/QĐ"\ndate = 2027-03-01\n'
    '[[changes]]\ncluster = "1"\nreason = "chưa có nhà đầu tư"\nhectares = { "2016-2020" = 12.5 }\n'
)
DRIVERS = {
    ".shp": "ESRI Shapefile",
    ".dbf": "ESRI Shapefile",
    ".gpkg": "GPKG",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
    ".kml": "KML",
    ".kmz": "LIBKML",
    ".gpx": "GPX",
    ".tab": "MapInfo File",
    ".mif": "MapInfo File",
    ".fgb": "FlatGeobuf",
    ".gdb": "OpenFileGDB",
}
TOPOJSON = {
    "type": "Topology",
    "arcs": [[[105.9, 22.2], [106, 22.2], [106, 22.3], [105.9, 22.2]]],
    "objects": {"a": {"type": "Polygon", "arcs": [[0]], "properties": {"place": "Một"}}},
}


def table(folder, ending):
    """A table or layer of two places."""
    path = folder / f"a{ending}"
    points = [shapely.Point(105.85, 22.15), shapely.Point(105.95, 22.25)]
    frame = gpd.GeoDataFrame({"place": ["Một", "Bốn"], "n": [1, 2]}, geometry=points, crs="EPSG:4326")
    if ending in (".tsv", ".txt"):
        path.write_text("place\tn\tlon\tlat\nMột\t1\t105.85\t22.15\nBốn\t2\t105.95\t22.25\n", "utf-8")
    elif ending == ".ods":
        pd.DataFrame(frame.drop(columns="geometry")).to_excel(path, engine="odf", index=False)
    elif ending in (".csv", ".xlsx", ".parquet"):
        write_frame(frame, path)
    elif ending == ".topojson":
        path.write_text(json.dumps(TOPOJSON), "utf-8")
    elif ending == ".dxf":
        path.write_text("0\nSECTION\n2\nENTITIES\n0\nPOINT\n8\n0\n10\n105.9\n20\n22.2\n0\nENDSEC\n0\nEOF\n")
    elif ending == ".zip":
        table(folder, ".shp")
        with zipfile.ZipFile(path, "w") as archive:
            for part in folder.glob("a.*"):
                if part != path:
                    archive.write(part, part.name)
    elif ending == ".gpx":
        frame[["geometry"]].assign(name=["Một", "Bốn"]).to_file(path, driver="GPX", layer="waypoints")
    else:
        frame.to_file(path, driver=DRIVERS[ending])
    return path


def plan_file(folder, name):
    """A plan folder of two phases; the file of it that is asked for."""
    clusters = [("Sạch", "Một", "Huyện Đông", [10, 5]), ("Hai", "Ba", "Huyện Tây", [0, 20])]
    names = "Hay,Huyện Đông,Hai,in sai,bản đồ\n"
    write_plan(folder / "plan", phases=[2020, 2025], clusters=clusters, place_names=names)
    (folder / "plan/crosswalk.csv").write_text(CROSSWALK, "utf-8")
    if name.startswith("communes") and not name.endswith(".geojson"):
        communes = gpd.read_file(folder / "plan/communes.geojson")
        path = folder / "plan" / name
        communes.to_parquet(path) if name.endswith(".parquet") else communes.to_file(
            path, driver=DRIVERS[path.suffix]
        )
        with (folder / "plan/plan.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[communes]\nfile = "{name}"\n')
    return folder / "plan" / name


def annex(folder, ending):
    path = folder / f"annex{ending}"
    writers = {".docx": write_docx, ".xlsx": write_xlsx, ".txt": write_text}
    if ending == ".csv":
        write_csv(path, [*HEAD, *BODY], ",")
    else:
        writers[ending](path, [*HEAD, *BODY])
    return path


def changes(folder, _ending):
    path = folder / "changes.toml"
    path.write_text(CHANGES, "utf-8")
    return path


def crosswalk(folder, _ending):
    path = folder / "crosswalk.csv"
    path.write_text(CROSSWALK, "utf-8")
    return path


def picture(folder, ending):
    path = folder / f"a{ending}"
    Image.new("RGB", (40, 30), "white").save(path)
    return path


def boundaries(folder, ending):
    write_plan(folder / "plan", phases=[2020], clusters=[("A", "Một", "Huyện Đông", [1])])
    path = folder / f"communes{ending}"
    communes = gpd.read_file(folder / "plan/communes.geojson")
    communes.to_parquet(path) if ending == ".parquet" else communes.to_file(path, driver=DRIVERS[ending])
    return path
