"""Google Earth: folders, balloons and symbols."""

import zipfile
from dataclasses import replace

import pytest
from earth import kml_tree

import bk_gis
from bk_gis.exports.kml import mark_width

KML = {"k": "http://www.opengis.net/kml/2.2"}


def data(mark, name):
    return mark.findtext(f".//k:Data[@name='{name}']/k:value", namespaces=KML)


def test_what_became_of_a_cluster_is_said_below_its_name(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.kml", lang="en")
    said = {
        mark.findtext("k:name", namespaces=KML): mark.findtext("k:Snippet", namespaces=KML)
        for mark in kml_tree(tmp_path / "a.kml").findall(".//k:Placemark", KML)
        if data(mark, "status")
    }
    assert said["Cẩm Giàng"] == "founded by 1868/QĐ-UBND of 2020-10-16, 40 ha"
    assert said["Pù Pét"] is None


def test_google_earth_shows_a_folder_a_phase_and_the_outlines(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.kml", lang="en")
    root = kml_tree(tmp_path / "a.kml")
    folders = {
        f.findtext("k:name", namespaces=KML): len(f.findall("k:Placemark", KML))
        for f in root.iter(f"{{{KML['k']}}}Folder")
    }
    assert folders == {
        "2011-2015": 7, "2016-2020": 10, "2021-2025": 4, "Communes": 122, "Districts": 8, "Sub-regions": 4,
    }  # fmt: skip
    assert "the commune&#x27;s centroid, not the site" in root.findtext(".//k:description", namespaces=KML)


def test_text_from_data_is_never_markup_in_a_balloon(province, tmp_path):
    evil = "<script>alert(1)</script>]]>"
    clusters = province.clusters.assign(printed_name=evil, name=f"\x00\x1b{evil}")
    bk_gis.export(replace(province, clusters=clusters), tmp_path / "a.kml")
    mark = kml_tree(tmp_path / "a.kml").find(".//k:Placemark", KML)
    assert mark.findtext("k:name", namespaces=KML) == f"\ufffd\ufffd{evil}"
    balloon = mark.findtext("k:description", namespaces=KML)
    assert "<script" not in balloon
    assert "&lt;script&gt;" in balloon
    assert "<td>40</td>" in balloon


def test_a_balloon_has_each_phase_with_hectares_whatever_their_labels(plan, tmp_path):
    label = plan.phases[0].label
    alike = replace(plan, phases=tuple(p.model_copy(update={"label": label}) for p in plan.phases))
    bk_gis.export(alike, tmp_path / "a.kml", lang="en")
    balloons = [
        balloon.text for balloon in kml_tree(tmp_path / "a.kml").findall(".//k:Placemark/k:description", KML)
    ]
    hectares = plan.clusters[[phase.column for phase in plan.phases]]
    rows = sorted(balloon.count(f">{label.en} (ha)<") for balloon in balloons)
    assert rows == sorted((hectares > 0).sum(axis=1))


def test_the_symbols_of_a_kmz_are_inside_and_have_an_area_proportional_to_hectares(plan, tmp_path):
    bk_gis.export(plan, tmp_path / "a.kmz")
    root = kml_tree(tmp_path / "a.kmz")
    assert "http" not in "".join(href.text for href in root.iter(f"{{{KML['k']}}}href"))
    scales = {
        data(mark, "ha"): 32 * float(mark.findtext(".//k:scale", namespaces=KML))
        - 2 * mark_width(data(mark, "status"))
        for mark in root.findall(".//k:Placemark", KML)
        if mark.find(".//k:scale", KML) is not None
    }
    per_hectare = [scale**2 / float(ha) for ha, scale in scales.items()]
    assert per_hectare == pytest.approx([per_hectare[0]] * len(per_hectare), rel=1e-3)
    with zipfile.ZipFile(tmp_path / "a.kmz") as archive:
        assert len([name for name in archive.namelist() if name.endswith(".png")]) == 21
