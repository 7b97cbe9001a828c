// How shapes and lines look, by class, by the colours of the page, and by how certain they are on the day.
const colours = new Map(); // of the page, light or dark; asking for them again for each shape would be slow
const LABELLED = 24; // lines that can all be named without one lying on another

function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return colours.get(name);
}

function recolour() { colours.clear(); }

function looks() {
  const groups = {};
  for (const name of ["Person", "Council", "Trust", "Organisation", "Inspection", "Direction", "Role"]) {
    const fill = colour(name.toLowerCase());
    groups[name] = { color: { background: fill, border: fill, highlight: { background: fill, border: colour("ink") }, hover: { background: fill, border: colour("ink") } } };
  }
  const font = { face: "system-ui, sans-serif", color: colour("ink"), strokeColor: colour("paper"), multi: false };
  return {
    groups,
    nodes: { size: 16, borderWidth: 2, borderWidthSelected: 4, font: { ...font, size: 18, strokeWidth: 4 }, widthConstraint: { maximum: 170 } },
    edges: {
      color: { color: colour("edge"), highlight: colour("link"), hover: colour("link"), inherit: false },
      font: { ...font, size: 14, color: colour("quiet"), strokeWidth: 5, align: "middle" },
      arrows: { to: { scaleFactor: 0.6 }, from: { scaleFactor: 0.6 } },
      smooth: false, width: 1.5, selectionWidth: 2, widthConstraint: { maximum: 240 },
    },
  };
}

function lookOfShape(id, certainty) {
  const shape = shapes.get(id);
  const gone = certainty === "no";
  return {
    ...shape,
    opacity: gone ? 0.15 : 1,
    font: { ...shape.font, color: colour(gone ? "faint" : "ink") },
    shapeProperties: { borderDashes: certainty === "possible" ? [4, 4] : false },
    fixed: pinned.has(id),
  };
}

function lookOfLine(id, certainty, named) {
  const line = lines.get(id);
  const gone = certainty === "no";
  const level = shapes.get(line.from).y === shapes.get(line.to).y; // vis-network puts a label that it need not turn elsewhere
  return {
    ...line,
    label: named && line.label ? line.label : "",
    dashes: certainty === "possible" ? [9, 7] : false,
    color: { color: colour("edge"), highlight: colour("link"), hover: colour("link"), opacity: gone ? 0.15 : 1 },
    font: { color: colour(gone ? "faint" : "quiet"), align: level ? "horizontal" : "middle" },
  };
}
