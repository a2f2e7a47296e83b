// Small helpers; every page works without them.
"use strict";
document.querySelectorAll("form[data-progress]").forEach((form) => {
  form.addEventListener("submit", () => {
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = form.dataset.progress;
    form.querySelectorAll("button").forEach((b) => { b.disabled = true; });
  });
  const file = form.querySelector("input[type=file]");
  if (!file) return;
  form.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (e) => {
    e.preventDefault();
    form.classList.remove("over");
    if (e.dataTransfer.files.length) file.files = e.dataTransfer.files;
  });
});
document.querySelectorAll("[data-filter]").forEach((set) => {
  set.addEventListener("change", () => {
    const off = [...set.querySelectorAll("input:not(:checked)")].map((i) => i.value);
    document.querySelectorAll("[data-kinds]").forEach((a) => {
      a.hidden = a.dataset.kinds.split(" ").some((k) => off.includes(k));
    });
  });
});
