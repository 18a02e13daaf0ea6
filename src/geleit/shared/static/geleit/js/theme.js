// Light, dark, or like the device. The choice is a cookie, so that the server writes the attribute
// and no page flashes in the wrong colours; without the cookie KERN follows the device by itself.
const root = document.documentElement;

function chosen() {
  return root.dataset.kernTheme ?? "auto";
}

function mark() {
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen()));
  }
}

function choose(theme) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
  if (theme === "auto") delete root.dataset.kernTheme;
  else root.dataset.kernTheme = theme;
  mark();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-choice]");
  if (button) choose(button.dataset.themeChoice);
});
for (const group of document.querySelectorAll("[data-theme-choices]")) group.hidden = false;
mark();
