// When an htmx request fails, say so and say what to do; never fail in silence.
const texts = document.getElementById("texts")?.dataset ?? {};
const BY_STATUS = {
  401: "requestSignedOut", 403: "requestSignedOut", 404: "requestMissing", 409: "requestConflict",
  412: "requestConflict", 413: "requestLarge", 429: "requestOften",
};

function alert(text) {
  const place = document.getElementById("page-alert");
  const template = document.getElementById("alert-template");
  if (!place || !template) return;
  const box = template.content.firstElementChild.cloneNode(true);
  box.querySelector(".kern-body").textContent = text;
  place.replaceChildren(box);
  box.scrollIntoView({ block: "nearest" });
}

let failed = null;

function tell(key, element = null) {
  failed = element;
  alert(texts[key] ?? texts.requestFailed ?? "");
}

document.addEventListener("geleit:alert", (event) => alert(event.detail));
for (const kind of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(kind, (event) => tell("requestOffline", event.detail.elt));
}
document.addEventListener("htmx:responseError", (event) => {
  tell(BY_STATUS[event.detail.xhr.status] ?? "requestFailed", event.detail.elt);
});
// The same thing tried again with success takes the alert away; other requests leave it.
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.successful && event.detail.elt === failed) document.getElementById("page-alert")?.replaceChildren();
});

// A fragment was asked for and a whole page came: the request was led elsewhere, most likely to
// the sign-in. Putting that page into the fragment's place would be nonsense.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  const asked = new URL(requestConfig.path, location.href).pathname;
  const isElsewhere = xhr.responseURL && new URL(xhr.responseURL).pathname !== asked;
  if (isElsewhere && /<html[\s>]/i.test(xhr.responseText.slice(0, 2000))) {
    event.detail.shouldSwap = false;
    tell("requestSignedOut");
  }
});
