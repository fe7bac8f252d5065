"use strict";
(() => {
  const pages = document.getElementById("pages");
  const narrow = matchMedia("(max-width: 50rem)");
  const fold = () => { pages.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  const form = document.getElementById("search");
  const words = document.getElementById("words");
  const found = document.getElementById("found");
  const MOST = 12;
  const AROUND = 60;
  form.hidden = false;

  // Only who searches loads the texts.
  let loading;
  const index = () => loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "search-index.js";
    script.onload = () => resolve(window.searchIndex.map(([address, page, title, text]) =>
      ({ address, page, title, text, low: text.toLowerCase(), head: (page + " " + title).toLowerCase() })));
    script.onerror = reject;
    document.head.append(script);
  });

  const score = (part, terms) => {
    let sum = 0;
    for (const term of terms) {
      const inHead = part.head.includes(term);
      if (!inHead && !part.low.includes(term)) return 0;
      sum += inHead ? 10 : 1;
      if (part.title.toLowerCase().includes(term)) sum += 10;
    }
    return sum;
  };

  const excerpt = (part, term) => {
    const at = Math.max(0, part.low.indexOf(term));
    const start = Math.max(0, at - AROUND);
    const span = document.createElement("span");
    const mark = document.createElement("mark");
    if (part.low.startsWith(term, at)) mark.textContent = part.text.substr(at, term.length);
    span.append((start > 0 ? "\u2026" : "") + part.text.slice(start, at), mark,
      part.text.slice(at + mark.textContent.length, at + 2 * AROUND));
    return span;
  };

  const show = async () => {
    const terms = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const parts = await index();
    const best = terms.length === 0 ? [] : parts
      .map((part) => ({ part, score: score(part, terms) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST);
    found.replaceChildren(...best.map(({ part }) => {
      const link = document.createElement("a");
      link.href = part.address;
      const title = document.createElement("b");
      title.textContent = part.title === part.page ? part.page : part.page + ": " + part.title;
      link.append(title, excerpt(part, terms[0]));
      return link;
    }));
    if (best.length === 0) {
      const nothing = document.createElement("p");
      nothing.textContent = "Nothing found.";
      found.append(nothing);
    }
    found.hidden = terms.length === 0;
  };

  words.addEventListener("focus", index);
  words.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    const links = [words, ...found.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === "Escape") {
      words.value = "";
      found.hidden = true;
      words.focus();
    } else if (to !== undefined && links[to]) {
      event.preventDefault();
      links[to].focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target) || event.target.closest("#found a")) found.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea")) {
      event.preventDefault();
      words.focus();
    }
  });
})();
