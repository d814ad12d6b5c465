"""The committed data files are what the scripts build from the inputs, byte for byte."""

import re

import build_communes
import build_crosswalk
from sources import DATA, figure


def test_communes_geojson_is_what_its_script_builds(inputs, tmp_path, capsys):
    assert build_communes.main(inputs / "data", tmp_path / "communes.geojson") == 0
    assert (tmp_path / "communes.geojson").read_bytes() == (DATA / "communes.geojson").read_bytes()
    printed = dict(re.findall(r"^(.*?)\s{2,}(\S.*)$", capsys.readouterr().out, re.MULTILINE))
    name = "independent points in the commune of the same code"
    assert printed[name] == figure("independent centre points that fall in the commune of the same code")
    assert f"{printed['point to centroid, median m']} m" == figure("centre point to our centroid, median")


def test_crosswalk_csv_is_what_its_script_builds(inputs, tmp_path):
    assert build_crosswalk.main(inputs / "data", DATA / "communes.geojson", tmp_path / "crosswalk.csv") == 0
    assert (tmp_path / "crosswalk.csv").read_bytes() == (DATA / "crosswalk.csv").read_bytes()
