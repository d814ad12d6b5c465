"""A cluster's symbol as a small picture: the founding disc in its rings, for Google Earth."""

import struct
import zlib
from collections.abc import Sequence

import numpy as np

from bk_gis.maps.symbols import ring_radii

SIDE = 96  # pixels


def ring_png(hectares: Sequence[float], colours: Sequence[str]) -> bytes:
    """
    Draw rings that fill a square of `SIDE` pixels; each one's painted area is proportional to its hectares.

    `hectares` and `colours` (#RRGGBB) are those of the phases, in order. What is outside is clear.
    """
    middle = (SIDE - 1) / 2
    rows, columns = np.indices((SIDE, SIDE))
    distance = np.hypot(rows - middle, columns - middle)
    painted = [(size, colour) for size, colour in zip(hectares, colours, strict=True) if size > 0]
    radii = ring_radii([size for size, _ in painted], 1.0)
    picture = np.zeros((SIDE, SIDE, 4))
    for i, (_, colour) in reversed(list(enumerate(painted))):
        radius = radii[i] / radii[-1] * SIDE / 2
        cover = np.clip(radius - distance + 0.5, 0, 1)[..., None]  # of a pixel, at an edge
        paint = np.array([*bytes.fromhex(colour[1:]), 255.0])
        alpha = cover + picture[..., 3:] / 255 * (1 - cover)
        mixed = paint[:3] * cover + picture[..., :3] * picture[..., 3:] / 255 * (1 - cover)
        picture = np.concatenate([mixed / np.maximum(alpha, 1e-9), alpha * 255], axis=2)
    return _png(np.round(picture).astype(np.uint8))


def _png(picture: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> bytes:
    """Pack red, green, blue and opacity as PNG: https://www.w3.org/TR/png-3/."""
    height, width, _ = picture.shape
    lines = b"".join(b"\0" + line.tobytes() for line in picture)
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
