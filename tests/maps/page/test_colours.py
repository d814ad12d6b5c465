"""
The phases' colours are told apart, by everyone and on paper without colour.

Simulated with the matrices of severity 1.0 in G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
Visualization and Computer Graphics 15(6), 2009; they work on linear RGB.
"""

from itertools import combinations

import numpy as np
import pytest

from bk_gis.maps.page.data import TINTS

SIGHT = {
    "full": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# sRGB to CIE XYZ, IEC 61966-2-1; the white is D65.
TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]],
)

# A difference in CIE Lab of about 2.3 is just noticeable side by side. Symbols that lie apart on a map and
# are looked up in a legend need a multiple of that: ten times.
APART = 23
# On a grey print a reader tells some six steps between black and paper: 100 / 6.
APART_IN_GREY = 16


def linear(colour):
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / TO_XYZ.sum(axis=1)
    x, y, z = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def differences(colours, matrix):
    seen = [lab(np.array(matrix) @ linear(colour)) for colour in colours]
    return {pair: float(np.linalg.norm(seen[pair[0]] - seen[pair[1]])) for pair in pairs(colours)}


def pairs(colours):
    return list(combinations(range(len(colours)), 2))


def test_the_conversion_knows_white_and_grey():
    assert lab(linear("#ffffff")) == pytest.approx([100, 0, 0], abs=0.01)
    assert lab(linear("#777777")) == pytest.approx([50.0, 0, 0], abs=0.1)


@pytest.mark.parametrize("sight", SIGHT)
def test_phases_are_told_apart(plan, sight):
    found = differences([phase.colour for phase in plan.phases], SIGHT[sight])
    assert min(found.values()) >= APART, found


@pytest.mark.parametrize("sight", SIGHT)
def test_every_phase_stands_out_from_every_subregion(plan, sight):
    for phase in plan.phases:
        found = differences([phase.colour, *TINTS], SIGHT[sight])
        assert min(value for pair, value in found.items() if pair[0] == 0) >= APART, phase.id


def test_phases_are_told_apart_in_grey(plan):
    lightness = [lab(linear(phase.colour))[0] for phase in plan.phases]
    for a, b in pairs(lightness):
        assert abs(lightness[a] - lightness[b]) >= APART_IN_GREY, lightness
