"""
One answer: the same plan has the same clusters, hectares, verdicts and missing units in every output.

The page is read in tests/browser/test_agreement.py.
"""

import re
import xml.etree.ElementTree as ET
import zipfile

import geopandas as gpd
import pandas as pd
import pytest
from agreement import PLANS, made_plans
from hypothesis import given, settings
from pypdf import PdfReader

import bk_gis
from bk_gis.checks.coverage_detail import coverage_matrix
from bk_gis.exports.exporter import _WRITERS
from bk_gis.language.formats import number
from bk_gis.reports.layout import to_markdown
from bk_gis.reports.plan_report import make_report

FORMATS = tuple(_WRITERS)


@pytest.fixture(scope="module", params=PLANS)
def pair(request, tmp_path_factory):
    made = PLANS[request.param]
    return made, bk_gis.load_plan(made.write(tmp_path_factory.mktemp("plan") / "p"))


def by_library(plan, by):
    table = bk_gis.check_coverage(plan, by=by).table
    return {row["name"]: (row["clusters"], row["hectares"]) for row in table.to_dict("records")}


def by_matrix(plan, by):
    table = coverage_matrix(plan)
    rows = table[table["by"] == by].to_dict("records")
    return {row["name"]: (row["clusters"], row["hectares"]) for row in rows}


def section_of(plan, by, heading):
    """A section of the report, and the rows of its table."""
    text = re.split("^## ", to_markdown(make_report(plan, by=by, lang="en")), flags=re.MULTILINE)
    (found,) = [part for part in text if part.startswith(heading)]
    return found, [line[2:-2].split(" | ") for line in found.splitlines() if line.startswith("| ")]


def hectares_in_report(plan, by):
    """Hectares of each cluster by phase, and their sums, as the report lists them."""
    _, (head, _, *rows) = section_of(plan, by, "Clusters")
    first = len(head) - len(plan.phases) - 1
    return [[float(ha.replace(",", "") or 0) for ha in row[first:]] for row in rows]


def by_report(plan, by):
    """Read the first table of the report, and the names of the list below it."""
    text, rows = section_of(plan, by, "Where there are clusters")
    there = {name: (int(clusters), float(ha.replace(",", ""))) for name, clusters, ha, *_ in rows[2:]}
    listed = re.search(r"</summary>\n\n(.*)\n", text)
    return there | dict.fromkeys(listed[1].split(", ") if listed else (), (0, 0.0))


def verdict(made, by):
    missing, of = made.missing(by), len(made.counted(by))
    what = "districts" if made.districts else "sub-regions" if made.regions else "communes"
    count = f"{of - len(missing)} of {of} {what} have a cluster"
    if not made.rule:
        return f"By {by}, {count}{f'; without one: {made.said(by)}' if missing else ''}."
    return f"NO: by {by}, {count}; missing: {made.said(by)}." if missing else f"YES: by {by}, {count}."


@pytest.mark.costly
def test_the_library_counts_what_was_written_down(pair):
    made, plan = pair
    for by in made.phases:
        report = bk_gis.check_coverage(plan, by=by)
        assert by_library(plan, by) == by_matrix(plan, by) == made.counted(by)
        assert report.missing == made.missing(by)
        assert report.ok == (not made.missing(by) if made.rule else None)
        assert report.verdict("en") == verdict(made, by)
        assert bk_gis.check_status(plan, by=by).sentence("en") == made.became(by)


@pytest.mark.costly
def test_the_report_has_the_librarys_answer(pair):
    made, plan = pair
    for by in (made.phases[0], made.phases[-1]):
        assert by_report(plan, by) == made.counted(by)
        for said in (verdict(made, by), made.became(by)):
            assert said in to_markdown(make_report(plan, by=by, lang="en"))
        *listed, sums = hectares_in_report(plan, by)
        written = [[*hectares, sum(hectares)] for *_, hectares in made.clusters]
        assert listed == [pytest.approx(row) for row in written]
        assert sums == pytest.approx([sum(column) for column in zip(*written, strict=True)], abs=1e-6)


def test_the_audit_has_the_librarys_answer(pair):
    """Every district's hectares by every horizon are stated, and so is the rule."""
    made, plan = pair
    found = bk_gis.audit(plan, lang="en")
    stated = found[found["clause"] == "h"]
    assert len(stated) == len(made.phases) * len(made.districts or ())
    assert set(stated["verdict"]) <= {"agrees"}
    expected = ["differs" if made.missing(made.phases[-1]) else "agrees"] if made.rule else []
    assert found.loc[found["clause"] == "1", "verdict"].tolist() == expected


@pytest.mark.costly
def test_the_sheet_has_the_librarys_answer(pair, tmp_path):
    made, plan = pair
    for by in (made.phases[0], made.phases[-1]):
        bk_gis.print_map(plan, tmp_path / "map.pdf", by=by, lang="en")
        early = made.rule and by < made.phases[-1]  # of which year the rule is
        lines = PdfReader(tmp_path / "map.pdf").pages[0].extract_text().splitlines()
        said_of_year = verdict(made, by)
        if early:
            said_of_year = re.sub(r"^(?:NO|YES): by (\d+),", r"As of \1:", said_of_year)
        for said in (said_of_year, made.became(by)):
            assert "".join(said.split()) in "".join("".join(lines).split())
        units = made.districts or made.regions
        if not units:  # each cluster stands with its place, and communes without one in the verdict
            for i, (name, place, _, hectares) in enumerate(made.clusters, start=1):
                so_far = sum(ha for ha, end in zip(hectares, made.phases, strict=True) if end <= by)
                rows = [line for line in lines if line.startswith(f"{i}. {name} · {place}")]
                assert [row.rpartition(" ")[2] for row in rows] == [number(so_far, "en")] * (so_far > 0)
        for name, (clusters, hectares) in made.counted(by).items() if units else ():
            row = next(line for line in lines if re.match(rf"{name}\b.*(?:\d|–)$", line))
            assert row.endswith(number(hectares, "en", digits=2) if clusters else "–"), row
        assert lines[-1].endswith(number(made.whole(by)[1], "en", digits=2))


@pytest.mark.costly
def test_every_export_has_the_librarys_answer(pair, tmp_path):
    made, plan = pair
    for by in (made.phases[0], made.phases[-1]):
        for ending in FORMATS:
            bk_gis.export(plan, tmp_path / f"out{ending}", by=by, lang="en")
            table = exported(tmp_path / f"out{ending}")
            assert (len(table), round(table["ha"].sum(), 6)) == made.whole(by), ending
            if made.statuses:
                known = sorted(status or "unknown" for status, _ in made.known(by))
                assert sorted(table["status"]) == known, ending
            if made.districts:
                there = {name: counted for name, counted in made.counted(by).items() if counted[0]}
                groups = table.groupby("district")["ha"]
                assert {name: (len(ha), round(ha.sum(), 6)) for name, ha in groups} == there, ending
        for layer in ("districts",) if made.districts else ():
            found = gpd.read_file(tmp_path / "out.gpkg", layer=layer)
            rows = zip(found["district"], found["clusters"], found["ha"], strict=True)
            assert {name: (clusters, ha) for name, clusters, ha in rows} == made.counted(by)


def exported(path):
    """Clusters of an export, with `ha` and, where there are districts, `district`."""
    if path.suffix == ".csv":
        return pd.read_csv(path)
    if path.suffix == ".xlsx":
        return pd.read_excel(path, engine="openpyxl")
    if path.suffix == ".parquet":
        return gpd.read_parquet(path)
    if path.suffix in (".kml", ".kmz"):
        return of_kml(zipfile.ZipFile(path).read("doc.kml") if path.suffix == ".kmz" else path.read_bytes())
    return gpd.read_file(path, **({"layer": "clusters"} if path.suffix == ".gpkg" else {}))


def of_kml(text):
    name = "{http://www.opengis.net/kml/2.2}"
    marks = [
        {data.get("name"): data.findtext(f"{name}value") for data in mark.iter(f"{name}Data")}
        for mark in ET.fromstring(text).iter(f"{name}Placemark")  # noqa: S314 - our own file
    ]
    return pd.DataFrame([mark for mark in marks if "founded" in mark]).astype({"ha": float})


@pytest.mark.costly
@given(made=made_plans())
@settings(max_examples=20)
def test_any_plan_has_one_answer(made, tmp_path_factory):
    plan = bk_gis.load_plan(made.write(tmp_path_factory.mktemp("made") / "p"))
    found = bk_gis.audit(plan)
    assert set(found.loc[found["clause"] == "h", "verdict"]) <= {"agrees"}
    for by in made.phases:
        assert by_library(plan, by) == by_matrix(plan, by) == made.counted(by)
        assert bk_gis.check_status(plan, by=by).sentence("en") == made.became(by)
    assert by_report(plan, by) == made.counted(by)
