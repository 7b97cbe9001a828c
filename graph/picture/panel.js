// What is told of the shape or line that is selected.
function told(...parts) { byId("selected").replaceChildren(...parts); }

function quotes(list) {
  return list.map((quoted) => {
    const block = make("blockquote");
    const cite = make("cite");
    cite.append(link(quoted.title, quoted.href), quoted.published ? `, ${quoted.published}` : "");
    if (quoted.claim) cite.append(" · ", link("claim", quoted.claim));
    block.append(make("q", quoted.words), cite);
    return block;
  });
}

function tellShape(id) {
  if (crowds.has(id)) { tellCrowd(id); return; }
  const it = about.get(id);
  const heading = make("h2");
  heading.append(link(it.name, it.href));
  const facts = make("dl");
  for (const fact of it.facts) facts.append(make("dt", fact.what), make("dd", fact.value));
  const related = make("ul", "", "links");
  for (const relation of touching(id)) {
    const item = make("li");
    item.append(button(`${nameOf(relation.source === id ? relation.target : relation.source)}: ${relation.caption}`, () => goToLine(relation.line)));
    related.append(item);
  }
  told(make("p", it.class, "kind"), heading, facts, actions(id), make("h3", "Related"), related);
}

function actions(id) {
  const row = make("p", "", "actions");
  const pin = button("Pin", () => {
    if (pinned.has(id)) pinned.delete(id); else pinned.add(id);
    pin.setAttribute("aria-pressed", String(pinned.has(id)));
    keepPlaces();
    refresh();
  });
  pin.setAttribute("aria-pressed", String(pinned.has(id)));
  row.append(button("Expand", () => expand(id)), button("Collapse", () => collapse(id)), pin);
  return row;
}

function tellCrowd(id) {
  const crowd = crowds.get(id);
  const list = make("ul", "", "links");
  for (const member of crowd.members) {
    const item = make("li");
    item.append(button(nameOf(member), () => goToShape(member)));
    list.append(item);
  }
  const row = make("p", "", "actions");
  row.append(button("Draw together", () => { opened.delete(id); refresh(); goToShape(id); }));
  told(make("p", nameOf(crowd.hub), "kind"), make("h2", nameOf(id)), row, list);
}

function tellLine(id) {
  if (!bundles.has(id)) { tellCrowd(shapes.has(lines.get(id).to) ? lines.get(id).to : lines.get(id).from); return; }
  const parts = bundles.get(id).flatMap((each) => {
    const it = relations.get(each);
    const words = it.quotes.length ? quotes(it.quotes) : [make("p", "No document is quoted for this.", "quiet")];
    return [make("p", `${it.from} → ${it.to}`, "kind"), make("h2", it.caption), ...words];
  });
  told(...parts);
}

function say(text) {
  byId("selected").append(make("p", text, "quiet"));
}
