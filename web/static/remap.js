// One's own keys for the desk, kept in this browser.
"use strict";
(() => {
  const TAKEN = ["/", "?", "g", "j", "k"];
  const PRESETS = { ours: {}, prodigy: { 1: "a", n: "x" }, dedupe: { 1: "y" } };
  const fields = [...document.querySelectorAll("[data-own]")];
  const told = document.getElementById("own-told");

  function shown(own) {
    for (const field of fields) field.value = own[field.dataset.own] ?? field.dataset.own;
  }

  function wrong(keys) {
    const taken = keys.find((key) => TAKEN.includes(key));
    if (taken) return `${taken} means something on every page; choose another key.`;
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    if (twice) return `${twice} is taken twice; nothing was saved.`;
    return keys.some((key) => key !== "space" && [...key].length !== 1) ? "Each key is one character, or the word space." : "";
  }

  function save() {
    const pairs = fields.map((field) => [field.dataset.own, field.value.trim() || field.dataset.own]);
    const error = wrong(pairs.map(([, key]) => key));
    told.textContent = error || "Saved.";
    if (!error) localStorage.setItem("own keys", JSON.stringify(Object.fromEntries(pairs.filter(([ours, key]) => ours !== key))));
  }

  document.getElementById("own").hidden = false;
  shown(JSON.parse(localStorage.getItem("own keys") || "{}"));
  for (const field of fields) field.addEventListener("change", save);
  document.querySelector(".own-keys").addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("[data-preset]")) {
    button.addEventListener("click", () => { shown(PRESETS[button.dataset.preset]); save(); });
  }
})();
