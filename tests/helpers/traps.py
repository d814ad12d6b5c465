"""Files that ask for another file or an address, and a listener on loopback that counts who comes."""

import json
import sqlite3
import threading
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import geopandas as gpd
import shapely

ENDINGS = (".geojson", ".json", ".topojson", ".kml", ".tab", ".shp", ".gpkg", ".dxf", ".csv", ".xyz")
SECRET = "Bí mật của tệp khác"  # noqa: S105


@contextmanager
def listening():
    """Give an address on loopback, and a list that gets each path that is asked for."""
    asked = []

    class Counting(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_POST = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Counting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def other_file(folder):
    """Write a file that no answer may hold anything of."""
    path = folder / "other.geojson"
    secret = gpd.GeoDataFrame({"name": [SECRET]}, geometry=[shapely.Point(105.9, 22.2)], crs="EPSG:4326")
    secret.to_file(path)
    return path


def collection(**members):
    point = {"type": "Point", "coordinates": [105.9, 22.2]}
    feature = {"type": "Feature", "properties": {"name": "x"}, "geometry": point}
    return {"type": "FeatureCollection", "features": [feature], **members}


def traps(address, other):
    """Contents by what they are; each asks for the address or reads the other file, where it is let."""
    link = {"type": "link", "properties": {"href": f"{address}/crs", "type": "ogcwkt"}}
    url = {"type": "URL", "properties": {"url": f"{address}/crs"}}
    return {
        "vrt": f'<OGRVRTDataSource><OGRVRTLayer name="other"><SrcDataSource>{other}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>",
        "vrt of an address": '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>'
        f"/vsicurl/{address}/a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
        "wfs": f"<OGRWFSDataSource><URL>{address}/wfs?SERVICE=WFS</URL></OGRWFSDataSource>",
        "oapif": f"<OGROAPIFDataSource><URL>{address}/api</URL></OGROAPIFDataSource>",
        "csw": f"<OGRCSWDataSource><URL>{address}/csw</URL></OGRCSWDataSource>",
        "gdalg": json.dumps(
            {
                "type": "gdal_streamed_alg",
                "command_line": f"gdal vector pipeline ! read {other} ! clip --bbox 0,0,180,90",
            }
        ),
        "crs by link": json.dumps(collection(crs=link)),
        "crs by url": json.dumps(collection(crs=url)),
        "crs by escaped link": json.dumps(collection(crs=link)).replace('"link"', '"l\\u0069nk"'),
        "crs by quoted link": json.dumps(collection(crs=link)).replace('"link"', "'link'"),
        "crs by name": json.dumps(collection(crs={"type": "name", "properties": {"name": f"{address}/crs"}})),
        "gml": '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" '
        'xmlns:gml="http://www.opengis.net/gml" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{address} '
        f'{address}/wfs?SERVICE=WFS&amp;VERSION=1.1.0&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=a">'
        f'<gml:featureMember><a><name>x</name><gml:pointProperty xlink:href="{address}/p#1" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"/><gml:Point srsName="'
        f'{address}/crs"><gml:pos>1 2</gml:pos></gml:Point></a></gml:featureMember></wfs:FeatureCollection>',
        "entity": f'<!DOCTYPE kml [<!ENTITY a SYSTEM "file://{other}"><!ENTITY b SYSTEM "{address}/e">]>'
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>&a;&b;</name>'
        "<Point><coordinates>105.9,22.2</coordinates></Point></Placemark></Document></kml>",
        "kml": '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>'
        f"{address}/a.kml</href></Link></NetworkLink><Placemark><name>x</name><styleUrl>{address}/s.kml#s"
        "</styleUrl><Point><coordinates>105.9,22.2</coordinates></Point></Placemark></Document></kml>",
        "tab": f'!table\n!version 300\n!charset Neutral\n\nDefinition Table\n  File "{other}"\n'
        "  Type LINKED\n",
        "seamless tab": f'!table\n!version 300\n!charset Neutral\n\nDefinition Table\n  File "{other}"\n'
        '  Type NATIVE Charset "Neutral"\n  Fields 1\n    Table Char (50) ;\nbegin_metadata\n'
        '"\\IsSeamless" = "TRUE"\nend_metadata\n',
    }


def write_traps(folder, address):
    """Write each trap under each ending that a reader may take it for; give the files."""
    other = other_file(folder)
    made = [geopackage_trap(folder / "view.gpkg", address)]
    for number, text in enumerate(traps(address, other).values()):
        for ending in ENDINGS:
            made.append(folder / f"trap{number}{ending}")
            made[-1].write_text(text, encoding="utf-8")
    return made


def geopackage_trap(path, address):
    """A GeoPackage whose layer is a view that asks for an address, if SQL may."""
    gpd.GeoDataFrame({"name": ["x"]}, geometry=[shapely.Point(105.9, 22.2)], crs="EPSG:4326").to_file(
        path, layer="a"
    )
    query = f"{address}/q?%s"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("update gpkg_contents set table_name = 'v' where table_name = 'a'")
        database.execute("update gpkg_geometry_columns set table_name = 'v' where table_name = 'a'")
        database.execute(
            "create view v as select fid, geom, "  # noqa: S608
            f"ogr_geocode('x', 'geometry', 'QUERY_TEMPLATE={query}') as name from a"
        )
    return path
