// Keys for people who read all day. Everything here is a shortcut to a link or a button that is on the page.
"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const writing = (node) => node.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  const places = { q: "/queue", d: "/documents", h: "/", a: "/add" };
  let waiting = false;

  const off = () => localStorage.getItem("keys") === "off";
  const shown = (node) => node.checkVisibility ? node.checkVisibility() : true;

  function move(step) {
    const rows = all("[data-row]").filter(shown);
    if (!rows.length) return false;
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  function press(key) {
    const named = `[data-key~="${CSS.escape(key)}"]`;
    const target = one(`[data-first][open] :is(a, button)${named}`)
      || all(named).find((node) => !node.closest("[data-first]:not([open]) > :not(summary)"));
    if (!target) return false;
    if (target.tagName === "INPUT") target.focus();
    else target.click();
    return true;
  }

  function act(event) {
    const key = event.key === " " ? "space" : event.key;
    if (waiting) {
      waiting = false;
      if (places[key]) { location.assign(places[key]); return true; }
    }
    if (key === "g") { waiting = true; setTimeout(() => { waiting = false; }, 1200); return true; }
    if (key === "/") { one("#ask")?.focus(); one("#ask")?.select(); return true; }
    if (key === "?") { one("#keys")?.showModal?.(); return true; }
    if ((key === "x" || key === "X") && one("#bulk")) { document.dispatchEvent(new CustomEvent("pick", { detail: key === "X" })); return true; }
    if (press(key)) return true;
    document.dispatchEvent(new CustomEvent("unmet", { detail: key }));
    if (key === "j" || key === "]") return move(1);
    if (key === "k" || key === "[") return move(-1);
    return false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && writing(event.target)) { event.target.blur(); return; }
    const unfolded = one("[data-first][open], details[name=more][open]");
    if (event.key === "Escape" && unfolded) { unfolded.open = false; unfolded.querySelector("summary").focus(); return; }
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { const form = event.target.form; if (form) { event.preventDefault(); form.requestSubmit(); } return; }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !writing(event.target)) { if (event.shiftKey ? press("Z") : press("Backspace")) event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || off()) return;
    if (writing(event.target) || one("dialog[open]")) return;
    if (event.key === " " && event.target.closest("button, summary, a")) return;
    if (act(event)) event.preventDefault();
  });

  document.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim());
      copy.textContent = copy.dataset.done;
    }
    if (event.target.closest("[data-keys]")) { const dialog = one("#keys"); if (dialog?.showModal) { event.preventDefault(); dialog.showModal(); } }
  });

  function light(ids, lit) {
    for (const id of ids.split(" ")) for (const node of all(`[data-claim~="${CSS.escape(id)}"]`)) node.classList.toggle("lit", lit);
  }
  for (const kind of ["mouseover", "mouseout", "focusin", "focusout"]) {
    document.addEventListener(kind, (event) => {
      const node = event.target.closest?.("[data-claim]");
      if (node) light(node.dataset.claim, kind === "mouseover" || kind === "focusin");
    });
  }

  // A day is the same day everywhere; a moment is told in the reader's zone, with its name.
  const DAY = { day: "numeric", month: "short", year: "numeric" };
  const MOMENT = { ...DAY, hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
  function localise(time) {
    const moment = time.dateTime.includes("T");
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) return;
    const exact = moment ? date.toLocaleString(undefined, MOMENT) : time.title;
    time.dataset.local = "";
    if ("clock" in time.dataset) { time.title = time.textContent; time.textContent = exact; return; }
    time.title = exact;
    if (/\d{4}$/.test(time.textContent)) time.textContent = date.toLocaleDateString(undefined, moment ? DAY : { ...DAY, timeZone: "UTC" });
  }

  // Screen readers tell what comes to a live region that was there before, not what a page arrives with.
  function announce() {
    const told = one(".toast span")?.textContent;
    if (told) setTimeout(() => { one("#said").textContent = told; }, 100);
  }

  function ready() {
    for (const time of all("time[datetime]:not([data-local])")) localise(time);
    announce();
    for (const node of all("[data-copy]")) node.hidden = !navigator.clipboard;
    if (one(".toast")) {
      const address = new URL(location.href);
      for (const name of ["done", "undone", "corrected", "deed", "kept", "taught"]) address.searchParams.delete(name);
      history.replaceState(null, "", address);
    }
  }
  document.addEventListener("shown", ready);
  document.addEventListener("told", announce);
  ready();
  const toggle = one(".keys-off");
  if (toggle) {
    toggle.checked = off();
    toggle.addEventListener("change", () => localStorage.setItem("keys", toggle.checked ? "off" : "on"));
  }
})();
