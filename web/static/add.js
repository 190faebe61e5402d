// Adding: files dropped anywhere, each sent for itself with its progress and its result.
"use strict";
(() => {
  const form = document.querySelector("[data-files]");
  const field = form.querySelector("[type=file]");
  const list = form.querySelector(".uploads");
  // Firefox remembers over a reload that a field was disabled.
  field.disabled = false;

  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    if (field.disabled) return;
    // Entries and files are there during the event only; of a folder, only its entry says that it is one.
    const files = [...event.dataTransfer.files];
    const entries = [...event.dataTransfer.items ?? []].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const found = entries.some((entry) => entry.isDirectory) ? (await Promise.all(entries.map(within))).flat() : files;
    if (!found.length) return;
    const kept = new DataTransfer();
    found.forEach((file) => kept.items.add(file));
    field.files = kept.files;
    field.dispatchEvent(new Event("change"));
  });

  // The files of an entry, those of a folder in the order of their names; what begins with a dot is the system's.
  async function within(entry) {
    if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
    const reader = entry.createReader();
    const found = [];
    for (let some; !some || some.length; found.push(...some)) some = await new Promise((done, failed) => reader.readEntries(done, failed));
    const shown = found.filter((one) => !one.name.startsWith(".")).sort((one, other) => one.name.localeCompare(other.name));
    return (await Promise.all(shown.map(within))).flat();
  }

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
      sent.onload = async () => {
        if (sent.status !== 429) { result(item, file.name, sent); return done(); }
        for (let left = Number(sent.getResponseHeader("Retry-After")) || 60; left > 0; left--) {
          item.textContent = `${file.name}: too many in a minute; goes on in ${left} s`;
          await new Promise((waited) => setTimeout(waited, 1000));
        }
        done(send(file, item));
      };
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
