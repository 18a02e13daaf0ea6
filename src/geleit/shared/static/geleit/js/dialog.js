// Opens native dialogs: those already in the page ([data-opens-dialog="id"]), and #dialog, which
// htmx fills from the address of a link that without scripts is an ordinary page.
const shared = document.getElementById("dialog");
let opener = null;

function open(dialog) {
  if (!dialog || dialog.open) return;
  opener = document.activeElement;
  dialog.showModal();
}

// The browser gives the focus back to what had it. A menu has closed meanwhile: its button takes it.
document.addEventListener("close", (event) => {
  const { activeElement } = document;
  const isLost = activeElement === document.body || event.target.contains(activeElement);
  if (isLost) opener?.closest("[data-menu]")?.querySelector("summary").focus();
}, { capture: true });

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens-dialog]");
  if (opener) open(document.getElementById(opener.dataset.opensDialog));

  const closer = event.target.closest("[data-close]");
  if (!closer) return;
  const dialog = closer.closest("dialog");
  if (dialog) {
    event.preventDefault();
    dialog.close();
  } else {
    closer.closest(".kern-alert")?.remove();
  }
});

// A click on the darkened page behind the dialog closes it, unless something must be answered.
document.addEventListener("click", (event) => {
  if (event.target instanceof HTMLDialogElement && event.target.getAttribute("role") !== "alertdialog") {
    event.target.close();
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === shared) open(shared);
});
shared?.addEventListener("close", () => shared.replaceChildren());

for (const button of document.querySelectorAll("[data-close][hidden]")) button.hidden = false;
