"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const drawing = document.getElementById("drawing");
  const panel = document.getElementById("panel");
  const about = new Map(Object.entries(data.about));
  const relations = new Map(Object.entries(data.relations));
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function looks() {
    const groups = {};
    for (const name of ["Person", "Council", "Trust", "Organisation", "Inspection", "Direction", "Role"]) {
      const fill = colour(name.toLowerCase());
      groups[name] = { color: { background: fill, border: fill, highlight: { background: fill, border: colour("ink") } } };
    }
    const font = { face: "system-ui, sans-serif", color: colour("ink"), strokeColor: colour("paper"), multi: false };
    return {
      groups,
      nodes: { size: 16, borderWidth: 2, borderWidthSelected: 4, font: { ...font, size: 18, strokeWidth: 4 }, widthConstraint: { maximum: 200 } },
      edges: {
        color: { color: colour("edge"), highlight: colour("link"), hover: colour("link"), inherit: false },
        font: { ...font, size: 14, color: colour("quiet"), strokeWidth: 5, align: "middle" },
        arrows: { to: { scaleFactor: 0.6 } }, width: 1.5, selectionWidth: 2, widthConstraint: { maximum: 240 },
      },
    };
  }

  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function link(text, address) {
    const safe = address && /^(https?:\/\/|\/)/.test(address);
    const element = make(safe ? "a" : "span", text);
    if (safe) { element.href = address; element.rel = "noreferrer"; }
    return element;
  }

  function quotes(list) {
    return list.map((quoted) => {
      const block = make("blockquote");
      const cite = make("cite");
      cite.append(link(quoted.title, quoted.href), quoted.published ? `, ${quoted.published}` : "");
      block.append(make("q", quoted.words), cite);
      return block;
    });
  }

  function tellNode(id) {
    const it = about.get(id);
    const heading = make("h2");
    heading.append(link(it.name, it.href));
    const facts = make("dl");
    for (const fact of it.facts) facts.append(make("dt", fact.what), make("dd", fact.value));
    const links = make("ul", "", "links");
    for (const relation of relations.values()) {
      if (relation.source !== id && relation.target !== id) continue;
      const item = make("li");
      const button = make("button", `${relation.source === id ? relation.to : relation.from}: ${relation.caption}`);
      button.type = "button";
      button.addEventListener("click", () => { network.selectEdges([relation.id]); tellEdge(relation.id); });
      item.append(button);
      links.append(item);
    }
    panel.replaceChildren(make("p", it.class, "kind"), heading, facts, make("h3", "Related"), links);
  }

  function tellEdge(id) {
    const it = relations.get(id);
    const told = it.quotes.length ? quotes(it.quotes) : [make("p", "No document is quoted for this.", "quiet")];
    panel.replaceChildren(make("p", `${it.from} → ${it.to}`, "kind"), make("h2", it.caption), ...told);
  }

  const many = data.nodes.length > 150;
  const nodes = new vis.DataSet(data.nodes);
  const network = new vis.Network(drawing, { nodes, edges: new vis.DataSet(data.edges) }, {
    ...looks(),
    layout: { randomSeed: 7, improvedLayout: !many },
    interaction: { hover: true, tooltipDelay: 1e9 },
    physics: {
      solver: "forceAtlas2Based",
      forceAtlas2Based: { gravitationalConstant: -140, centralGravity: 0.008, springLength: data.nodes.length > 15 ? 250 : 200, springConstant: 0.08, avoidOverlap: 0.8 },
      stabilization: { iterations: many ? 120 : 500, fit: true },
    },
  });
  network.once("stabilizationIterationsDone", () => {
    network.setOptions({ physics: false });
    spread();
    whole();
    drawing.dataset.drawn = "yes";
  });
  network.on("click", (event) => {
    if (event.nodes.length) tellNode(event.nodes[0]);
    else if (event.edges.length) tellEdge(event.edges[0]);
  });
  network.on("resize", () => requestAnimationFrame(whole));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => network.setOptions(looks()));

  // The layout is round and the stage is not: labels get room when one axis is stretched to the stage's shape.
  function spread() {
    const places = Object.entries(network.getPositions());
    const extent = (axis) => Math.max(...places.map(([, at]) => at[axis])) - Math.min(...places.map(([, at]) => at[axis]));
    const shape = (drawing.clientWidth / drawing.clientHeight) / ((extent("x") + 1) / (extent("y") + 1));
    const factor = Math.min(2, Math.max(0.5, shape));
    nodes.update(places.map(([id, at]) => ({ id, x: at.x * Math.max(1, factor), y: at.y / Math.min(1, factor) })));
  }

  function whole() {
    network.fit();
    network.moveTo({ scale: network.getScale() * 0.92 });
  }

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  document.getElementById("closer").addEventListener("click", () => zoom(1.25));
  document.getElementById("farther").addEventListener("click", () => zoom(0.8));
  document.getElementById("whole").addEventListener("click", whole);
  document.querySelector(".tools").hidden = false;
  drawing.network = network;
})();
