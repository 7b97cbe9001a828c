// What the picture holds and which part of it is shown; everything is told by ids, and ids can be any text.
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const about = new Map(Object.entries(data.about));
const relations = new Map(Object.entries(data.relations));
const bundles = new Map(Object.entries(data.bundles));
const crowds = new Map(Object.entries(data.crowds));
const shapes = new Map(data.nodes.map((shape) => [shape.id, shape]));
const lines = new Map(data.edges.map((line) => [line.id, line]));
const crowdOf = new Map();
for (const [id, crowd] of crowds) for (const member of crowd.members) crowdOf.set(member, id);

const off = new Set(); // classes that are filtered out
const opened = new Set(); // crowds drawn one by one
const collapsed = new Set(); // shapes whose only neighbours are put away
const pinned = new Set();

let beside = neighbours();

function neighbours() {
  const found = new Map([...shapes.keys()].map((id) => [id, new Set()]));
  for (const line of lines.values()) {
    found.get(line.from)?.add(line.to);
    found.get(line.to)?.add(line.from);
  }
  return found;
}

function shown(id) {
  if (off.has(shapes.get(id).group)) return false;
  if (crowds.has(id) ? opened.has(id) : crowdOf.has(id) && !opened.has(crowdOf.get(id))) return false;
  const near = [...beside.get(id)].filter((each) => each !== id);
  return id === data.centre || !(near.length === 1 && collapsed.has(near[0]));
}

// Make a shape visible, whatever had put it away.
function reveal(id) {
  if (crowdOf.has(id)) opened.add(crowdOf.get(id));
  off.delete(shapes.get(id).group);
  for (const near of beside.get(id)) collapsed.delete(near);
}

const nameOf = (id) => about.get(id)?.name ?? shapes.get(id).label;
const touching = (id) => [...relations.values()].filter((each) => each.source === id || each.target === id);
