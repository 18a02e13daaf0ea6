// Small help for all forms: focus on the error summary, no double submit, filters that apply
// themselves, and a file field that shows a file is about to be dropped on it.
document.querySelector("[data-error-summary]")?.focus();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  event.submitter?.setAttribute("aria-busy", "true");
});

// Coming back with the browser's button shows the page as it was left: free the form again.
window.addEventListener("pageshow", () => {
  for (const element of document.querySelectorAll("form[data-once][aria-busy], form[data-once] [aria-busy]")) {
    element.removeAttribute("aria-busy");
  }
});

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-autosubmit]");
  if (form && event.target.matches("select, input[type=radio], input[type=checkbox], input[type=date]")) {
    form.requestSubmit();
  }
});

// Empty fields of a filter stay out of the address.
document.addEventListener("formdata", (event) => {
  if (!event.target.matches("form[data-autosubmit]")) return;
  for (const name of new Set(event.formData.keys())) {
    const filled = event.formData.getAll(name).filter((value) => value !== "");
    event.formData.delete(name);
    for (const value of filled) event.formData.append(name, value);
  }
});

function over(event, isOver) {
  const field = event.target.closest?.("[data-file-drop]");
  if (field) field.toggleAttribute("data-over", isOver);
}
document.addEventListener("dragover", (event) => over(event, true));
document.addEventListener("dragleave", (event) => over(event, false));
document.addEventListener("drop", (event) => over(event, false));
