"""What others add to the map: each layer in a script of its own, and what of it needs the network."""

import base64
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import folium
from branca.element import Element, Figure
from folium.utilities import escape_backticks

# Addresses that a browser asks for by itself: of pictures, scripts and styles, arguments of functions,
# values by names such as iconUrl. Links that a person may follow are none of them.
_ASKED = re.compile(
    r"""(?:(?<![\w-])src(?:set)?\s*=\s*\\?["']?|<link\b[^>]*?\shref\s*=\s*\\?["']?|url\(\s*\\?["']?
    |(?:Url|\b(?:url|image))["']?\s*:\s*["'`]|[(,\[]\s*["'`])((?:https?:)?//[^\s"'`\\)<>]+)""",
    re.VERBOSE,
)
_FRAMED = re.compile(r"data:text/html[^,\"']*;base64,([\w+/=]+)")
_ID = re.compile(r"[0-9a-f]{32}")
_MARKUP = re.compile(r"<(?=!--|/?script)", re.IGNORECASE)
_PIECES = ("header", "html", "script")


class Piece(NamedTuple):
    """What an element puts into the page: where, under which name, and the text."""

    place: str
    name: str
    text: str


@dataclass
class Added:
    """A layer, a plugin or whatever else was added, with its pieces of the page and what made them."""

    element: Element
    pieces: list[Piece]
    below: list[Element]

    @property
    def layer(self) -> tuple[str, str] | None:
        """Name in the layer control, and variable."""
        layer = self.element
        if not isinstance(layer, folium.map.Layer) or not layer.control:
            return None
        return _layer_name(layer) or type(layer).__name__, layer.get_name()

    def asks(self) -> dict[str, str]:
        """Name what of it needs the network, by class and layer, with the first address of each."""
        asked: dict[str, str] = {}
        owner = self.element
        for piece in self.pieces:  # a file of a name that nobody claims belongs to what wrote before it
            owner = self._maker(piece) or owner
            of = _layer_name(owner) or _layer_name(self.element)
            kind = type(owner).__name__
            for url in _addresses(piece.text):
                asked.setdefault(f"{kind} '{of}'" if of else kind, url)
        return asked

    def script(self) -> str:
        """Its own script: no text of it ends the element, nor runs as a part of a popup."""
        return "\n".join(self._inert(piece) for piece in self.pieces if piece.place == "script")

    def _inert(self, piece: Piece) -> str:
        text = _MARKUP.sub(r"\\x3C", piece.text)
        maker = self._maker(piece)
        if isinstance(maker, folium.Popup | folium.Tooltip):  # folium puts what they say into a template
            text = text.replace("${", r"\${")
        if isinstance(maker, folium.Tooltip):
            first, last = text.find("`") + 1, text.rfind("`")
            text = text[:first] + escape_backticks(text[first:last]) + text[last:]
        return text

    def _maker(self, piece: Piece) -> Element | None:
        return next((one for one in self.below if piece.name in _names(one)), None)


def added_to(page: Figure, drawn: folium.Map, **kwargs: Any) -> list[Added]:
    """Render one by one what was added to the map and to its page; the elements stay as they were."""
    places = {name: getattr(page, name) for name in _PIECES}
    kept = [(one, one._children.copy()) for one in (*walk(page), *places.values())]
    tops = [child for child in page._children.values() if child is not drawn] + [*drawn._children.values()]
    added = [  # what was put into the page itself
        Added(one, [Piece(place, name, str(one.render(**kwargs)))], [one])
        for place, box in places.items()
        for name, one in box._children.items()
    ]
    for box in places.values():
        box._children = OrderedDict()
    for top in tops:
        top.render(**kwargs)
        added.append(Added(top, _taken(places, **kwargs), list(walk(top))))
    for one, children in kept:  # folium's layers put children into themselves
        one._children = children
    return [one for one in added if one.pieces]


def _taken(places: dict[str, Element], **kwargs: Any) -> list[Piece]:
    """Take the pieces out of the page again."""
    pieces = [
        Piece(place, name, str(one.render(**kwargs)))
        for place, box in places.items()
        for name, one in box._children.items()
    ]
    for box in places.values():
        box._children = OrderedDict()
    return pieces


def markup(added: list[Added]) -> str:
    """Write each in elements of its own, so that one that fails takes no other with it; files once."""
    parts: dict[str, None] = {}
    for one in added:
        parts.update({piece.text: None for piece in one.pieces if piece.place != "script"})
        if script := one.script():
            parts[f"<script>{script}</script>"] = None
    return "\n".join(parts)


def numbered(text: str, page: Figure, drawn: folium.Map, added: list[Added]) -> str:
    """Give every random id the number of its place: same map, same bytes."""
    known = {held._id for each in added for one in each.below for held in _held(one)}
    numbers = {page._id: "0", drawn._id: "1"}

    def number(match: re.Match[str]) -> str:
        if match[0] in known:
            numbers.setdefault(match[0], str(len(numbers)))
        return numbers.get(match[0], match[0])

    return _ID.sub(number, text)


def walk(element: Element) -> Iterator[Element]:
    """Go through an element and all that is below it."""
    yield element
    boxes = [element, element.html, element.script] if isinstance(element, folium.Popup) else [element]
    for box in boxes:
        for child in box._children.values():
            yield from walk(child)


def _held(element: Element) -> Iterator[Element]:
    """Elements that an element knows, itself among them; some are never put on a map."""
    yield element
    for value in vars(element).values():
        yield from (
            one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Element)
        )


def _names(element: Element) -> Iterator[str]:
    """Names of the pieces that an element makes."""
    yield element.get_name()
    for name, _ in (*getattr(element, "default_js", ()), *getattr(element, "default_css", ())):
        yield name


def _layer_name(element: Element) -> str | None:
    """Name that somebody has given to a layer; folium's own is a random one."""
    name = getattr(element, "layer_name", None)
    return None if name is None or str(name).endswith(f"_{element._id}") else str(name)


def _addresses(text: str) -> Iterator[str]:
    text = text.replace(r"\u003c", "<").replace(r"\u0022", '"').replace(r"\/", "/")
    yield from (match[1] for match in _ASKED.finditer(text))
    for match in _FRAMED.finditer(text):  # the page of a frame is in its address
        yield from _addresses(base64.b64decode(match[1]).decode(errors="replace"))
