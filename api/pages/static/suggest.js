// Names and questions offered while somebody types, in the browser's own list; without this the forms work as well.
"use strict";

const PAUSE = 150, SHORTEST = 3, LIKE = 60, MOST = 8;
const BEFORE_A_NAME = /^(.*\b(?:at|of|in|to|was|is|did|does|for|about|with|between|and)\s+)?(\S.*)$/i;

async function found(address, given, signal) {
  const answer = await fetch(`${address}?${new URLSearchParams(given)}`, { headers: { Accept: "application/json" }, signal });
  return answer.ok ? answer.json() : {};
}

async function entities(text, label, signal) {
  const answer = await found("/entities", { q: text, limit: MOST, ...(label && { label }) }, signal);
  return (answer.entities || []).filter((hit) => hit.score >= LIKE);
}

// What can be typed for each hit: its name, or its id where two have the same name.
function values(hits, name) {
  return hits.map((hit) => {
    const alone = hits.filter((other) => other[name] === hit[name]).length === 1;
    return { value: alone ? hit[name] : hit.id, label: [hit.label, hit.note].filter(Boolean).join(", ") };
  });
}

async function names(input, signal) {
  const label = input.dataset.label;
  if (label === "Document") {
    const answer = await found("/documents", { q: input.value, limit: MOST }, signal);
    return values(answer.documents || [], "title");
  }
  return values(await entities(input.value, label === "Entity" ? "" : label, signal), "name");
}

async function questions(input, signal) {
  const [, before, name] = BEFORE_A_NAME.exec(input.value.trim()) || [];
  if (!name || name.length < SHORTEST) return [];
  const hits = await entities(name, "", signal);
  if (before) return hits.map((hit) => ({ value: before + hit.name, label: hit.label }));
  const forms = JSON.parse(input.dataset.questions);
  return hits.flatMap((hit) => (forms[hit.label] || []).map((form) => ({ value: form.replace("{}", hit.name), label: "" })));
}

function offer(list, choices) {
  list.replaceChildren(...choices.slice(0, 2 * MOST).map((choice) => {
    const option = document.createElement("option");
    option.value = choice.value;
    option.label = choice.label;
    return option;
  }));
}

for (const input of document.querySelectorAll("input[data-suggest]")) {
  const ask = { names, questions }[input.dataset.suggest];
  let waiting, asking = new AbortController();
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    asking.abort();
    asking = new AbortController();
    if (input.value.trim().length < SHORTEST) return;
    const signal = asking.signal;
    waiting = setTimeout(() => ask(input, signal).then((choices) => offer(input.list, choices)).catch(() => {}), PAUSE);
  });
}
