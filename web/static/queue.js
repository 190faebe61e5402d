// The queue: selecting rows by key, and the bar that counts them.
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
  if (bulk) told();
})();
