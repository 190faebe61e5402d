// The desk: the lease, who else is here, drafts, the whole paragraph, and the next conflict painted before the answer is back.
"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const on = document.addEventListener.bind(document);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const RENEW = 5 * 60 * 1000;
  const LOOK = 15 * 1000;
  const TWICE = 250;
  const IDLE = 300;
  const BREATH = 1000;
  // What the registry answers where the same goes right a little later: too many requests, or others who write.
  const LATER = [429, 503];
  const WRITTEN = "main :is(input, textarea, select)";
  // The box to ask in stays: somebody may be writing there when an answer comes, and the next letters would be verdicts.
  const PARTS = ["header.bar nav", "main", "footer.foot"];
  let ahead = null;
  let pending = 0;
  let newest = 0;
  let wishes = [];
  let held = {};
  let last = { key: null, at: 0 };
  let pressed = 0;
  let cut = -BREATH;
  let typed = -BREATH;
  let sent = false;

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  const key = (field) => `draft ${location.pathname} ${field.id}`;

  async function lease() {
    const path = one("[data-lease]")?.dataset.lease;
    if (held.path !== path) leave();
    const answer = path && await fetch(path, { method: "POST", keepalive: true }).catch(() => null);
    const told = answer?.ok ? await answer.json() : {};
    if (!told.mine) return;
    const late = one("[data-lease]")?.dataset.lease !== path;
    if (late) giveBack(path, told.until); else held = { path, until: told.until };
  }

  // A page that is left gives its conflict back; nobody should wait a quarter of an hour for it.
  function leave() {
    if (held.path) giveBack(held.path, held.until);
    held = {};
  }

  function giveBack(path, until) {
    navigator.sendBeacon(path.replace(/lease$/, "leave"), new URLSearchParams({ until }));
  }

  async function presence() {
    const place = one("[data-presence]");
    if (!place || document.hidden) return;
    const answer = await fetch(place.dataset.presence).catch(() => null);
    const [now] = answer?.ok ? Object.values(await answer.json()) : [];
    if (!now || place !== one("[data-presence]")) return;
    const told = place.dataset;
    if (String(now.decision) !== told.decision) decided(place, now);
    else if (now.holder !== told.holder) await showHolder(place);
  }

  async function showHolder(place) {
    const answer = await fetch(location.href).catch(() => null);
    const page = answer?.ok ? parsed(await answer.text()) : null;
    if (page && place === one("[data-presence]")) renew(page, ["#presence"]);
  }

  function decided(place, now) {
    const link = Object.assign(document.createElement("a"), { href: location.pathname + location.search, textContent: "See what was decided" });
    const told = Object.assign(document.createElement("p"), { textContent: `${now.reviewer} has decided this conflict meanwhile. ` });
    const box = Object.assign(document.createElement("div"), { className: "notice changed" });
    told.append(link);
    box.append(told);
    place.replaceChildren(box);
    place.dataset.decision = now.decision;
  }

  function restore() {
    for (const field of all("[data-draft]")) {
      const draft = localStorage.getItem(key(field));
      if (!draft || field.value) continue;
      field.value = draft;
      const panel = field.closest("details");
      if (panel && !panel.open) { panel.dataset.found = ""; panel.open = true; }
    }
  }

  async function lookAhead() {
    const href = one("[data-next]")?.dataset.next;
    ahead = null;
    if (!href) return;
    const answer = await fetch(href).catch(() => null);
    const page = answer?.ok ? parsed(await answer.text()) : null;
    // What comes late may belong to a conflict that is no longer shown, as when a verdict brought another one back.
    if (!page || one("[data-next]")?.dataset.next !== href) return;
    ahead = { href, page };
    one("[data-next]").setAttribute("data-ready", "");
  }

  function show(page, href, undo) {
    // What was looked up for the page that goes may be the very one that comes.
    ahead = null;
    const known = [...document.styleSheets].map((sheet) => sheet.href);
    for (const sheet of page.querySelectorAll("link[rel=stylesheet]")) if (!known.includes(sheet.href)) document.head.append(document.adoptNode(sheet));
    renew(page, PARTS);
    toast(page, undo);
    document.title = page.title;
    if (href) history.pushState({ desk: true }, "", href);
    scrollTo(0, 0);
    settle();
    document.dispatchEvent(new Event("shown"));
  }

  function settle() {
    if (document.activeElement !== one("#ask")) one("main").focus();
  }

  function cleaned(address) {
    const url = new URL(address);
    for (const name of ["done", "corrected", "conflict"]) url.searchParams.delete(name);
    return url.pathname + url.search;
  }

  function renew(page, parts) {
    for (const part of parts) {
      const fresh = page.querySelector(part);
      if (fresh) one(part)?.replaceWith(document.adoptNode(fresh));
    }
    unhide();
  }

  // What only a script can do is hidden until it is here.
  function unhide() {
    for (const node of all("[data-all-whole]")) node.hidden = false;
  }

  function toast(page, key) {
    one(".toast")?.remove();
    const told = page.querySelector(".toast");
    if (!told) return;
    document.body.append(document.adoptNode(told));
    document.dispatchEvent(new Event("told"));
    if (key) one(`.toast [data-key~="${CSS.escape(key)}"]`)?.click();
  }

  // Of the keys that met nothing while a verdict had no answer, the one that its Undo goes by.
  function wished(number, page) {
    const keys = wishes.filter((wish) => wish.number === number).map((wish) => wish.key);
    wishes = wishes.filter((wish) => wish.number !== number);
    return keys.find((key) => page?.querySelector(`.toast [data-key~="${CSS.escape(key)}"]`));
  }

  function opened() {
    if (!one("[data-lease]")) return;
    unhide();
    restore();
    lease();
    // A browser that is never idle, or does not notice that it is, looks ahead all the same.
    if (window.requestIdleCallback) requestIdleCallback(lookAhead, { timeout: IDLE }); else setTimeout(lookAhead);
  }

  // A key that is pressed twice in so short a time has decided one conflict; nobody has read the next one yet.
  function twice(key) {
    const before = last;
    last = { key, at: pressed };
    return Boolean(key) && key === before.key && last.at - before.at < TWICE;
  }

  async function decide(form, submitter) {
    const data = new URLSearchParams(new FormData(form, submitter));
    const here = location.href;
    const next = ahead;
    const drafts = all("[data-draft]").map(key);
    const left = { title: document.title, nodes: PARTS.map(one) };
    const number = newest += 1;
    const begun = performance.now();
    pending += 1;
    sent = !next;
    one(".toast")?.remove();
    if (next) show(next.page, next.href);
    // Whoever has to sign in first comes back to the conflict that was decided, not to the one that is shown already.
    const answer = await fetch(form.action, { method: "POST", body: data, referrer: here }).catch(() => null);
    const page = answer && parsed(await answer.text().catch(() => ""));
    pending -= 1;
    const replaced = !answer?.ok || (!next && typed > begun);
    if (replaced && document.activeElement?.matches(WRITTEN)) cut = performance.now();
    if (number === newest) sent = false;
    const undo = wished(number, page);
    if (!answer || LATER.includes(answer.status)) unsent(left, here, next, page?.querySelector(".say")?.textContent);
    else if (answer.ok && /[?&](done|corrected)=/.test(answer.url)) {
      for (const draft of drafts) localStorage.removeItem(draft);
      if (/[?&]done=/.test(answer.url)) remember([...verdicts(), here]);
      if (!next && page.querySelector("[data-lease]")) show(page, cleaned(answer.url), undo);
      else if (!next) location.assign(answer.url);
      // An answer that was overtaken counts fewer than are decided, and its Undo would take back another verdict than the last.
      else if (undo || number === newest) { toast(page, undo); renew(page, ["header.bar nav", ...(new URL(answer.url).pathname === location.pathname ? [".desk-nav"] : [])]); }
    } else if (answer.ok) location.assign(answer.url);
    else if (page.querySelector("main")) show(page, here);
    else location.assign(here);
  }

  const verdicts = () => JSON.parse(sessionStorage.getItem("verdicts") || "[]");
  const remember = (addresses) => sessionStorage.setItem("verdicts", JSON.stringify(addresses.slice(-50)));

  // Where no notice has an Undo any more, as after a skip: that of the conflict that is shown, else the way to the verdict before.
  function takeBack(key) {
    if (!one("#presence")?.dataset.undo.split(" ").includes(key)) return;
    const held = one(".held.settled form");
    if (held) { held.requestSubmit(); return; }
    const left = verdicts().filter((address) => new URL(address).pathname !== location.pathname);
    const last = left.pop();
    remember(left);
    if (last) location.assign(last);
  }

  // Without an answer, or where it asks for patience, the conflict comes back as it was, with what was typed.
  function unsent(left, here, next, why = "The registry did not answer.") {
    const other = one("#unsent") && location.href !== here ? location.href : "";
    if (next) {
      PARTS.forEach((part, at) => one(part).replaceWith(left.nodes[at]));
      document.title = left.title;
      history.replaceState({ desk: true }, "", here);
      settle();
      lease();
      lookAhead();
    }
    one("#unsent")?.remove();
    const box = Object.assign(document.createElement("div"), { id: "unsent", className: "notice contradiction", role: "alert" });
    box.append(Object.assign(document.createElement("p"), { textContent: `${why} So this is not decided yet. What you wrote is kept here; decide again in a moment.` }));
    if (other) box.append(Object.assign(document.createElement("a"), { href: other, textContent: "Nor is the conflict that was decided before" }));
    one("#presence").after(box);
    scrollTo(0, 0);
  }

  async function whole(link) {
    const quote = link.closest(".witness").querySelector(".quote");
    if (quote.short) { shorten(quote); return; }
    // Kept before the answer is back: a second press by then takes the wish back.
    const short = quote.short = [...quote.childNodes];
    const answer = await fetch(`/claims/${link.hash.slice(1)}/paragraph`).catch(() => null);
    const text = answer?.ok ? await answer.text().catch(() => "") : "";
    if (quote.short !== short) return;
    if (!text) { shorten(quote); return; }
    quote.dataset.short = "yes";
    quote.replaceChildren(...document.adoptNode(parsed(text).getElementById("paragraph")).childNodes);
  }

  function shorten(quote) {
    quote.replaceChildren(...quote.short);
    quote.short = null;
    delete quote.dataset.short;
  }

  // When the finger came down, also where the page was too busy to hear of it at once.
  for (const kind of ["keydown", "pointerdown"]) on(kind, (event) => { pressed = event.timeStamp; }, true);
  // Whoever was writing when a conflict came or came back goes on for a moment; those letters are no verdicts either.
  on("keydown", (event) => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.timeStamp - cut >= BREATH || event.target.matches?.("input, textarea, select")) return;
    cut = event.timeStamp;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  on("submit", (event) => {
    if (!event.target.matches("[data-decides]")) return;
    event.preventDefault();
    if (sent || twice(event.submitter?.dataset.key)) return;
    decide(event.target, event.submitter);
  });
  on("input", (event) => {
    typed = performance.now();
    if (event.target.matches("[data-draft]")) localStorage.setItem(key(event.target), event.target.value);
  });
  on("toggle", (event) => {
    const panel = event.target;
    // A form that is found begun is shown; the keys stay those of the desk.
    if ("found" in panel.dataset) { delete panel.dataset.found; return; }
    if (panel.open && panel.matches(".more details")) panel.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }, true);
  on("click", (event) => {
    if (event.target.closest("[data-all-whole]")) all("[data-whole]").forEach(whole);
    const reason = event.target.closest("[data-reason]");
    if (!reason) return;
    event.preventDefault();
    one("#reason").value = reason.dataset.reason;
    reason.closest("details").open = false;
  });
  on("shown", opened);
  // Undo may be pressed before the answer is back, and with it the button.
  on("unmet", (event) => { if (pending) wishes.push({ key: event.detail, number: newest }); else takeBack(event.detail); });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => { if (event.persisted) lease(); });
  addEventListener("popstate", () => location.reload());
  setInterval(() => { if (!document.hidden) lease(); }, RENEW);
  setInterval(presence, LOOK);
  on("visibilitychange", presence);
  opened();
})();
