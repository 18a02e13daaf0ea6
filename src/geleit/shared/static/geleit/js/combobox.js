// Combobox with a list of hits, after the pattern of the WAI-ARIA practices: the input keeps the
// focus, arrow keys move through the list, Enter takes, Escape closes. htmx fetches the list.
// [data-opens] follows the hit's address; otherwise the hit is picked, [data-multiple] several.
const input = (box) => box.querySelector('[role="combobox"]');
const list = (box) => box.querySelector('[role="listbox"]');
const options = (box) => [...list(box).querySelectorAll('[role="option"]:not([aria-disabled])')];

function show(box, isOpen) {
  list(box).hidden = !isOpen;
  input(box).setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) activate(box, null);
}

function activate(box, option) {
  for (const other of options(box)) other.setAttribute("aria-selected", String(other === option));
  if (option) {
    input(box).setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input(box).removeAttribute("aria-activedescendant");
  }
}

function active(box) {
  return options(box).find((option) => option.getAttribute("aria-selected") === "true") ?? null;
}

function move(box, step) {
  const all = options(box);
  if (!all.length) return;
  if (list(box).hidden) show(box, true);
  const at = all.indexOf(active(box));
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  activate(box, all[next]);
}

function tell(box) {
  const status = box.querySelector("[data-count]");
  const count = options(box).length;
  if (status) status.textContent = count ? `${count} ${status.dataset.some}` : status.dataset.none;
}

function changed(box) {
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function pick(box, option) {
  const { value, label, url } = option.dataset;
  show(box, false);
  if ("opens" in box.dataset) {
    if (url) location.assign(url);
    return;
  }
  const picked = box.querySelector("[data-picked]");
  if (!("multiple" in box.dataset)) picked.replaceChildren();
  if (!picked.querySelector(`input[value="${CSS.escape(value)}"]`)) picked.append(chip(box, value, label));
  input(box).value = "multiple" in box.dataset ? "" : label;
  list(box).replaceChildren();
  changed(box);
}

function chip(box, value, label) {
  const item = box.querySelector("[data-pick-template]").content.firstElementChild.cloneNode(true);
  const remove = item.querySelector("[data-remove]");
  item.querySelector("input").value = value;
  item.querySelector("[data-pick-label]").textContent = label;
  remove.setAttribute("aria-label", `${label}: ${remove.dataset.label}`);
  if (!("multiple" in box.dataset)) item.hidden = true;
  return item;
}

function take(box, event) {
  const option = active(box) ?? (options(box).length === 1 && !list(box).hidden ? options(box)[0] : null);
  if (!option) return;
  event.preventDefault();
  pick(box, option);
}

const KEYS = {
  ArrowDown: (box, event) => { event.preventDefault(); move(box, 1); },
  ArrowUp: (box, event) => { event.preventDefault(); move(box, -1); },
  Enter: take,
  Tab: (box) => show(box, false),
  Escape: (box, event) => { if (!list(box).hidden) { event.preventDefault(); event.stopPropagation(); show(box, false); } },
  Backspace: (box) => {
    const last = "multiple" in box.dataset && !input(box).value && box.querySelector("[data-picked] li:last-child");
    if (last) { last.remove(); changed(box); }
  },
};

document.addEventListener("keydown", (event) => {
  const box = event.target.matches?.('[role="combobox"]') && event.target.closest("[data-combobox]");
  if (box) KEYS[event.key]?.(box, event);
}, { capture: true });

// Typing again after a single pick takes the pick back.
document.addEventListener("input", (event) => {
  const box = event.target.matches?.('[role="combobox"]') && event.target.closest("[data-combobox]");
  if (!box) return;
  if (!("multiple" in box.dataset)) box.querySelector("[data-picked]")?.replaceChildren();
  if (!event.target.value.trim()) { list(box).replaceChildren(); show(box, false); }
});

document.addEventListener("click", (event) => {
  const inside = event.target.closest("[data-combobox]");
  for (const box of document.querySelectorAll("[data-combobox]")) if (box !== inside) show(box, false);
  const option = event.target.closest('[role="option"]:not([aria-disabled])');
  if (inside && option) { input(inside).focus(); pick(inside, option); }
  const remove = event.target.closest("[data-remove]");
  if (inside && remove) { remove.closest("li").remove(); input(inside).focus(); changed(inside); }
});

// The server reads the typed text as "q", whatever the field is called; nothing typed, nothing asked.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches?.('[role="combobox"]')) return;
  const text = event.target.value.trim();
  if (!text) event.preventDefault();
  event.detail.parameters = { q: text };
});

document.addEventListener("htmx:afterSwap", (event) => {
  const box = event.detail.target.closest?.("[data-combobox]");
  if (!box || event.detail.target !== list(box)) return;
  options(box).forEach((option, index) => { option.id = `${list(box).id}-${index}`; });
  show(box, document.activeElement === input(box));
  tell(box);
});
