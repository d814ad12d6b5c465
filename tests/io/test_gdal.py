"""What GDAL reads is the file that it is given: no other file, no address."""

import threading
import warnings

import geopandas as gpd
import pyogrio
import pytest
from failures import raises
from traps import SECRET, geopackage_trap, listening, other_file, traps, write_traps

import bk_gis
from bk_gis.io.gdal import opened_by_gdal
from bk_gis.io.tables import read_table
from bk_gis.io.vector import read_vector


@pytest.fixture(scope="module")
def loopback():
    with listening() as found:
        yield found


def test_no_file_of_any_ending_makes_a_request_or_shows_another_file(tmp_path, loopback):
    address, asked = loopback
    before = len(asked)
    for trap in write_traps(tmp_path, address):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # GDAL's own, of what it passes over
                read = read_table(trap).to_string()
        except bk_gis.InputError as error:
            read = str(error)
        assert SECRET not in read, trap
        assert asked[before:] == [], trap.read_bytes()


# Every command that reads a file, and every place where a plan folder may have one; {} is the trap.
CALLS = (
    "geocode {} -o a.csv",
    "join {} -o a.csv",
    "convert {} -o a.csv --from 2014 --to 2025",
    "read-annex {} -o a.csv",
    "fix-boundaries {} -o a.geojson",
    "geocode good.csv -o a.csv --crosswalk {}",
    "join good.csv -o a.csv --crosswalk {}",
    "convert good.csv -o a.csv --from 2014 --to 2025 --crosswalk {}",
    "compare {} -o a.md",
    "report -o a.docx --picture {}",
)
FOLDERS = ("check {}", "coverage --plan {}", "map --plan {} -o a.html", "audit --plan {}")


@pytest.mark.costly
def test_no_command_makes_a_request_for_any_input(bk, folder, tmp_path, monkeypatch, loopback):
    address, asked = loopback
    before = len(asked)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.csv").write_text("place,lon,lat\nCẩm Giàng,105.9,22.2\n", encoding="utf-8")
    (tmp_path / "traps").mkdir()
    answers = []
    for number, trap in enumerate(write_traps(tmp_path / "traps", address)):
        answers += [bk(*call.format(trap).split()) for call in CALLS[number % 3 :: 3]]
    found = traps(address, other_file(tmp_path))
    for number, (name, trap) in enumerate(found.items()):
        (folder / "communes.geojson").write_text(trap, encoding="utf-8")
        answers.append(bk(*FOLDERS[number % len(FOLDERS)].format(folder.path).split()))
        assert asked[before:] == [], name
    assert asked[before:] == []
    assert not any(SECRET in answer.out + answer.said for answer in answers)
    assert {answer.code for answer in answers} <= {0, 1, 2}


# In a process of its own: nothing that other tests have set for GDAL or curl keeps it silent.
AS_GDAL_IS = """
import sys, pyogrio
sys.stdout.reconfigure(encoding="utf-8")
for path in sys.argv[1:]:
    print(pyogrio.read_dataframe(path).to_string())
"""
DIRECTLY = dict.fromkeys(("http_proxy", "all_proxy", "ALL_PROXY"), "")


def test_the_traps_would_spring_without_that(tmp_path, loopback, python):
    """GDAL as it is reads the other file, and asks the address, whatever the ending."""
    address, asked = loopback
    before = len(asked)
    found = traps(address, other_file(tmp_path))
    files = [tmp_path / f"{name}.geojson" for name in ("vrt", "gdalg", "crs by link")]
    for file in files:
        file.write_text(found[file.stem])
    assert python(AS_GDAL_IS, *files, **DIRECTLY).count(SECRET) == 2
    assert asked[before:] == ["/crs"]


@pytest.mark.parametrize("name", ["crs by link", "crs by url", "crs by escaped link"])
def test_a_geojson_whose_crs_is_elsewhere_is_refused(tmp_path, name):
    path = tmp_path / "a.geojson"
    path.write_text(traps("http://127.0.0.1:9", "other")[name])
    with raises(bk_gis.InputError, match="has a CRS that is a link to elsewhere"):
        read_vector(path)


def test_a_link_that_is_no_crs_is_read(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"crs": "link", '
        '"link": "http://127.0.0.1:9"}, "geometry": {"type": "Point", "coordinates": [106, 22]}}]}'
    )
    assert read_vector(path)["link"].tolist() == ["http://127.0.0.1:9"]


def test_other_drivers_and_settings_are_there_again_afterwards(tmp_path):
    drivers, proxy = pyogrio.list_drivers(), pyogrio.get_gdal_config_option("GDAL_HTTP_PROXY")
    path = other_file(tmp_path)
    with opened_by_gdal(path):
        assert {"OGR_VRT", "WFS", "HTTP", "GDALG"}.isdisjoint(pyogrio.list_drivers())
        assert {"GPKG", "GeoJSON", "ESRI Shapefile", "MapInfo File"} <= set(pyogrio.list_drivers())
    assert pyogrio.list_drivers() == drivers
    assert pyogrio.get_gdal_config_option("GDAL_HTTP_PROXY") == proxy


def test_other_threads_read_what_they_like_meanwhile(tmp_path):
    path = other_file(tmp_path)
    gpd.read_file(path).to_file(tmp_path / "b.gpkg")
    faults = []

    def read(reader, file):
        try:
            for _ in range(20):
                assert len(reader(file)) == 1
        except Exception as error:  # noqa: BLE001  (a thread keeps it to itself)
            faults.append(error)

    pairs = [(read_vector, path), (gpd.read_file, tmp_path / "b.gpkg"), (read_vector, tmp_path / "b.gpkg")]
    threads = [threading.Thread(target=read, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults


def test_a_view_of_a_geopackage_asks_nobody(tmp_path, loopback):
    address, asked = loopback
    before = len(asked)
    path = geopackage_trap(tmp_path / "a.gpkg", address)
    with pytest.raises(bk_gis.InputError):
        read_vector(path)
    assert asked[before:] == []


@pytest.mark.parametrize("name", ["a.kml", "a.geojson", "a.gpkg", "a.shp", "a.kmz", "a.tab", "a.fgb"])
def test_a_file_is_what_its_ending_says(tmp_path, name):
    (tmp_path / name).write_text("%PDF-1.7 no such thing")
    with raises(bk_gis.InputError, match=f"{name}: .*(begin as a|cut off or damaged)"):
        read_vector(tmp_path / name)
