// Everything in the picture as a list to be searched, so that the keyboard reaches what the mouse does.
const LONGEST = 150;

function entries() {
  const ofShapes = [...shapes.keys()].map((id) => ({ text: `${nameOf(id)} (${crowds.has(id) ? "drawn as one" : about.get(id).class})`, act: () => goToShape(id) }));
  const ofLines = [...relations.values()].map((each) => ({ text: `${each.from} → ${each.to}: ${each.caption}`, act: () => goToLine(each.line) }));
  return [...ofShapes, ...ofLines];
}

function list() {
  const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
  const all = entries();
  const fitting = all.filter((entry) => words.every((word) => entry.text.toLowerCase().includes(word)));
  byId("count").textContent = `${fitting.length} of ${all.length}${fitting.length > LONGEST ? `, the first ${LONGEST} are listed` : ""}`;
  byId("found").replaceChildren(...fitting.slice(0, LONGEST).map((entry) => {
    const item = make("li");
    item.append(button(entry.text, entry.act));
    return item;
  }));
}

function watchListing() {
  byId("listing").addEventListener("toggle", () => { if (byId("listing").open) list(); });
  byId("find").addEventListener("input", list);
  byId("find").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); byId("found").querySelector("button")?.click(); }
  });
}
