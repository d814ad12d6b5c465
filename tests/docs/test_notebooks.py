"""The notebooks run from top to bottom, and are committed without what a run leaves in them."""

from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(path.name for path in FOLDER.glob("*.ipynb"))


def read(name):
    return nbformat.read(FOLDER / name, as_version=4)


@pytest.fixture
def run(execute):
    """Run a notebook in a folder; give its code cells with their outputs."""

    def run(name, folder):
        notebook = read(name)
        execute(notebook, folder)
        return [cell for cell in notebook.cells if cell.cell_type == "code"]

    return run


def printed(cells):
    return "".join(
        output.text if output.output_type == "stream" else output.get("data", {}).get("text/plain", "")
        for cell in cells
        for output in cell.outputs
    )


def test_there_is_a_notebook_for_each_use():
    assert NOTEBOOKS == ["coverage-check.ipynb", "meeting-map.ipynb", "spatial-join.ipynb"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_holds_no_trace_of_a_run(name):
    notebook = read(name)
    nbformat.validate(notebook)
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        assert cell.metadata == {}
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_headings_are_vietnamese_with_english_below(name):
    headings = [cell.source.splitlines() for cell in read(name).cells if cell.cell_type == "markdown"]
    assert headings[0][0].startswith("# ")
    for lines in headings:
        assert lines[0].lstrip("#").strip()
        assert not lines[0].isascii(), "no Vietnamese in the heading"
        assert lines[1].startswith("*")
        assert lines[1].isascii()


def test_the_meeting_map_is_drawn_with_a_layer_of_ones_own_and_saved(run, tmp_path):
    cells = run("meeting-map.ipynb", tmp_path)
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "Tuyến đi thực địa" in page or "Tuy\\u1ebfn \\u0111i th\\u1ef1c \\u0111\\u1ecba" in page
    assert any("text/html" in output.get("data", {}) for output in cells[-1].outputs)
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_the_spatial_join_keeps_every_row_and_says_what_became_of_it(run, tmp_path):
    cells = run("spatial-join.ipynb", tmp_path)
    text = printed(cells)
    for method in ("within", "differs", "outside", "between", "correction", "unknown"):
        assert method in text
    assert list(tmp_path.iterdir()) == []
    assert all(output.get("name") != "stderr" for cell in cells for output in cell.outputs)


def test_the_coverage_check_names_the_two_districts_without_a_cluster_by_2015(run, tmp_path):
    cells = run("coverage-check.ipynb", tmp_path)
    text = printed(cells)
    assert "ĐẠT: đến năm 2020, 8/8 huyện, thị xã có cụm công nghiệp." in text
    assert "['Huyện Ba Bể', 'Huyện Pác Nặm']" in text
    assert all(output.get("name") != "stderr" for cell in cells for output in cell.outputs)
