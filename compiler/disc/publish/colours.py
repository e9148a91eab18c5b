"""The colours that a site sets: whether they can be read on the theme's grounds, and as a style sheet.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). A site names a colour for light ground;
that for dark ground is the same one, mixed with white until it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal
from functools import cache

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.core.number import add, divide, multiply, round_half_up
from disc.publish.site import Site

COLOUR_CONTRAST = Rule(
    "colour-contrast",
    Level.ERROR,
    Words("颜色与背景的反差不够", "A colour cannot be read on its ground"),
    Words(
        "{colour} 在背景 {ground} 上的反差是 {contrast}:1，看不清",
        "{colour} on {ground} has a contrast of {contrast}:1",
    ),
    Words(
        "换一个更深的颜色：正文大小的文字至少要 {least}:1（WCAG 2 AA）",
        "Take a darker one: WCAG 2 AA asks for {least}:1 at least",
    ),
)

FILE = "static/colours.css"
"""The style sheet with the site's own colours."""

TOKENS = "static/tokens.css"
"""The style sheet that has the grounds."""

TOKEN = {"accent": ("--accent",), "link": ("--link", "--focus")}
"""The custom properties that each colour of the settings is."""

_LEAST = Decimal("4.5")
_MIDDLE = Decimal("0.18")  # As far from black as from white.
_GROUND = re.compile(r"--(?:ground|paper|tint):\s*(#[0-9a-fA-F]{6})\b")
_WEIGHTS = (Decimal("0.2126"), Decimal("0.7152"), Decimal("0.0722"))  # Of red, green and blue.
_CONTEXT = Context(prec=30)
_WHITE = 255
_STEPS = 32


def grounds(tokens: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the light and the dark grounds of a theme, as its tokens name them."""
    found = sorted(set(_GROUND.findall(tokens)))
    light = tuple(colour for colour in found if luminance(colour) > _MIDDLE)
    return light, tuple(colour for colour in found if colour not in light)


def wrong_colours(site: Site, light: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a finding for each colour that cannot be read on a light ground: for its worst one."""
    for name, colour in site.colours.items():
        ground = min(light, key=lambda ground: contrast(colour, ground), default=colour)
        reached = contrast(colour, ground)
        if reached < _LEAST and ground != colour:
            shown = round_half_up(reached, 2)
            place = site.places[f"colours.{name}"]
            yield COLOUR_CONTRAST.at(place, colour=colour, ground=ground, contrast=shown, least=_LEAST)


def style_sheet(colours: Mapping[str, str], dark: Iterable[str]) -> str:
    """Return the style sheet that puts a site's colours in the place of the theme's."""
    lightened = {name: for_dark(colour, tuple(dark)) for name, colour in colours.items()}
    return (
        "/* The colours of site.yaml. */\n\n"
        f":root {{\n{_declarations(colours, '  ')}}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{_declarations(lightened, '    ')}  }}\n}}\n"
    )


def _declarations(colours: Mapping[str, str], indent: str) -> str:
    return "".join(f"{indent}{token}: {colour};\n" for name, colour in colours.items() for token in TOKEN[name])


def for_dark(colour: str, dark: tuple[str, ...]) -> str:
    """Return a colour mixed with as little white as makes it readable on every dark ground."""
    for step in range(_STEPS):
        mixed = "#" + "".join(f"{c + (_WHITE - c) * step // _STEPS:02x}" for c in _channels(colour))
        if all(contrast(mixed, ground) >= _LEAST for ground in dark):
            return mixed
    return "#ffffff"


def contrast(one: str, other: str) -> Decimal:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    flare = Decimal("0.05")
    return divide(add(lighter, flare), add(darker, flare))


@cache
def luminance(colour: str) -> Decimal:
    """Return the relative luminance of a colour (#8c2a24), from 0 to 1."""
    return add(*map(multiply, map(_linear, _channels(colour)), _WEIGHTS))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> Decimal:
    share = divide(Decimal(channel), Decimal(_WHITE))
    if share <= Decimal("0.04045"):
        return divide(share, Decimal("12.92"))
    return _CONTEXT.power(divide(add(share, Decimal("0.055")), Decimal("1.055")), Decimal("2.4"))
