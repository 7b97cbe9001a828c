// What was certain, possible or not so on a day; null is all time. Days are ISO, which sort as they follow each other.
let day = null;
const DAY = 86400000;
const RANK = ["no", "possible", "certain"];
const better = (one, other) => (RANK.indexOf(one) >= RANK.indexOf(other) ? one : other);
const within = (span) => span[0] <= day && (!span[1] || day <= span[1]);
const iso = (number) => new Date(Date.parse(data.days[0]) + number * DAY).toISOString().slice(0, 10);
const number = (text) => Math.round((Date.parse(text) - Date.parse(data.days[0])) / DAY);
const inWords = (text) => new Date(text).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function certainty(relation) {
  if (day === null || !relation.days) return "certain";
  if (relation.days.certain.some(within)) return "certain";
  return relation.days.possible.some(within) ? "possible" : "no";
}

// The certainty of every line, and of every shape by its lines: what the picture is about, and what has no line, stays.
function certainties() {
  const ofLines = new Map();
  const ofShapes = new Map();
  const note = (id, found) => ofShapes.set(id, better(ofShapes.get(id) ?? "no", found));
  for (const [id, members] of bundles) {
    const found = members.map((each) => certainty(relations.get(each))).reduce(better, "no");
    const line = lines.get(id);
    ofLines.set(id, found);
    for (const end of [line.from, line.to]) {
      note(end, found);
      if (crowdOf.has(end)) note(crowdOf.get(end), found);
    }
  }
  for (const id of crowds.keys()) ofLines.set(`line ${id}`, ofShapes.get(id) ?? "certain");
  if (data.centre !== null) ofShapes.set(data.centre, "certain");
  return { ofLines, ofShapes };
}

function sayTime() {
  const states = { certain: "certain on the day", possible: "possible on the day", no: "not on the day" };
  let [sure, maybe] = [0, 0];
  for (const relation of relations.values()) {
    if (day === null || !relation.days) continue;
    sure += certainty(relation) === "certain";
    maybe += certainty(relation) === "possible";
  }
  byId("told").textContent = day === null ? "" : `${inWords(day)}: ${sure} certain, ${maybe} possible`;
  byId("always").setAttribute("aria-pressed", String(day === null));
  byId("slider").setAttribute("aria-valuetext", day === null ? "all time" : inWords(day));
  for (const place of document.querySelectorAll(".then")) {
    const state = certainty(relations.get(place.dataset.relation));
    place.textContent = day === null ? "" : states[state];
    place.className = `then ${day === null ? "" : state}`;
  }
}

function chooseDay(chosen) {
  day = chosen;
  if (chosen !== null) byId("slider").value = String(number(chosen));
  byId("day").value = chosen ?? "";
  sayTime();
  refresh();
}

function watchTime() {
  if (!data.days) return;
  const slider = byId("slider");
  slider.max = String(number(data.days[1]));
  slider.value = slider.max;
  slider.addEventListener("input", () => chooseDay(iso(Number(slider.value))));
  byId("day").addEventListener("change", () => chooseDay(byId("day").validity.valid && byId("day").value ? byId("day").value : null));
  byId("always").addEventListener("click", () => { slider.value = slider.max; chooseDay(null); });
  document.querySelector(".time").addEventListener("submit", (event) => event.preventDefault());
  const linked = /^#on=(\d{4}-\d\d-\d\d)$/.exec(location.hash)?.[1];
  if (linked && linked >= data.days[0] && linked <= data.days[1]) chooseDay(linked);
}
