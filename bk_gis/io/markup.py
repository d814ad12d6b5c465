"""Write XML as text."""

import re
import xml.etree.ElementTree as ET

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # w3.org/TR/xml, Char


def xml_text(root: ET.Element) -> str:
    """Write XML as text; what XML cannot hold, however it is escaped, becomes a sign that says so."""
    ET.indent(root, " ")
    return _NO_XML.sub("\ufffd", ET.tostring(root, encoding="unicode"))
