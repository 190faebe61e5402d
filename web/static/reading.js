// Reading: a claim lights up with its line in the rail; what is to be copied is copied with one click.
"use strict";
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  const on = document.addEventListener.bind(document);

  function light(ids, lit) {
    for (const id of ids.split(" ")) for (const node of all(`[data-claim~="${CSS.escape(id)}"]`)) node.classList.toggle("lit", lit);
  }
  for (const kind of ["mouseover", "mouseout", "focusin", "focusout"]) {
    on(kind, (event) => {
      const node = event.target.closest?.("[data-claim]");
      if (node) light(node.dataset.claim, kind === "mouseover" || kind === "focusin");
    });
  }

  on("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim());
    copy.textContent = copy.dataset.done;
  });
  // What is marked in the text when "Cite" is chosen is what is cited; by key also the claim that one is at.
  function aim(event, claim) {
    const link = event.target.closest?.("[data-cite]");
    if (!link) return;
    link.dataset.plain ??= link.href;
    const marked = String(getSelection()).trim();
    if (marked && marked.length <= 2000) link.href = `${link.dataset.plain}&exact=${encodeURIComponent(marked)}`;
    else link.href = claim ? `/claims/${claim.split(" ")[0]}#cite` : link.dataset.plain;
  }
  on("pointerdown", (event) => aim(event));
  on("click", (event) => { if (!event.detail) aim(event, document.activeElement.dataset.claim); }, true);
  for (const node of all("[data-copy]")) node.hidden = !navigator.clipboard;
})();
