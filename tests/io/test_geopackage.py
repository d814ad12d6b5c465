"""A GeoPackage does not depend on the clock."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pyogrio

from bk_gis.io.writing import write_frame


def test_a_geopackage_holds_no_time_of_writing(tmp_path, points):
    write_frame(points, tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        rows = database.execute("select table_name, last_change from gpkg_contents").fetchall()
    database.close()
    assert rows == [("a", "2000-01-01T00:00:00.000Z")]


def test_four_threads_at_once_write_the_same_geopackage_and_change_no_setting(tmp_path, points):
    targets = [tmp_path / f"{i}" / "a.gpkg" for i in range(40)]
    for target in targets:
        target.parent.mkdir()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda target: write_frame(points, target), targets))
    assert len({target.read_bytes() for target in targets}) == 1
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None
