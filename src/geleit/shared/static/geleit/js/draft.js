// Drafts: a form with data-draft-url saves what is typed to that address, so that neither a broken line nor a
// time-out loses it. Text is never kept in the browser's storage. The form's [data-draft-status] says the state.
const texts = document.getElementById("texts")?.dataset ?? {};
const PAUSE = 1500;
const PATIENCE = 10_000;
const FRESH = 5000;

class Draft {
  timer = 0;
  failures = 0;
  savedAt = 0;
  isDirty = false;
  isSubmitting = false; // the draft goes ahead of the form
  isPassing = false; // the form itself goes

  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-draft-status]");
    for (const kind of ["input", "change"]) form.addEventListener(kind, () => this.changed());
    if (!form.matches("[hx-post]")) form.addEventListener("submit", (event) => this.submit(event));
  }

  say(key, state) {
    this.form.dataset.draftState = state;
    if (this.status) Object.assign(this.status, { textContent: texts[key] ?? "" }).dataset.state = state;
  }

  changed() {
    if (this.isPassing) return;
    this.isDirty = true;
    this.form.dataset.draftState = "unsaved";
    this.plan(PAUSE);
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  post(options) {
    const body = new FormData(this.form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    return fetch(this.form.dataset.draftUrl, { method: "POST", body, ...options });
  }

  // Says in the status what came of it and returns: "arrived", "unreachable" or "signed-out".
  async save(isSecondTry = false) {
    clearTimeout(this.timer);
    this.isDirty = false;
    let response;
    try {
      response = await this.post({ redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      this.retry(this.isSubmitting ? "submitOffline" : "draftOffline");
      return "unreachable";
    }
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) {
      if (!isSecondTry && (await renewToken())) return this.save(true);
      this.isDirty = true;
      this.failures = 1;
      this.say("draftSignedOut", "failed");
      return "signed-out";
    }
    this.answered(response);
    return "arrived";
  }

  answered(response) {
    if (!response.ok) return this.retry("draftFailed");
    const wasBroken = this.failures > 0 && !this.isSubmitting;
    this.failures = 0;
    this.savedAt = Date.now();
    return this.say(wasBroken ? "onlineAgain" : "draftSaved", this.isDirty ? "unsaved" : "saved");
  }

  retry(key) {
    this.isDirty = true;
    this.failures += 1;
    this.say(key, "failed");
    this.plan(Math.min(60_000, 1000 * 2 ** this.failures));
  }

  // The page is going away: one last try that outlives it; the browser allows 64 KB.
  flush() {
    if (!this.isDirty || this.isPassing) return;
    this.isDirty = false;
    this.post({ keepalive: true }).catch(() => { this.isDirty = true; });
  }

  // Before the real submit the draft goes first. If that does not arrive, neither would the form:
  // the page stays and says so, instead of giving way to the browser's error page.
  async submit(event) {
    if (this.isPassing) return;
    const isFresh = !this.isDirty && Date.now() - this.savedAt < FRESH && navigator.onLine;
    if (!isFresh) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.isSubmitting) return;
      this.isSubmitting = true;
      const outcome = await this.save();
      this.isSubmitting = false;
      if (outcome !== "arrived") return;
    }
    clearTimeout(this.timer);
    this.isPassing = true;
    this.form.dataset.draftState = "sent";
    if (!isFresh) this.form.requestSubmit(event.submitter);
  }
}

// After a sign-in in another window the old form token is refused. The page itself, asked for
// again, brings the new one; if it leads to the sign-in, there is none.
async function renewToken() {
  try {
    const response = await fetch(location.href, { redirect: "manual", cache: "no-store" });
    if (!response.ok) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector('input[name="csrfmiddlewaretoken"]')?.value;
    if (!token) return false;
    for (const field of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) field.value = token;
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    return true;
  } catch {
    return false;
  }
}

const drafts = new Map();

function watch(root) {
  const inside = [...root.querySelectorAll("form[data-draft-url]")];
  const forms = root.matches?.("form[data-draft-url]") ? [root, ...inside] : inside;
  for (const form of forms) if (!drafts.has(form)) drafts.set(form, new Draft(form));
}

function all(action) {
  for (const [form, draft] of drafts) if (form.isConnected) action(draft); else drafts.delete(form);
}

const saveAll = () => all((draft) => { if (draft.isDirty) draft.save(); });
const flushAll = () => all((draft) => draft.flush());

watch(document);
document.addEventListener("htmx:load", (event) => watch(event.detail.elt));
document.addEventListener("geleit:save-drafts", saveAll);
document.addEventListener("geleit:leaving", flushAll);
document.addEventListener("visibilitychange", () => { if (document.hidden) flushAll(); });
window.addEventListener("online", saveAll);
window.addEventListener("pagehide", flushAll);
window.addEventListener("pageshow", () => all((draft) => { draft.isPassing = false; }));
