// The queue: selecting rows by key, the bar that counts them, and who has what open.
"use strict";
(() => {
  const bulk = document.getElementById("bulk");
  const boxes = bulk ? [...bulk.querySelectorAll("[name=id]")] : [];
  let last = -1;

  function told() {
    const number = boxes.filter((box) => box.checked).length;
    bulk.querySelector(".picked-count").textContent = number
      ? `${number} selected`
      : "Several at once: select rows (x), choose a verdict, look at what it would do.";
    bulk.classList.toggle("picking", number > 0);
  }

  function select(box, range) {
    const at = boxes.indexOf(box);
    if (range && last >= 0) for (const each of boxes.slice(Math.min(at, last), Math.max(at, last) + 1)) each.checked = true;
    else box.checked = !box.checked;
    last = at;
    told();
  }

  document.addEventListener("pick", (event) => {
    const row = document.activeElement.closest?.(".row") || bulk?.querySelector(".row");
    const box = row?.querySelector("[name=id]");
    if (box) select(box, event.detail);
  });
  bulk?.addEventListener("click", (event) => {
    if (!event.target.matches("[name=id]")) return;
    if (event.shiftKey && last >= 0) { event.target.checked = !event.target.checked; select(event.target, true); }
    else { last = boxes.indexOf(event.target); told(); }
  });
  if (bulk?.querySelector(".picked-count")) told();

  const places = [...document.querySelectorAll(".holder")];
  const shown = (place) => place.closest(".row").querySelector(".title").pathname.split("/").pop();
  const known = new Map();
  async function presence() {
    if (document.hidden || !places.length) return;
    const asked = new URLSearchParams(places.map((place) => ["id", shown(place)]));
    const answer = await fetch(`/presence?${asked}`).catch(() => null);
    if (!answer?.ok) return;
    const now = await answer.json();
    for (const place of places) {
      const { holder, decision, reviewer } = now[shown(place)];
      const before = known.get(place) ?? decision;
      known.set(place, before);
      place.textContent = decision !== before ? ` decided by ${reviewer}` : holder && ` open at ${holder}`;
      place.closest("li").classList.toggle("gone", decision !== before);
    }
  }
  setInterval(presence, 20 * 1000);
  document.addEventListener("visibilitychange", presence);
  presence();
})();
