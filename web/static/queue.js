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

  // A row is known by the conflict it leads to; it says who has it open only when somebody has.
  const rows = [...document.querySelectorAll(".row")];
  const named = (row) => row.querySelector(".title").pathname.split("/").pop();
  const known = new Map();
  function tell(row, text) {
    const place = row.querySelector(".holder") || Object.assign(document.createElement("span"), { className: "holder" });
    place.textContent = text;
    if (!place.isConnected && text) row.querySelector(".aside").append(place);
  }
  async function presence() {
    if (document.hidden || !rows.length) return;
    const asked = new URLSearchParams(rows.map((row) => ["id", named(row)]));
    const answer = await fetch(`/presence?${asked}`).catch(() => null);
    if (!answer?.ok) return;
    const now = await answer.json();
    for (const row of rows) {
      const { holder, decision, reviewer } = now[named(row)];
      const before = known.get(row) ?? decision;
      known.set(row, before);
      tell(row, decision !== before ? ` decided by ${reviewer}` : holder && ` with ${holder}`);
      row.classList.toggle("gone", decision !== before);
    }
  }
  setInterval(presence, 20 * 1000);
  document.addEventListener("visibilitychange", presence);
  presence();
})();
