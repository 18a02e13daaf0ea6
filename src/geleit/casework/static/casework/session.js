// Recording a talk: defaults follow the people chosen, the main topic follows the topics.
const touched = new Set();

const form = () => document.querySelector("form:has(#session-fields)");

// What somebody has set by hand stays when defaults are fetched anew.
document.addEventListener("change", (event) => {
  const field = event.target.name;
  if (field && form()?.contains(event.target)) touched.add(field);
  if (event.target.closest?.("[data-people-url]")) suggest(event.target.closest("[data-people-url]"));
  if (event.target.closest?.("[data-topics]")) orderTopics();
});

async function suggest(place) {
  const data = new FormData(form());
  for (const name of ["csrfmiddlewaretoken", "note"]) data.delete(name);
  const query = new URLSearchParams(data);
  for (const name of touched) query.append("touched", name);
  const note = document.getElementById("id_note");
  const typed = note?.value ?? "";
  const response = await fetch(`${place.dataset.peopleUrl}?${query}`, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!response?.ok) return; // defaults are a comfort; without them everything can still be typed
  const focused = document.activeElement?.id;
  document.getElementById("session-fields").outerHTML = await response.text();
  // The note never travels in an address; it is put back here.
  const fresh = document.getElementById("id_note");
  if (fresh) fresh.value = typed;
  if (focused) document.getElementById(focused)?.focus();
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
