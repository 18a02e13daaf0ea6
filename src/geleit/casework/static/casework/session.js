// Recording a talk: defaults follow the people chosen, the main topic follows the topics.
const touched = new Set();

const form = () => document.querySelector("form:has(#session-fields)");

// What somebody has set by hand, or is typing, stays when defaults are fetched anew.
for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => {
  const field = event.target.name;
  if (field && form()?.contains(event.target)) touched.add(field);
});
document.addEventListener("change", (event) => {
  if (event.target.closest?.("[data-people-url]")) suggest(event.target.closest("[data-people-url]"));
  if (event.target.closest?.("[data-topics]")) orderTopics();
});

// What the form says that defaults depend on. The note never travels in an address.
function said() {
  const data = new FormData(form());
  for (const name of ["csrfmiddlewaretoken", "note", "people_text"]) data.delete(name);
  const query = new URLSearchParams(data);
  for (const name of touched) query.append("touched", name);
  return query.toString();
}

async function suggest(place) {
  const asked = said();
  const response = await fetch(`${place.dataset.peopleUrl}?${asked}`, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!response?.ok) return; // defaults are a comfort; without them everything can still be typed
  const fields = await response.text();
  if (said() !== asked) return suggest(place); // something was entered meanwhile: the answer would undo it
  const note = document.getElementById("id_note")?.value ?? "";
  const { id, selectionStart, selectionEnd } = document.activeElement;
  document.getElementById("session-fields").outerHTML = fields;
  const fresh = document.getElementById("id_note");
  if (fresh) fresh.value = note;
  const focused = id && document.getElementById(id);
  if (focused && focused !== document.activeElement) focused.focus();
  if (focused && selectionStart != null) focused.setSelectionRange(selectionStart, selectionEnd);
  orderTopics();
}

// The main topic is asked for only where there is a choice, and offers only what was chosen.
function orderTopics() {
  const group = document.querySelector("[data-topics]");
  const select = group?.querySelector("[data-main-topic] select");
  if (!select) return;
  const chosen = [...group.querySelectorAll("input[name=topics]:checked")].map((box) => box.value);
  for (const option of select.options) option.hidden = Boolean(option.value) && !chosen.includes(option.value);
  if (select.value && !chosen.includes(select.value)) select.value = "";
  if (chosen.length && !select.value) select.value = chosen.length === 1 ? chosen[0] : select.dataset.first || chosen[0];
  if (chosen.length === 1) select.dataset.first = chosen[0];
  group.querySelector("[data-main-topic]").hidden = chosen.length < 2;
}

orderTopics();
