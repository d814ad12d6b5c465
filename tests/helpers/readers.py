"""The registry of readers: each with the kinds of files that it takes. What tests of all readers go over."""

import json
import zipfile

import geopandas as gpd
import shapely
from annexes import BODY, HEAD, write_csv, write_docx, write_text, write_xlsx
from docx import Document
from invented import write_plan
from PIL import Image

import bk_gis
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.gdal import VECTOR_ENDINGS
from bk_gis.io.writing import write_frame
from bk_gis.plan.annex.reading import read_annex
from bk_gis.plan.annex.sources import ANNEX_ENDINGS
from bk_gis.plan.changes import read_changes
from bk_gis.plan.communes.fixing import fix_boundaries
from bk_gis.reports.layout import require_picture
from bk_gis.reports.word.page import begin

CROSSWALK = (
    "code_2014,name_2014,district_2014,code_2025,name_2025,unit_type_2025,area_share\n"
    "00000,Một,Huyện Đông,00100,Một Hai,Xã,\n00001,Hai,Huyện Đông,00100,Một Hai,Xã,0.4\n"
    "00001,Hai,Huyện Đông,00101,Ba,Xã,0.6\n"
)
CHANGES = (
    'title = { vi = "Điều chỉnh", en = "Amendment" }\ndecision = "9/QĐ"\ndate = 2027-03-01\n'
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
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="a">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
SHORT = {"district_code": "ma_huyen"}  # what a shapefile holds, and is recognised
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
        write_ods(path, [["place", "n"], ["Một", "1"]])
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


def write_ods(path, rows):
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    lines = (f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.format("".join(lines)))


def plan_file(folder, name):
    """A plan folder of two phases; the file of it that is asked for."""
    clusters = [("Sạch", "Một", "Huyện Đông", [10, 5]), ("Hai", "Ba", "Huyện Tây", [0, 20])]
    names = "Hay,Huyện Đông,Hai,in sai,bản đồ\n"
    write_plan(folder / "plan", phases=[2020, 2025], clusters=clusters, place_names=names)
    (folder / "plan/crosswalk.csv").write_text(CROSSWALK, "utf-8")
    if name.startswith("communes") and not name.endswith(".geojson"):
        communes = gpd.read_file(folder / "plan/communes.geojson").rename(columns=SHORT)
        path = folder / "plan" / name
        communes.to_parquet(path) if name.endswith(".parquet") else communes.to_file(
            path, driver=DRIVERS[path.suffix]
        )
        with (folder / "plan/plan.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[communes]\nfile = "{name}"\n')
    return folder / "plan" / name


def annex(folder, ending):
    path = folder / f"annex{ending}"
    writers = {".docx": write_docx, ".xlsx": write_xlsx, ".txt": write_text, ".tsv": write_text}
    writers[".ods"] = write_ods
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


def template(folder, ending):
    path = folder / f"office{ending}"
    document = Document()
    document.sections[0].header.paragraphs[0].text = "SỞ CÔNG THƯƠNG"
    document.save(str(path))
    return path


def boundaries(folder, ending):
    write_plan(folder / "plan", phases=[2020], clusters=[("A", "Một", "Huyện Đông", [1])])
    path = folder / f"communes{ending}"
    communes = gpd.read_file(folder / "plan/communes.geojson").rename(columns=SHORT)
    communes.to_parquet(path) if ending == ".parquet" else communes.to_file(path, driver=DRIVERS[ending])
    return path


TABLES = (*TEXT_ENDINGS, ".xlsx", ".ods", ".parquet", *VECTOR_ENDINGS)
POLYGONS = (".geojson", ".gpkg", ".shp", ".kmz", ".parquet", ".fgb")
PLAN_FILES = ("plan.toml", "clusters.csv", "place_names.csv", "crosswalk.csv")
# Each reader: how to make a good file of a kind, the kinds, and how it is read. Whoever writes a new reader
# puts it here: `tests/io/test_fuzz.py` finds functions, commands and endings that are missing.
READERS = {
    "read_table": (table, TABLES, bk_gis.read_table),
    "read_points": (table, TABLES, bk_gis.read_points),
    "load_plan": (
        plan_file,
        (*PLAN_FILES, *(f"communes{ending}" for ending in POLYGONS)),
        lambda path: bk_gis.load_plan(path.parent),
    ),
    "read_annex": (annex, ANNEX_ENDINGS, read_annex),
    "read_crosswalk": (crosswalk, (".csv",), bk_gis.read_crosswalk),
    "read_aliases": (crosswalk, (".csv",), bk_gis.read_aliases),
    "read_changes": (changes, (".toml",), read_changes),
    "fix_boundaries": (
        boundaries,
        POLYGONS,
        lambda path: fix_boundaries(path, path.with_name("out.geojson")),
    ),
    "begin": (template, (".docx",), lambda path: begin(path, "vi")),
    "require_picture": (picture, (".png", ".jpg"), lambda path: require_picture(path, (".png", ".jpg"))),
}
# Each reader with each kind of file that is one file.
KINDS = [(name, kind) for name, (_, kinds, _) in READERS.items() for kind in kinds if kind != ".gdb"]
