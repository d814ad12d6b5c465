"""The committed data files are what the scripts build from the inputs, byte for byte."""

import re

import build_communes
import build_crosswalk
import build_lao_cai
import pandas as pd
from sources import DATA, figure

import bk_gis
from bk_gis.checks.groups import cluster_groups

LAO_CAI = DATA.parent / "examples" / "lao-cai-2026"
GROUPS = ("kept", "resized", "withdrawn", "added", "brought forward", "put off")  # I to VI of the annex


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


def test_lao_cai_is_what_its_script_builds_and_its_groups_are_those_of_the_annex(inputs, tmp_path):
    assert build_lao_cai.main(inputs / "data", tmp_path) == 0
    for name in ("communes.geojson", "clusters.csv", "before/clusters.csv"):
        assert (tmp_path / name).read_bytes() == (LAO_CAI / name).read_bytes(), name
    annex = pd.read_csv(inputs / "data" / "lao_cai_2026" / "clusters_525_2026.csv")
    numeral = dict(zip(annex["name"], annex["group"].str.split(".").str[0], strict=True))
    plan = bk_gis.load_plan(LAO_CAI)
    found = cluster_groups(plan.before, plan).drop_duplicates("id")
    of_numeral = dict(zip(["I", "II", "III", "IV", "V", "VI"], GROUPS, strict=True))
    assert {name: of_numeral[one] for name, one in numeral.items()} == dict(
        zip(found["name"], found["group"], strict=True)
    )
