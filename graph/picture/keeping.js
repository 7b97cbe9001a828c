// What can be taken away: the picture as PNG or SVG, on paper, or as a frame in another page.
const fileName = () => document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "picture";

function save(blob, ending) {
  const anchor = make("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `${fileName()}.${ending}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

function saveAsPng() {
  const drawn = byId("drawing").querySelector("canvas");
  const scale = drawn.width / drawn.clientWidth;
  const [head, foot] = [52 * scale, 32 * scale];
  const canvas = make("canvas");
  [canvas.width, canvas.height] = [drawn.width, drawn.height + head + foot];
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour("paper");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, 0, head);
  pen.fillStyle = colour("ink");
  pen.font = `600 ${20 * scale}px system-ui, sans-serif`;
  pen.fillText(document.title + (day === null ? "" : `, ${inWords(day)}`), 16 * scale, 34 * scale, canvas.width - 32 * scale);
  pen.fillStyle = colour("quiet");
  pen.font = `${13 * scale}px system-ui, sans-serif`;
  pen.fillText(document.querySelector("footer p").textContent.trim(), 16 * scale, canvas.height - 11 * scale, canvas.width - 32 * scale);
  canvas.toBlob((blob) => save(blob, "png"));
}

function saveAsSvg() {
  save(new Blob([new XMLSerializer().serializeToString(document.querySelector("#image svg"))], { type: "image/svg+xml" }), "svg");
}

function snippet() {
  const here = document.querySelector(".embed").dataset.address;
  const address = (here ? new URL(here, location.href).href : `${location.pathname.split("/").pop()}`) + (day === null ? "" : `#on=${day}`);
  const frame = make("iframe");
  frame.setAttribute("src", address);
  frame.setAttribute("title", document.title);
  for (const [name, value] of [["width", "100%"], ["height", "720"], ["loading", "lazy"]]) frame.setAttribute(name, value);
  return frame.outerHTML;
}

function watchKeeping() {
  byId("png").addEventListener("click", saveAsPng);
  byId("svg")?.addEventListener("click", saveAsSvg);
  byId("print").addEventListener("click", () => print());
  document.querySelector(".embed").addEventListener("toggle", () => { byId("snippet").value = snippet(); });
  byId("copy").addEventListener("click", async () => {
    byId("snippet").select();
    const done = await navigator.clipboard?.writeText(byId("snippet").value).then(() => true, () => false);
    byId("copied").textContent = done ? "Copied" : "Press Ctrl+C to copy";
  });
}
