"""XML as text can be read back, whatever the text of data holds."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from bk_gis.io.writing import xml_text

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def element(text):
    root = ET.Element("a")
    ET.SubElement(root, "b", {"c": text}).text = f"x{text}x"
    return root


@given(TEXT)
def test_any_text_makes_xml_that_parsers_read(text):
    read = ET.fromstring(xml_text(element(text)))  # noqa: S314 - our own
    assert len(read.find("b").text) >= 2


@given(st.text("abcđễ<>&\"' ", max_size=20))
def test_what_xml_can_hold_comes_back(text):
    read = ET.fromstring(xml_text(element(text))).find("b")  # noqa: S314 - our own
    assert (read.text, read.get("c")) == (f"x{text}x", text)


def test_what_it_cannot_hold_leaves_a_sign():
    assert "x\ufffdx" in xml_text(element("\x00"))
