// Keys for people who read all day. Everything here is a shortcut to a link or a button that is on the page.
"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const on = document.addEventListener.bind(document);
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  const writing = (node) => node?.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  const places = { q: "/queue", d: "/documents", h: "/", a: "/add" };
  const SOON = 1200;
  let begun = -SOON;
  let listing = false;

  const off = () => localStorage.getItem("keys") === "off";
  const shown = (node) => node.checkVisibility ? node.checkVisibility() : true;

  function move(step) {
    const rows = all("[data-row], .rows .title").filter(shown);
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
    // A form that is open already, as one that was found begun, is gone on with; Escape folds it.
    const field = target.matches("[open] > summary") && target.parentElement.querySelector("input:not([type=hidden]), select, textarea");
    if (target.matches("input, textarea")) target.focus();
    else if (field) field.focus();
    else target.click();
    return true;
  }

  const unmet = (key) => document.dispatchEvent(new CustomEvent("unmet", { detail: key }));

  function act(event) {
    const key = event.key === " " ? "space" : event.key;
    // When the fingers came down counts, also where the page was too busy to hear of it at once.
    const second = event.timeStamp - begun < SOON;
    begun = -SOON;
    if (second && places[key]) { location.assign(places[key]); return true; }
    if (key === "g") { begun = event.timeStamp; return true; }
    if (key === "/") { one("#ask")?.focus(); one("#ask")?.select(); return true; }
    if (key === "?") { keys(); return true; }
    if ((key === "x" || key === "X") && one("#bulk")) { document.dispatchEvent(new CustomEvent("pick", { detail: key === "X" })); return true; }
    if (press(key)) return true;
    unmet(key);
    if (key === "j" || key === "]") return move(1);
    if (key === "k" || key === "[") return move(-1);
    return false;
  }

  on("keydown", (event) => {
    if (event.key === "Escape" && writing(event.target)) { event.target.blur(); return; }
    const unfolded = one("[data-first][open], details[name=more][open]");
    if (event.key === "Escape" && unfolded) { unfolded.open = false; unfolded.querySelector("summary").focus(); return; }
    if (event.key === "Enter" && event.target.matches('textarea[rows="1"]') && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (event.target.dataset.key && !event.ctrlKey && !event.metaKey) event.target.blur(); else event.target.form.requestSubmit();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { const form = event.target.form; if (form) { event.preventDefault(); form.requestSubmit(); } return; }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !writing(event.target)) {
      const key = event.shiftKey ? "Z" : "Backspace";
      if (press(key)) event.preventDefault(); else unmet(key);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || off()) return;
    if (event.repeat && !["j", "k", "[", "]"].includes(event.key)) return;
    if (writing(event.target) || one("dialog[open]")) return;
    if (event.key === " " && event.target.closest("button, summary, a")) return;
    if (act(event)) event.preventDefault();
  });

  // The list comes from its own page when somebody asks for it.
  async function keys() {
    if (one("#keys")) { one("#keys").showModal(); return; }
    if (listing) return;
    listing = true;
    const answer = one("#all-keys") ? null : await fetch("/keys").catch(() => null);
    const page = parsed(answer?.ok ? await answer.text().catch(() => "") : "");
    if (!page.getElementById("all-keys")) { listing = false; location.assign("/keys"); return; }
    const sheet = !one("link[href*=forms]") && page.querySelector("link[href*=forms]");
    if (sheet) await new Promise((done) => { sheet.onload = sheet.onerror = done; document.head.append(document.adoptNode(sheet)); });
    const dialog = Object.assign(document.createElement("dialog"), { id: "keys", ariaLabel: "Keys" });
    dialog.innerHTML = '<form method="dialog" class="bar-title"><h2>Keys</h2><button autofocus>Close</button></form>';
    dialog.append(document.adoptNode(page.getElementById("all-keys")));
    switches(dialog);
    document.body.append(dialog);
    listing = false;
    dialog.showModal();
  }

  on("click", (event) => {
    const more = event.target.closest("[data-rest]");
    if (more) { event.preventDefault(); rest(more); }
    if (event.target.closest("[data-keys]")) { event.preventDefault(); keys(); }
  });

  // The other witnesses of a value, in the order in which the first ones stand.
  async function rest(link) {
    if (link.asked) return;
    link.asked = true;
    const answer = await fetch(link.href).catch(() => null);
    link.asked = false;
    if (!link.isConnected) return;
    if (!answer?.ok) { location.assign(link.href); return; }
    const place = link.parentElement;
    const there = place.parentElement.querySelectorAll(":scope > .witness").length;
    const page = parsed(await answer.text());
    const more = [...page.querySelectorAll(".witness")].slice(there).map((one) => document.adoptNode(one));
    place.replaceWith(...more, ...page.querySelectorAll("[data-further]"));
    // Whoever has begun to write meanwhile goes on; the next letters would be verdicts.
    if (!writing(document.activeElement)) more[0]?.querySelector("a")?.focus();
    clocks();
  }

  // A day is the same day everywhere; a moment is told in the reader's zone, with its name.
  // Days are written as the server writes them, "31 May 2024", whatever the language of the browser.
  const DAY = { day: "numeric", month: "long", year: "numeric" };
  const CLOCK = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
  function localise(time) {
    time.dataset.local = "";
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) return;
    if (!time.dateTime.includes("T")) { time.title = time.dateTime; return; }
    const day = date.toLocaleDateString("en-GB", DAY);
    const exact = `${day}, ${date.toLocaleTimeString("en-GB", CLOCK)}`;
    if ("clock" in time.dataset) { time.title = time.textContent; time.textContent = exact; return; }
    time.title = exact;
    if (/\d{4}$/.test(time.textContent)) time.textContent = day;
  }

  const clocks = () => all("time[datetime]:not([data-local])").forEach(localise);

  // Screen readers tell what comes to a live region that was there before, not what a page arrives with.
  function announce() {
    const told = one(".toast span")?.textContent;
    if (told) setTimeout(() => { one("#said").textContent = told; }, 100);
  }

  function ready() {
    clocks();
    announce();
    if (one(".toast")) {
      const address = new URL(location.href);
      for (const name of ["done", "undone", "corrected", "conflict", "deed", "kept", "taught", "back"]) address.searchParams.delete(name);
      history.replaceState(null, "", address);
    }
  }
  // The browser's way back leads to the page that was left, not to a password that is sent once more.
  const resumes = one("[data-resumes]");
  if (resumes) history.replaceState(null, "", resumes.dataset.resumes);
  on("shown", ready);
  on("told", announce);
  ready();
  function switches(place) {
    const toggle = place.querySelector(".keys-off");
    if (!toggle) return;
    toggle.closest("[hidden]").hidden = false;
    toggle.checked = off();
    toggle.addEventListener("change", () => localStorage.setItem("keys", toggle.checked ? "off" : "on"));
  }
  switches(document);
})();
