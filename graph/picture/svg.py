"""A drawing as SVG: the same places as on the page, with a title and a description, the same bytes each time. Pure."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from graph.drawable import UNWRITABLE
from graph.picture.bundles import Bundle, Crowd, counted
from graph.picture.drawing import Drawing
from graph.picture.layout import Place

COLOURS = {
    "Person": "#1766ad",
    "Council": "#b6470c",
    "Trust": "#0b7a5c",
    "Organisation": "#6554a8",
    "Inspection": "#946d00",
    "Direction": "#ad2468",
    "Role": "#56616c",
}
OUTLINES = {
    "Council": "M-14-14h28v28h-28z",
    "Trust": "M0-18l18 18-18 18-18-18z",
    "Organisation": "M-9-16h18l9 16-9 16h-18l-9-16z",
    "Inspection": "M0-20l5 14h15l-12 9 4.500 15L0 9l-12.500 9 4.500-15-12-9h15z",
    "Direction": "M-17-13h34l-17 28z",
    "Role": "M-17 13h34l-17-28z",
}
CIRCLE = "M-16 0a16 16 0 1 0 32 0a16 16 0 1 0-32 0z"
MARGIN, STRETCH, LONGEST, LABELLED = 120.0, 1.4, 30, 24
"""Room at the sides, how much wider it is than the layout, letters of a name, and up to how many lines are named."""


def svg(drawn: Drawing, title: str) -> str:
    """The drawing as one SVG element of its own, crowds folded; safe inside HTML too."""
    folded = drawn.folded
    names = {node.id: (node.label, node.name) for node in drawn.part.nodes if node.id not in folded}
    names |= {crowd.id: (crowd.label, crowd.name) for crowd in drawn.crowds}
    at = {each: (drawn.places[each][0] * STRETCH, drawn.places[each][1]) for each in names}
    bundles = [each for each in drawn.bundles if each.source in at and each.target in at]
    lines = [_line(each, at, labelled=len(bundles) <= LABELLED) for each in bundles]
    lines += [_to_crowd(crowd, at) for crowd in drawn.crowds]
    shapes = [_shape(identity, *told, at[identity]) for identity, told in names.items()]
    return f"{_head(drawn, title, at)}<g>{''.join(lines)}</g><g>{''.join(shapes)}</g></svg>\n"


def _head(drawn: Drawing, title: str, at: dict[str, Place]) -> str:
    xs, ys = [x for x, _ in at.values()] or [0.0], [y for _, y in at.values()] or [0.0]
    box = min(xs) - MARGIN, min(ys) - MARGIN, max(xs) - min(xs) + 2 * MARGIN, max(ys) - min(ys) + 2 * MARGIN
    count = counted(len(drawn.part.edges), "relation") if drawn.part.edges else "no relation"
    told = f"A network of {len(drawn.part.nodes)} people, bodies and events with {count} between them."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="svg-title svg-desc" '
        f'viewBox="{" ".join(_short(each) for each in box)}" font-family="system-ui, sans-serif" font-size="15" '
        f'text-anchor="middle" fill="#1b1f24"><title id="svg-title">{_text(title)}</title>'
        f'<desc id="svg-desc">{told}</desc>'
    )


def _line(bundle: Bundle, at: dict[str, Place], *, labelled: bool) -> str:
    (x1, y1), (x2, y2) = at[bundle.source], at[bundle.target]
    captions = "; ".join(edge.caption for edge in bundle.edges)
    width = 1.5 if len(bundle.edges) == 1 else min(6, 1 + len(bundle.edges))
    label = ""
    if labelled:
        x, y = x1 + 0.4 * (x2 - x1), y1 + 0.4 * (y2 - y1)
        middle = f'x="{_short(x)}" y="{_short(y)}"'
        words = captions if len(bundle.edges) == 1 else f"{len(bundle.edges)} facts"
        first, _, rest = words.partition(", ")
        more = f'<tspan x="{_short(x)}" dy="1.2em">{_text(_clipped(rest))}</tspan>' if rest else ""
        label = f'<text class="said" {middle} font-size="12" fill="#59636e">{_text(_clipped(first))}{more}</text>'
    return (
        f"<g data-line={_attribute(bundle.id)}><title>{_text(captions)}</title>"
        f'<line x1="{_short(x1)}" y1="{_short(y1)}" x2="{_short(x2)}" y2="{_short(y2)}" '
        f'stroke="#8a949e" stroke-width="{width}"/>{label}</g>'
    )


def _to_crowd(crowd: Crowd, at: dict[str, Place]) -> str:
    (x1, y1), (x2, y2) = at[crowd.hub], at[crowd.id]
    ends = f'x1="{_short(x1)}" y1="{_short(y1)}" x2="{_short(x2)}" y2="{_short(y2)}"'
    return f'<line {ends} stroke="#8a949e" stroke-width="4"/>'


def _shape(identity: str, label: str, name: str, place: Place) -> str:
    outline, colour = OUTLINES.get(label, CIRCLE), COLOURS.get(label, COLOURS["Role"])
    return (
        f'<g data-node={_attribute(identity)} transform="translate({_short(place[0])} {_short(place[1])})">'
        f'<title>{_text(f"{label}: {name}")}</title><path class="{_text(label.lower())}" d="{outline}" '
        f'fill="{colour}"/><text y="36">{_text(_clipped(name))}</text></g>'
    )


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(UNWRITABLE.sub("", text))
