// Keyboard shortcuts. "/" goes to the search, "?" lists what there is; every element with
// data-shortcut="g t" (keys one after the other) or "n" is clicked or focused by its keys.
// Nothing happens while somebody types, and single letters can be switched off (WCAG 2.1.4).
const PREFERENCE = "geleit-shortcuts";
const PATIENCE = 1200;
let pending = "";
let timer = 0;

function areOn() {
  return localStorage.getItem(PREFERENCE) !== "off";
}

function isTyping(target) {
  if (/^(radio|checkbox|button|submit)$/.test(target.type)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

function reachable() {
  return [...document.querySelectorAll("[data-shortcut]")].filter((element) => !element.closest("dialog:not([open])"));
}

function follow(element) {
  if (isTyping(element)) element.focus();
  else element.click();
}

function press(key) {
  clearTimeout(timer);
  const typed = pending ? `${pending} ${key}` : key;
  const keys = reachable().map((element) => element.dataset.shortcut);
  const hit = reachable().find((element) => element.dataset.shortcut === typed);
  pending = !hit && keys.some((known) => known.startsWith(`${typed} `)) ? typed : "";
  if (pending) timer = setTimeout(() => { pending = ""; }, PATIENCE);
  if (hit) follow(hit);
  return Boolean(hit || pending);
}

function label(element) {
  const named = element.querySelector("[data-shortcut-label]") ?? element;
  return element.getAttribute("aria-label") ?? named.textContent.trim();
}

function entry(element) {
  const keys = document.createElement("dt");
  for (const key of element.dataset.shortcut.split(" ")) {
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    keys.append(kbd, " ");
  }
  const text = document.createElement("dd");
  text.textContent = label(element);
  return [keys, text];
}

function help() {
  const dialog = document.getElementById("keyboard-help");
  if (!dialog || dialog.open) return;
  const list = dialog.querySelector("[data-shortcut-list]");
  list.replaceChildren(...reachable().flatMap(entry));
  list.hidden = !list.childElementCount;
  dialog.querySelector("[data-shortcuts-on]").checked = areOn();
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const form = event.target.closest?.("form");
    if (form?.method === "post") form.requestSubmit(form.querySelector("button.kern-btn--primary:not([type=button])"));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || !areOn()) return;
  if (event.key === "/") {
    const search = document.getElementById("search");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "?") {
    event.preventDefault();
    help();
  } else if (event.key.length === 1 && press(event.key.toLowerCase())) {
    event.preventDefault();
  }
});

// The button of the menu opens the dialog through dialog.js; the list is filled before it shows.
document.addEventListener("click", (event) => {
  if (event.target.closest('[data-opens-dialog="keyboard-help"]')) help();
}, { capture: true });

document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-shortcuts-on]")) {
    localStorage.setItem(PREFERENCE, event.target.checked ? "on" : "off");
  }
});
