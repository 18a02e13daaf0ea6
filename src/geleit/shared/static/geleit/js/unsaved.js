// Asks before somebody leaves a form with changes: forms with data-warn-unsaved, and forms with a
// draft that could not be saved (one still to be saved goes along when the page is left).
let isLeavingOnPurpose = false;
const changed = new WeakSet();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-warn-unsaved]");
  if (form) changed.add(form);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-warn-unsaved]")) changed.delete(event.target);
});
document.addEventListener("geleit:leaving", () => { isLeavingOnPurpose = true; });
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-discards]")) isLeavingOnPurpose = true;
});

function holdsUnsaved(form) {
  return changed.has(form) || form.dataset.draftState === "failed";
}

window.addEventListener("beforeunload", (event) => {
  if (isLeavingOnPurpose) return;
  if ([...document.forms].some(holdsUnsaved)) event.preventDefault();
});
