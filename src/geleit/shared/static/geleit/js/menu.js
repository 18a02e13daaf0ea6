// Menus are <details>: they open without a script. This closes them again on Escape, on a click
// elsewhere and when the focus moves on.
function close(menu, { refocus = false } = {}) {
  if (!menu.open) return;
  menu.open = false;
  if (refocus) menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (!menu.contains(event.target)) close(menu);
  }
});

document.addEventListener("focusin", (event) => {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (!menu.contains(event.target)) close(menu);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("[data-menu][open]");
  if (menu) close(menu, { refocus: true });
});

for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;
