// Elements whose words are set as text, so that nothing in a document can become more than words.
function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  return element;
}

function link(text, address) {
  const safe = address && /^(https?:\/\/|\/(?!\/))/.test(address);
  const element = make(safe ? "a" : "span", text);
  if (safe) { element.href = address; element.rel = "noreferrer"; }
  return element;
}

function button(text, act) {
  const element = make("button", text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}
