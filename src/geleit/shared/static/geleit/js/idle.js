// Idle time-out. Activity in any tab counts. While somebody is active the server is told now and
// then, since typing alone does not reach it; two minutes before the end a dialog asks; at the end
// drafts are saved and the page is left, so that nothing confidential stays on the screen.
const dialog = document.getElementById("idle");
const MARK = "geleit-active-at";
const channel = "BroadcastChannel" in window ? new BroadcastChannel("geleit-activity") : null;

function start() {
  const allowed = Number(dialog.dataset.idleSeconds) * 1000;
  const pingEvery = Math.min(60_000, allowed / 6);
  // The server may have heard of the last activity one ping too early; end before it does.
  const limit = allowed - pingEvery;
  const warning = Math.min(120_000, limit / 2);
  let activeAt = Date.now();
  let toldAt = Date.now();
  let isOver = false;

  function remember(moment) {
    activeAt = Math.max(activeAt, moment);
  }

  async function ping() {
    toldAt = Date.now();
    const { pingUrl } = dialog.dataset;
    try {
      await fetch(pingUrl ?? location.href, { method: pingUrl ? "GET" : "HEAD", headers: { "X-Requested-With": "fetch" }, cache: "no-store" });
    } catch {
      toldAt = 0; // no connection: tell the server with the next activity
    }
  }

  function noteActivity() {
    const now = Date.now();
    if (dialog.open || now - activeAt < 1000) return;
    remember(now);
    try { localStorage.setItem(MARK, String(now)); } catch { /* storage switched off: this tab only */ }
    channel?.postMessage(now);
    if (now - toldAt > pingEvery) ping();
  }

  function stay() {
    dialog.close();
    activeAt = 0;
    toldAt = 0;
    noteActivity();
  }

  function end() {
    isOver = true;
    document.dispatchEvent(new CustomEvent("geleit:leaving"));
    // The drafts leave with the event; give them a moment before the page goes.
    setTimeout(() => location.assign(location.pathname + location.search), 1500);
  }

  function showLeft(left) {
    const seconds = Math.max(0, Math.ceil(left / 1000));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    dialog.querySelector("[data-idle-left]").textContent = text;
  }

  function check() {
    if (isOver) return;
    try { remember(Number(localStorage.getItem(MARK)) || 0); } catch { /* this tab only */ }
    const left = activeAt + limit - Date.now();
    if (left <= 0) end();
    else if (left <= warning) {
      showLeft(left);
      if (!dialog.open) {
        document.dispatchEvent(new CustomEvent("geleit:save-drafts"));
        dialog.showModal();
      }
    } else if (dialog.open) dialog.close();
  }

  for (const kind of ["keydown", "pointerdown", "scroll"]) {
    document.addEventListener(kind, noteActivity, { passive: true, capture: true });
  }
  channel?.addEventListener("message", (event) => remember(Number(event.data) || 0));
  dialog.querySelector("[data-idle-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  document.addEventListener("visibilitychange", check);
  try { localStorage.setItem(MARK, String(activeAt)); } catch { /* this tab only */ }
  setInterval(check, 1000);
}

if (dialog) start();
