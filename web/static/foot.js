// Whatever gets the focus by key is scrolled clear of what sticks to the foot of the window: verdicts, several at once.
"use strict";
(() => {
  const on = document.addEventListener.bind(document);
  const sticks = (node) => (node.checkVisibility?.() ?? true) && getComputedStyle(node).position === "sticky";
  let pointing = false;
  on("pointerdown", () => { pointing = true; }, true);
  for (const end of ["pointerup", "pointercancel"]) on(end, () => { pointing = false; }, true);
  on("focusin", ({ target }) => {
    const foot = pointing ? null : [...document.querySelectorAll(".verdicts, .bulk, .open-sheet")].find(sticks);
    if (!foot || foot.contains(target)) return;
    const [own, over] = [target.getBoundingClientRect(), foot.getBoundingClientRect()];
    if (own.bottom > over.top && own.top < over.bottom) window.scrollBy(0, own.bottom - over.top + 8);
  });
})();
