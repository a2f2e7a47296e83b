// Small helpers for every page; each page works without them.
"use strict";
const shown = (node, on) => { node.hidden = !on; };

// On a narrow screen the page one is on comes into view in the navigation.
const here = document.querySelector("nav [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 16;

// 草案审查: findings by severity, family and topic.
document.querySelectorAll("[data-filters]").forEach((filters) => {
  const findings = [...document.querySelectorAll("article[data-severity]")];
  const status = filters.querySelector("[data-shown]");
  filters.addEventListener("change", () => {
    const on = (name) => [...filters.querySelectorAll(`input[name=${name}]:checked`)].map((i) => i.value);
    const severities = on("severity"), families = on("family"), topic = filters.querySelector("select").value;
    let count = 0;
    findings.forEach((f) => {
      const wanted = severities.includes(f.dataset.severity) && families.includes(f.dataset.family)
        && (!topic || f.closest("[data-topic]").dataset.topic === topic);
      shown(f, wanted);
      count += wanted;
    });
    document.querySelectorAll("[data-topic]").forEach((t) => shown(t, t.querySelector("article:not([hidden])")));
    status.textContent = count === findings.length ? `显示全部 ${count} 条` : `显示 ${findings.length} 条中的 ${count} 条`;
  });
});

// A list narrowed by typing: rows of the table that the field names.
document.querySelectorAll("input[data-narrows]").forEach((field) => {
  const rows = [...document.querySelectorAll(`#${field.dataset.narrows} tbody tr`)];
  field.addEventListener("input", () => {
    const wanted = field.value.trim();
    rows.forEach((row) => shown(row, !wanted || row.textContent.includes(wanted)));
  });
});

// Links that open beside the page where the browser can: the page behind them is read into a dialog.
document.querySelectorAll("a[data-beside]").forEach((link) => link.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return;
  event.preventDefault();
  const answer = await fetch(link.href);
  if (!answer.ok) { location.href = link.href; return; }
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog");
  const close = Object.assign(document.createElement("button"), { type: "button", className: "plain small close", textContent: "关闭" });
  dialog.append(close, ...other.querySelector("[data-inside]").childNodes);
  dialog.setAttribute("aria-label", link.dataset.beside);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}));

// A picture on the page saved as .png, in the fonts of this machine.
document.querySelectorAll("button[data-png]").forEach((button) => {
  shown(button, true);
  button.addEventListener("click", async () => {
    const source = await (await fetch(button.dataset.png)).text();
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(source);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: button.dataset.name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  });
});
