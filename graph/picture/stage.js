// The drawing itself: vis-network shows what is in two sets, and these follow what data.js says is shown.
for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
byId("image").classList.add("drawn");
const drawing = byId("drawing");
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const printed = new Map([...document.querySelectorAll("#image [data-line], #image [data-node]")].map((group) => [group.dataset.line ?? group.dataset.node, group]));
const still = matchMedia("(prefers-reduced-motion: reduce)");

// The layout is round and the stage is not: names get room when one axis is stretched to the stage's shape.
const places = [...shapes.values()];
const inSight = places.filter((shape) => shown(shape.id));
const extent = (axis) => Math.max(...inSight.map((at) => at[axis])) - Math.min(...inSight.map((at) => at[axis]));
const factor = Math.min(1.7, Math.max(0.6, ((drawing.clientWidth / drawing.clientHeight) * (extent("y") + 200)) / (extent("x") + 200)));
for (const shape of places) { shape.x *= Math.max(1, factor); shape.y /= Math.min(1, factor); }

const looked = new Map();
const network = new vis.Network(drawing, { nodes, edges }, {
  ...looks(),
  layout: { improvedLayout: false, randomSeed: 7 },
  interaction: { hover: true, tooltipDelay: 1e9, hideEdgesOnDrag: shapes.size > 200 },
  physics: { enabled: false },
});

function change(set, wanted) {
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  const changed = [];
  for (const [id, look] of wanted) {
    const text = JSON.stringify(look);
    if (looked.get(id) !== text || !set.get(id)) changed.push(look);
    looked.set(id, text);
  }
  set.update(changed);
}

function refresh() {
  const { ofLines, ofShapes } = certainties();
  const seen = new Set([...shapes.keys()].filter(shown));
  const drawn = [...lines.values()].filter((line) => seen.has(line.from) && seen.has(line.to));
  const chosen = new Set(network.getSelectedEdges());
  recolour();
  change(nodes, new Map([...seen].map((id) => [id, lookOfShape(id, ofShapes.get(id) ?? "certain")])));
  change(edges, new Map(drawn.map(({ id }) => [id, lookOfLine(id, ofLines.get(id), drawn.length <= LABELLED || (chosen.size <= LABELLED && chosen.has(id)))])));
  for (const [id, group] of printed) group.setAttribute("class", (lines.has(id) ? ofLines : ofShapes).get(id) ?? "certain");
}

function keepPlaces() {
  for (const [id, at] of Object.entries(network.getPositions())) Object.assign(shapes.get(id), at);
}

function look(id) {
  const scale = Math.max(network.getScale(), 0.7);
  network.focus(id, { scale, animation: still.matches ? false : { duration: 300 } });
}

function goToShape(id) {
  reveal(id);
  markFilters();
  refresh();
  network.selectNodes([id]);
  look(id);
  tellShape(id);
  refresh();
}

function goToLine(id) {
  const line = lines.get(id);
  reveal(line.from);
  reveal(line.to);
  markFilters();
  refresh();
  network.setSelection({ nodes: [], edges: [id] });
  network.fit({ nodes: [line.from, line.to], maxZoomLevel: 1, animation: still.matches ? false : { duration: 300 } });
  tellLine(id);
  refresh();
}

function openCrowd(id) {
  opened.add(id);
  refresh();
  tellCrowd(id);
  network.fit({ nodes: [crowds.get(id).hub, ...crowds.get(id).members].filter((each) => nodes.get(each)), animation: !still.matches });
}

function collapse(id) {
  collapsed.add(id);
  for (const [crowd, { hub }] of crowds) if (hub === id) opened.delete(crowd);
  refresh();
}

async function expand(id) {
  collapsed.delete(id);
  for (const [crowd, { hub }] of crowds) if (hub === id) opened.add(crowd);
  if (data.base !== null) {
    try {
      const answer = await fetch(`${data.base}/graph/${id.split("/").map(encodeURIComponent).join("/")}?format=json`);
      if (!answer.ok) throw new Error(String(answer.status));
      keepPlaces();
      merge(await answer.json(), id);
    } catch {
      say("The server did not tell what surrounds it.");
      return;
    }
  }
  refresh();
  if (byId("listing").open) list();
  tellShape(id);
}

// What is there stays where it is; what is new stands in rows beyond the shape, away from the middle of the others.
function merge(more, id) {
  const members = new Set(Object.values(more.crowds).flatMap((crowd) => crowd.members));
  const fresh = more.nodes.filter((each) => !shapes.has(each.id));
  const theirs = new Map(more.nodes.map((each) => [each.id, { x: each.x, y: each.y }]));
  const spots = beyond(shapes.get(id), fresh.filter((each) => !members.has(each.id)).length);
  for (const each of fresh) if (!members.has(each.id)) shapes.set(each.id, { ...each, ...spots.shift() });
  for (const [crowd, { hub, members: all }] of Object.entries(more.crowds)) {
    const unknown = all.filter((each) => !shapes.has(each));
    crowds.set(crowd, { hub, members: crowds.get(crowd)?.members ?? unknown });
    for (const each of unknown) {
      crowdOf.set(each, crowd);
      const [at, from, to] = [theirs.get(each), theirs.get(crowd), shapes.get(crowd)];
      shapes.set(each, { ...more.nodes.find((one) => one.id === each), x: to.x + at.x - from.x, y: to.y + at.y - from.y });
    }
  }
  for (const line of more.edges) lines.set(line.id, line);
  for (const [key, value] of Object.entries(more.bundles)) bundles.set(key, value);
  for (const [key, value] of Object.entries(more.relations)) relations.set(key, value);
  for (const [key, value] of Object.entries(more.about)) about.set(key, value);
  beside = neighbours();
}

function beyond(shape, count) {
  const present = [...shapes.values()];
  const middle = (axis) => present.reduce((sum, each) => sum + each[axis], 0) / present.length;
  const out = Math.atan2(shape.y - middle("y"), shape.x - middle("x"));
  const row = 7;
  return Array.from({ length: count }, (_, n) => {
    const inRow = Math.min(row, count - row * Math.floor(n / row));
    const angle = out + (((n % row) - (inRow - 1) / 2) * 2.4) / row;
    const radius = 260 + 150 * Math.floor(n / row);
    return { x: shape.x + radius * Math.cos(angle), y: shape.y + radius * Math.sin(angle) };
  });
}

function whole() {
  network.fit({ maxZoomLevel: 1.4 });
  network.moveTo({ scale: network.getScale() * 0.92 });
}

function untangle() {
  const running = byId("untangle").getAttribute("aria-pressed") === "false";
  byId("untangle").setAttribute("aria-pressed", String(running));
  network.setOptions({ physics: running ? { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -140, springLength: 220, avoidOverlap: 0.8 } } : { enabled: false } });
  if (!running) { keepPlaces(); refresh(); }
}

function markFilters() {
  for (const box of document.querySelectorAll(".filter")) box.checked = !off.has(box.value);
}

network.on("click", (event) => {
  if (event.nodes.length && crowds.has(event.nodes[0])) openCrowd(event.nodes[0]);
  else if (event.nodes.length) tellShape(event.nodes[0]);
  else if (event.edges.length) tellLine(event.edges[0]);
  refresh();
});
network.on("dragEnd", (event) => { if (event.nodes.length) keepPlaces(); });
network.on("resize", () => requestAnimationFrame(whole));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { network.setOptions(looks()); refresh(); });
for (const box of document.querySelectorAll(".filter")) {
  box.addEventListener("change", () => { if (box.checked) off.delete(box.value); else off.add(box.value); refresh(); });
}
const zoom = (by) => network.moveTo({ scale: network.getScale() * by });
byId("closer").addEventListener("click", () => zoom(1.25));
byId("farther").addEventListener("click", () => zoom(0.8));
byId("whole").addEventListener("click", whole);
byId("untangle").addEventListener("click", untangle);
watchTime();
watchListing();
watchKeeping();
network.once("afterDrawing", () => { drawing.dataset.drawn = "yes"; });
refresh();
whole();
drawing.network = network;
