"""Whatever the layout of an annex, read-annex gives back what it was made from, or asks how it is meant."""

from contextlib import suppress

import pytest
from annex_files import write_csv, write_docx, write_ods, write_txt, write_xlsx
from failures import english
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_annexes import LEAVING, annexes

from bk_gis.errors import InputError
from bk_gis.plan.annex.reading import Annex, read_annex

here = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
fewer = settings(here, max_examples=settings.default.max_examples // 4)  # office files take their time


def read(made, path) -> Annex:
    """Read as it is; where it is not certain what the columns say, that has to be asked, not guessed."""
    asked = None
    with suppress(InputError):
        try:
            return read_annex(path, phases=made.phases)
        except InputError as error:
            asked = english(error)
            raise
    assert "say --increments or --cumulative" in asked, asked
    return read_annex(path, phases=made.phases, measure="cumulative" if made.cumulative else "increments")


def gives_back(made, path):
    annex = read(made, path)
    stated = [name for name in annex.clusters if name not in ("id", "name")]
    assert list(annex.clusters[stated].itertuples(index=False, name=None)) == made.expected
    assert annex.clusters["id"].is_unique
    assert annex.mismatches == ()
    left = len(made.clusters) - len(made.expected)
    assert sum("group that" in english(problem) for problem in annex.skipped) == left


@pytest.mark.costly
@here
@given(annexes())
def test_text_with_tabs(tmp_path, made):
    write_txt(made, tmp_path / "a.txt")
    gives_back(made, tmp_path / "a.txt")


JUNK = (
    *("", "x", "-", "7", "TT", "I", "A", "1", "Tổng", "Cộng", "Tổng cộng", "Ghi chú", "Trong đó", "rút"),
    *("Huyện Na Rì", "Xã B", "II. Huyện Na Rì", "Mở rộng"),
)


@pytest.mark.costly
@here
@given(annexes(), st.data())
def test_no_hectares_are_lost_in_silence_whatever_a_cell_holds(tmp_path, made, data):
    """A number, a name or a place becomes anything: a row is a cluster, or refused, or the sums differ."""
    names = {one.name for one in made.clusters}
    row = data.draw(st.sampled_from([row for row in made.rows if row[1] in names]))
    row[data.draw(st.integers(0, 2))] = data.draw(st.sampled_from(JUNK))
    write_txt(made, tmp_path / "a.txt")
    with suppress(InputError):
        measure = "cumulative" if made.cumulative else "increments"
        annex = read_annex(tmp_path / "a.txt", phases=made.phases, measure=measure)
        columns = annex.clusters.filter(like="ha_").replace("", "0").astype(float)
        staying = sum(sum(one.added) for one in made.clusters if one.change not in LEAVING) / 100
        assert annex.mismatches or abs(columns.to_numpy().sum() - staying) < 0.005


@pytest.mark.costly
@here
@given(annexes().filter(lambda made: made.stated), st.data())
def test_a_wrong_subtotal_is_named_and_the_clusters_are_there(tmp_path, made, data):
    spoilt = data.draw(st.sampled_from(range(len(made.stated))))
    made.spoil(made.stated[spoilt])
    write_csv(made, tmp_path / "a.csv")
    annex = read(made, tmp_path / "a.csv")
    stated = [name for name in annex.clusters if name not in ("id", "name")]
    assert list(annex.clusters[stated].itertuples(index=False, name=None)) == made.expected
    row = next(i for i, row in enumerate(made.rows, 1) if row is made.stated[spoilt])
    assert {problem.row for problem in annex.mismatches} == {row}


@here
@given(annexes())
def test_text_with_torn_lines(tmp_path, made):
    write_txt(made, tmp_path / "a.txt", torn=True)
    gives_back(made, tmp_path / "a.txt")


@pytest.mark.costly
@here
@given(annexes())
def test_csv(tmp_path, made):
    write_csv(made, tmp_path / "a.csv")
    gives_back(made, tmp_path / "a.csv")


@pytest.mark.costly
@fewer
@given(annexes())
def test_excel(tmp_path, made):
    write_xlsx(made, tmp_path / "a.xlsx")
    gives_back(made, tmp_path / "a.xlsx")


@fewer
@given(annexes())
def test_opendocument(tmp_path, made):
    write_ods(made, tmp_path / "a.ods")
    gives_back(made, tmp_path / "a.ods")


@pytest.mark.costly
@fewer
@given(annexes(), st.booleans())
def test_word(tmp_path, made, automatic):
    write_docx(made, tmp_path / "a.docx", automatic=automatic)
    gives_back(made, tmp_path / "a.docx")
