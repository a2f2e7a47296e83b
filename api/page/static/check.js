// A draft sent as a job: its progress on the page, a way to stop it, then its findings. Without this script the form
// is sent as forms are.
"use strict";
const form = document.getElementById("check");
const panel = document.getElementById("progress");
const failed = document.getElementById("failed");
const file = form.querySelector("input[type=file]");
const drop = form.querySelector(".drop");

form.addEventListener("dragover", (e) => { e.preventDefault(); drop.classList.add("over"); });
form.addEventListener("dragleave", () => drop.classList.remove("over"));
form.addEventListener("drop", (e) => {
  e.preventDefault();
  drop.classList.remove("over");
  if (e.dataTransfer.files.length) file.files = e.dataTransfer.files;
});

const show = (running, problem) => {
  form.hidden = running;
  panel.hidden = !running;
  failed.hidden = !problem;
  failed.textContent = problem || "";
  if (problem) failed.scrollIntoView({ block: "center" });
};

const say = (snapshot) => {
  const bar = panel.querySelector("progress");
  if (snapshot.total) { bar.max = snapshot.total; bar.value = snapshot.done; } else bar.removeAttribute("value");
  const step = snapshot.total ? `第 ${snapshot.done + 1} 项，共 ${snapshot.total} 项：${snapshot.step}` : snapshot.step;
  panel.querySelector("[role=status]").textContent = step || "正在排队";
};

const follow = (job) => {
  const events = new EventSource(`/api/v1/jobs/${job}/events`);
  panel.querySelector("button").onclick = () => fetch(`/api/v1/jobs/${job}`, { method: "DELETE" });
  events.onmessage = async (message) => {
    const snapshot = JSON.parse(message.data);
    say(snapshot);
    if (!["done", "failed", "cancelled"].includes(snapshot.state)) return;
    events.close();
    if (snapshot.state !== "done") { show(false, snapshot.detail); return; }
    const result = await (await fetch(`/api/v1/jobs/${job}/result`)).json();
    location.href = `/drafts/${result.draft}`;
  };
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  say({ step: "正在上传" });
  show(true);
  try {
    const answer = await fetch("/drafts", { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    const body = await answer.json();
    if (answer.ok) follow(body.job); else show(false, body.detail);
  } catch {
    show(false, "没有连上服务。请检查网络后重试。");
  }
});
window.addEventListener("pageshow", () => show(false));
