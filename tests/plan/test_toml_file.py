"""Faults of plan.toml are located, with what is meant, and hide no others."""

import shutil
from pathlib import Path

import pytest
from failures import english, raises
from invented import write_plan

import bk_gis

FIXTURES = Path(__file__).parents[1] / "fixtures"


PHASE_2 = 'id = "2016-2020"\nstart = 2016\nend = 2020'


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        (
            PHASE_2,
            PHASE_2.replace("start = 2016", "start = 2015"),
            "phases",
            "'2016-2020' begins in 2015, but",
        ),
        (
            PHASE_2,
            PHASE_2.replace("start = 2016", "start = 2021"),
            "phases",
            "ends in 2020, before it begins",
        ),
        ('colour = "#F0A800"', 'colour = "orange"', "phases[2].colour", "'orange'; expected colour"),
        ("end = 2020", 'end = "soon"', "phases[2].end", "'soon'; expected a whole number"),
        ("end = 2020", "end = 2020.5", "phases[2].end", "cannot be 2020.5; expected a whole"),
        ("end = 2020\n", "", "phases[2].end", "is missing; expected"),
        ("end = 2020\n", "end = 2020\nwidth = 3\n", "phases[2].width", "is not known here; expected"),
        ('["Huyện Na Rì"]', "[]", "subregions[2].districts", "is empty; expected at least one"),
        (
            '["Huyện Na Rì"]',
            '["Huyện Na Rì", "Huyện Ba Bể"]',
            "subregions.districts",
            "'Huyện Ba Bể' is there 2",
        ),
        (
            '["Huyện Na Rì"]',
            '["Huyện Na Rì", "Huyện X"]',
            "subregions.districts",
            "'Huyện X' is no district of",
        ),
        (
            ', "Huyện Ngân Sơn"]',
            "]",
            "subregions.districts",
            'in no sub-region, by communes.geojson: "Huyện Ngân Sơn"',
        ),
        ('id = "east"', 'id = "west"', "subregions.id", "'west' is there 2 times; expected once"),
        ('phase = "2016-2020"', 'phase = "2016"', "targets[3].phase", "'2016' .clause 5.2.b. is no phase of"),
        (
            'subregion = "west"',
            'subregion = "far"',
            "targets[13].subregion",
            "is no subregion.*expected one of",
        ),
        (
            'district = "Huyện Na Rì"',
            'district = "Na Ri"',
            "targets[34].district",
            "is no district.*expected one",
        ),
        (
            "[32.7, 20, 24]",
            "[32.7, 20]",
            "targets[29].hectares_by_phase",
            "has 2 figures; expected one for each",
        ),
        ("hectares = 164.44", "hectares = -164.44", "targets[2].hectares", "expected 0 or more"),
        ("hectares = 164.44", "hectares = nan", "targets[2].hectares", "ordinary number"),
        ("new = 7", 'new = "seven"', "targets[2].new", "cannot be 'seven'; expected a whole"),
        ("date = 2014-02-25", 'date = "in spring"', "decision.date", "'in spring'; expected a date"),
        ("[decision]", "[decree]", "decision", "is missing"),
    ],
)
def test_a_fault_of_plan_toml_is_located(folder, old, new, column, words):
    folder.replace("plan.toml", old, new)
    problems = [p for p in folder.problems() if p.column == column]
    assert [p.file for p in problems] == ["plan.toml"]
    assert "\n" not in english(problems[0].message)
    with raises(bk_gis.InputError, match=words):
        bk_gis.load_plan(folder.path)


def test_two_phases_of_one_id_are_refused_whatever_their_hyphen(folder):
    """Both would have the column ha_2011_2015."""
    folder.replace("plan.toml", 'id = "2016-2020"', 'id = "2011_2015"')
    assert "plan.toml, column phases.id: '2011-2015' is there 2 times; expected once" in map(
        english, folder.problems()
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[title\nvi = 3", "is not readable TOML: "),
        (b"title = 'a'\ntitle = 'b'", "is not readable TOML: "),
        (b"title = 'a\0b'", "is not readable TOML: "),
        ("[title]\nvi = 'Bắc Kạn'".encode("utf-16"), "is not UTF-8"),
        ("# Bắc Kạn".encode("cp1258", "replace") + b"\xff", "is not UTF-8"),
    ],
)
def test_broken_toml_is_one_problem(folder, content, words):
    (folder / "plan.toml").write_bytes(content)
    problem = folder.problem()
    assert problem.file == "plan.toml"
    assert english(problem.message).startswith(words)


def test_without_a_readable_plan_toml_the_other_files_are_checked_as_far_as_can_be_known(folder):
    """It may have named another file of communes, so that communes.geojson is let alone."""
    (folder / "plan.toml").write_text("[")
    folder.replace("clusters.csv", "\n4,", "\n1,")
    folder.edit_communes(lambda features: features.append(features[0]))
    assert {p.file for p in folder.problems()} == {"plan.toml", "clusters.csv"}


def test_without_a_readable_plan_toml_nobody_is_asked_for_districts(tmp_path):
    """Only the communes say whether there are any."""
    write_plan(tmp_path / "plan", phases=[2030], clusters=[("A", "Một", None, [10])], districts=())
    (tmp_path / "plan" / "plan.toml").write_text("[")
    with raises(bk_gis.InputError) as failure:
        bk_gis.load_plan(tmp_path / "plan")
    assert [problem.file for problem in failure.value.problems] == ["plan.toml"]


def test_a_faulty_value_of_plan_toml_does_not_hide_the_faults_of_the_communes(folder):
    folder.replace("plan.toml", 'colour = "#F0A800"', 'colour = "tím"')
    folder.edit_communes(lambda features: features[3].update(geometry=None))
    assert [(p.file, p.row) for p in folder.problems()] == [("plan.toml", None), ("communes.geojson", 4)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("date = 2014-02-25", "date = 25/02/2014", "date = 25/02/2014; expected a date as year-month-day"),
        ('[title]\nvi = "', "[title]\nvi = “", "; expected straight quotes"),
        ("hectares = 164.44", "hectares = 164,44", "164,44; expected a decimal point, and no mark"),
        ("hectares = 164.44", "hectares = 1.164,4", "1.164,4; expected a decimal point, and no mark"),
        ("hectares = 164.44", "jobs = 1.234.567", "1.234.567; expected a decimal point, and no mark"),
    ],
)
def test_a_mistyped_line_of_plan_toml_is_shown_with_what_is_meant(folder, old, new, words):
    folder.replace("plan.toml", old, new)
    problem = folder.problem()
    assert english(problem.message).startswith("is not readable TOML: ")
    assert words in english(problem.message)


def test_a_mistyped_plan_toml_brings_in_no_faults_of_the_default_communes(folder):
    """The communes are in a file of their own; communes.geojson is the sample that was left there."""
    (folder / "communes.geojson").rename(folder / "xa.geojson")
    shutil.copy(FIXTURES / "province" / "ranh_gioi.geojson", folder / "communes.geojson")
    folder.replace("plan.toml", "[[phases]]", '[communes]\nfile = "xa.geojson"\n\n[[phases]]')
    bk_gis.load_plan(folder.path)
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    for old, new in [("2014-02-25", "25/02/2014"), ("[communes]", "[comunes]"), ("[title]", "[tittle]")]:
        (folder / "plan.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
        assert {p.file for p in folder.problems()} == {"plan.toml"}


def test_a_section_of_plan_toml_that_is_not_known_hides_none_of_the_others(folder):
    """Where it names the communes, they are read."""
    (folder / "communes.geojson").rename(folder / "xa.geojson")
    folder.replace("plan.toml", "[title]", '[communes]\nfile = "xa.geojson"\n\n[tittle]')
    folder.replace("clusters.csv", "Huyện Na Rì,15", "Huyện Na Ry,15")
    found = [(p.file, p.column) for p in folder.problems()]
    assert found == [("plan.toml", "title"), ("plan.toml", "tittle"), ("clusters.csv", "district")]
    with raises(bk_gis.InputError, match=r"'Huyện Na Ry' is no district of xa\.geojson; expected"):
        bk_gis.load_plan(folder.path)


def test_a_faulty_value_of_plan_toml_does_not_hide_the_faults_of_the_clusters(folder):
    folder.replace("plan.toml", 'colour = "#F0A800"', 'colour = "tím"')
    folder.replace("clusters.csv", "ha_2021_2025", "ha_2021_25")
    folder.replace("clusters.csv", "Huyện Na Rì,15,,", "Huyện Na Ry,15 ha,,")
    found = [(problem.file, problem.row, problem.column) for problem in folder.problems()]
    assert ("plan.toml", None, "phases[2].colour") in found
    assert ("clusters.csv", 1, "ha_2021_2025") in found
    assert ("clusters.csv", 16, "district") in found
    assert ("clusters.csv", 16, "ha_2011_2015") in found


@pytest.mark.parametrize("line", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = " + "{a=" * 5000])
def test_brackets_and_numbers_without_end_are_a_fault_of_the_file(folder, line):
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(f"{line}\n{text}", encoding="utf-8")
    assert (folder.problem().file, folder.problem().row) == ("plan.toml", None)


@pytest.mark.parametrize("encoding", ["zlib", "rot13", "hex", "idna", "punycode", "undefined", "no such"])
def test_an_encoding_has_to_be_one_of_text(folder, encoding):
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[communes]\nencoding = "{encoding}"\n')
    assert folder.problem().column == "communes.encoding"


@pytest.mark.parametrize("crs", ['LOCAL_CS["site",UNIT["metre",1]]', "EPSG:4978", "EPSG:5703"])
def test_a_crs_has_to_be_one_of_a_map(folder, crs):
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[communes]\ncrs = '{crs}'\n")
    assert folder.problem().column == "communes.crs"
