// Rows and columns of the matrix fold along their trees; a folded cell says what lies hidden below it. Without this
// script everything is open.
"use strict";
const table = document.querySelector("table.matrix");
if (table) {
  const marks = { certain: "●", possible: "◐", several: "◆", uncovered: "○" };
  const branch = (node, heading) => ({
    node, heading, id: node.dataset.id, above: node.dataset.above ? node.dataset.above.split(" ") : [], parent: "parent" in heading.dataset,
  });
  const rows = [...table.tBodies[0].rows].map((tr) => branch(tr, tr.cells[0]));
  const columns = [...table.tHead.rows[0].cells].slice(1).map((th) => branch(th, th));
  const cells = rows.map((r) => [...r.node.cells].slice(1));
  const folded = { rows: new Set(), columns: new Set() };
  const seen = (list, shut) => list.map((b) => !b.above.some((id) => shut.has(id)));
  const below = (list, shut, at) => (shut.has(list[at].id) ? list.flatMap((b, n) => (n === at || b.above.includes(list[at].id) ? [n] : [])) : [at]);

  const note = (r, c) => {
    const counts = {};
    for (const y of below(rows, folded.rows, r)) for (const x of below(columns, folded.columns, c)) {
      if (y !== r || x !== c) counts[cells[y][x].dataset.state] = (counts[cells[y][x].dataset.state] || 0) + 1;
    }
    return Object.keys(marks).filter((s) => counts[s]).map((s) => `${marks[s]}${counts[s]}`).join(" ");
  };

  const draw = () => {
    const down = seen(rows, folded.rows), across = seen(columns, folded.columns);
    rows.forEach((row, r) => {
      row.node.hidden = !down[r];
      cells[r].forEach((cell, c) => {
        cell.hidden = !across[c];
        if (cell.hidden || !down[r]) return;
        const words = note(r, c), inside = cell.firstElementChild;
        let small = inside.querySelector("small");
        if (!small && words) inside.append(small = document.createElement("small"));
        if (small) small.textContent = words && `下级 ${words}`;
      });
    });
    columns.forEach((column, c) => { column.node.hidden = !across[c]; });
    [[rows, folded.rows], [columns, folded.columns]].forEach(([list, shut]) => list.forEach((b) => {
      const button = b.heading.querySelector("button");
      if (!button) return;
      button.setAttribute("aria-expanded", String(!shut.has(b.id)));
      button.textContent = shut.has(b.id) ? "＋" : "－";
    }));
    const view = `&rows=${[...folded.rows]}&columns=${[...folded.columns]}`;
    document.querySelectorAll("[data-picture]").forEach((p) => {
      const name = p.dataset.png ? "data-png" : "href";
      p.setAttribute(name, p.getAttribute(name).split("&rows=")[0] + view);
    });
    const count = (list) => list.filter(Boolean).length;
    document.getElementById("folded").textContent = `显示 ${count(down)} 类对象、${count(across)} 种救助`;
  };

  [[rows, folded.rows], [columns, folded.columns]].forEach(([list, shut]) => list.filter((b) => b.parent).forEach((b) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "fold" });
    button.setAttribute("aria-label", `展开或者收起${b.heading.textContent.trim()}的下级`);
    button.addEventListener("click", () => { if (!shut.delete(b.id)) shut.add(b.id); draw(); });
    b.heading.prepend(button);
    if (b.above.length) shut.add(b.id);
  }));
  document.querySelectorAll("[data-fold]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      [[rows, folded.rows], [columns, folded.columns]].forEach(([list, shut]) => {
        shut.clear();
        if (button.dataset.fold === "all") list.filter((b) => b.parent).forEach((b) => shut.add(b.id));
      });
      draw();
    });
  });
  draw();
}
