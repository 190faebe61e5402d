// Adding: files dropped anywhere, each sent for itself with its progress and its result.
"use strict";
(() => {
  const form = document.querySelector("[data-files]");
  const field = form.querySelector("[type=file]");
  const list = form.querySelector(".uploads");
  // Firefox remembers over a reload that a field was disabled.
  field.disabled = false;

  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length && !field.disabled) { field.files = event.dataTransfer.files; field.dispatchEvent(new Event("change")); }
  });
  field.addEventListener("change", () => {
    list.replaceChildren(...[...field.files].map((file) => line(`${file.name}, ${Math.ceil(file.size / 1000)} kB`)));
  });

  function line(text) {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }

  function result(item, name, sent) {
    const page = new DOMParser().parseFromString(sent.responseText, "text/html");
    const wrong = page.querySelector(".notice span")?.textContent;
    item.textContent = `${name}: ${sent.status < 400 ? page.querySelector(".toast span")?.textContent ?? "added" : wrong ? `not added. ${wrong}` : "not added"} `;
    if (sent.status >= 400) return;
    const [before, now] = [document, page].map((one) => one.querySelector('header.bar nav a[href="/queue"]'));
    if (before && now) before.replaceWith(document.adoptNode(now));
    const link = document.createElement("a");
    link.href = sent.responseURL;
    link.textContent = "Open";
    item.append(link);
  }

  function send(file, item) {
    return new Promise((done) => {
      const sent = new XMLHttpRequest();
      const body = new FormData();
      const begun = performance.now();
      body.append("files", file);
      sent.upload.onprogress = (event) => {
        const rate = event.loaded / (performance.now() - begun) * 1000;
        const left = Math.ceil((event.total - event.loaded) / rate);
        item.textContent = event.loaded < event.total
          ? `${file.name}: ${Math.round(100 * event.loaded / event.total)} %, ${left} s left`
          : `${file.name}: is being read`;
      };
      sent.onload = () => { result(item, file.name, sent); done(); };
      sent.onerror = sent.onabort = () => { item.textContent = `${file.name}: did not arrive; try again.`; done(); };
      sent.open("POST", form.action);
      sent.send(body);
    });
  }

  form.addEventListener("submit", async (event) => {
    // While files are on their way none are chosen and none are sent again.
    if (field.disabled) { event.preventDefault(); return; }
    if (event.submitter?.matches("[data-plain]") || field.files.length < 2) return;
    event.preventDefault();
    field.disabled = true;
    const items = [...list.children];
    for (const [at, file] of [...field.files].entries()) await send(file, items[at]);
    field.disabled = false;
    form.reset();
  });
})();
