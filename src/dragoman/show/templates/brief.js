"use strict";
document.documentElement.classList.add("js");

// What a link names is shown even where it lies in something folded; all parts of a broken statement are marked.
function reveal() {
  for (const old of document.querySelectorAll("mark.on")) old.classList.remove("on");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  if (target.tagName === "MARK")
    for (const part of target.closest("article").querySelectorAll(`mark[data-row="${target.dataset.row}"]`)) part.classList.add("on");
  target.scrollIntoView({ block: target.tagName === "MARK" ? "center" : "start" });
}

// A statement as text: its words, who is reported to have said them, where, and the file they stand in.
function sourced(row) {
  const of = (place, what) => place.querySelector(what)?.textContent.trim() ?? "";
  const src = row.querySelector(".src") ?? row.closest(".group").querySelector(".src");
  const article = document.getElementById(src.querySelector("a").hash.slice(1));
  const lines = [of(row, ".words"), `${of(row.closest(".speaker"), "h3")} (${src.textContent.trim()}, ${of(row, ".how")})`, of(article, ".file")];
  const link = article.querySelector('a[rel~="noreferrer"]');
  if (link) lines.push(link.href);
  return lines.join("\n");
}

function tell(words) {
  const told = document.getElementById("told");
  told.textContent = words;
  setTimeout(() => { told.textContent = ""; }, 4000);
}

async function copy(row) {
  const text = sourced(row);
  try {
    await navigator.clipboard.writeText(text);
    tell(document.body.dataset.copied);
  } catch {
    const words = row.querySelector(".words");
    getSelection().selectAllChildren(words);
    tell(document.body.dataset.copyFailed);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) copy(button.closest("[data-row]"));
});
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });
if (location.hash) reveal();
