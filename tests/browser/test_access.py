"""Usable by everyone: WCAG 2.2 AA by axe-core, targets for a finger, no motion where none is wanted."""

import re

import pytest
from access import violations
from meeting import PHONE, ROOM

LEAST_TARGET = 24  # pixels, WCAG 2.2, success criterion 2.5.8


@pytest.mark.parametrize("size", [ROOM, PHONE], ids=["projector", "phone"])
def test_axe_finds_nothing_wrong(meeting, draw, size):
    room = meeting(draw(), size=size)
    assert violations(room) == []
    room.set(by=2015)  # with a verdict that says no
    assert violations(room) == []
    room.page.get_by_text("Lớp bản đồ").click()
    room.page.get_by_role("button", name="Huyện Ba Bể").click()
    assert violations(room) == []


@pytest.mark.parametrize("size", [ROOM, PHONE], ids=["projector", "phone"])
def test_axe_finds_nothing_wrong_with_what_opens(meeting, draw, size):
    room = meeting(draw(lang="en"), size=size, view="#cluster=1")
    room.page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.leaflet-popup')).opacity === '1'"
    )
    assert violations(room) == []
    room.page.get_by_role("combobox").fill("cam")
    assert violations(room) == []
    room.page.get_by_role("button", name="Data table").click()
    assert violations(room) == []


TARGETS = """() => {
  const targets = document.querySelectorAll("button, input, summary, select, [role=button], [role=option]");
  return [...targets].map((element) => {
    const whole = element.closest("label") || element;
    const { width, height } = whole.getBoundingClientRect();
    return { what: element.outerHTML.slice(0, 120), width, height };
  }).filter(({ width, height }) => width && height);
}"""


@pytest.mark.parametrize("size", [ROOM, PHONE], ids=["projector", "phone"])
def test_targets_are_large_enough_for_a_finger(meeting, draw, size):
    room = meeting(draw(), size=size, touch=size == PHONE)
    room.page.get_by_text("Lớp bản đồ").click()
    room.page.get_by_role("combobox").fill("ban")
    targets = room.page.evaluate(TARGETS)
    assert len(targets) > 40
    small = [t for t in targets if min(t["width"], t["height"]) < LEAST_TARGET - 0.01]
    assert not small


def test_every_control_has_a_name(room):
    room.page.get_by_text("Lớp bản đồ").click()
    for role in ("button", "checkbox", "radio", "combobox"):
        for control in room.page.get_by_role(role).all():
            assert room.page.get_by_role(role, name=re.compile(r"\S")).and_(control).count() == 1


def test_everything_can_be_reached_by_tab_and_the_focus_is_seen(room):
    reached = set()
    for _ in range(70):
        room.page.keyboard.press("Tab")
        reached.add(
            room.page.evaluate(
                """() => {
                  const element = document.activeElement;
                  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
                  const label = element.closest("label");
                  const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
                  const around = label && getComputedStyle(label).outlineStyle !== "none";
                  const seen = ring || around || boxShadow !== "none" || element === document.body;
                  return `${element.tagName} ${element.type || ""} ${seen ? "seen" : "unseen"}`;
                }"""
            )
        )
    assert {what for what in reached if what.endswith("unseen")} == set()
    for what in ("BUTTON button seen", "INPUT radio seen", "INPUT search seen", "SUMMARY  seen"):
        assert what in reached


def test_with_reduced_motion_the_map_does_not_fly(room):
    room.page.get_by_role("button", name="Huyện Ba Bể").click()
    first = room.page.evaluate("bkPage.map.getZoom()")
    room.page.evaluate("new Promise((done) => setTimeout(done, 150))")
    assert room.page.evaluate("bkPage.map.getZoom()") == first
    moving = "document.getAnimations().filter((a) => a.playState === 'running').length"
    assert room.page.evaluate(moving) == 0
