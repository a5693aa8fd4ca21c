(() => {
  const article = document.getElementById("article");
  const told = [...document.querySelectorAll("[data-s]")];
  // What an item points to: its words, the event of a date, the speaker and the cue of a quote.
  const [WORDS, EVENT, SPEAKER, CUE] = [0, 1, 2, 3];
  const spans = (item, group) =>
    (item.dataset.s.split(";")[group] || "").split(",").filter(Boolean).map((place) => {
      const [start, size] = place.split("+").map(Number);
      return [start, start + size];
    });

  const extent = article ? [...article.textContent].length
    : Math.max(1, ...told.flatMap((item) => spans(item, WORDS).map(([, end]) => end)));
  const bar = document.createElement("div");
  bar.innerHTML = '<svg aria-hidden="true"><path/></svg>';
  for (const count of document.querySelectorAll(".actors b")) {
    const places = spans(count.parentNode, WORDS).map(([start]) => Math.min(Math.floor(start * 95 / extent), 95));
    bar.querySelector("path").setAttribute("d", [...new Set(places)].map((place) => `M${place} 0v14`).join(""));
    count.prepend(bar.firstChild.cloneNode(true));
  }
  if (!article) return;

  const [steps, status, back, before, next, end] =
    ["steps", "told", "back", "before", "next", "end"].map((id) => document.getElementById(id));
  let selected = null, groups = [], now = 0;
  const pressable = document.createElement("button");
  pressable.type = "button";
  pressable.setAttribute("aria-pressed", "false");
  const items = told.filter((entry) => entry.getAttribute("data-s")).map((entry) => {
    const button = pressable.cloneNode();
    button.setAttribute("data-s", entry.getAttribute("data-s"));
    button.append(...entry.childNodes);
    entry.removeAttribute("data-s");
    entry.append(button);
    return button;
  });

  // Places count code points, strings here UTF-16 units.
  const units = (text, points) => {
    let at = 0;
    for (; points > 0; points--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
  };
  const nodes = () => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let at = 0, node; (node = walker.nextNode()); ) {
      const size = /[\ud800-\udbff]/.test(node.data) ? [...node.data].length : node.data.length;
      found.push({ node, start: at, end: at + size });
      at += size;
    }
    return found;
  };
  const mark = (all, [start, end], kind) => {
    const made = [];
    for (const place of all) {
      if (place.end <= start || place.start >= end || place.node.parentNode === article) continue;
      const from = units(place.node.data, Math.max(0, start - place.start));
      const to = units(place.node.data, Math.min(end, place.end) - place.start);
      const rest = from ? place.node.splitText(from) : place.node;
      if (to - from < rest.data.length) rest.splitText(to - from);
      const lit = document.createElement("mark");
      lit.className = kind;
      rest.replaceWith(lit);
      lit.append(rest);
      made.push(lit);
    }
    return made;
  };
  const clear = () => {
    for (const lit of article.querySelectorAll("mark")) {
      const parent = lit.parentNode;
      lit.replaceWith(...lit.childNodes);
      parent.normalize();
    }
    if (selected) selected.setAttribute("aria-pressed", "false");
    selected = null;
    groups = [];
    steps.hidden = true;
  };
  // Cut between two words, or within one that is as long.
  const shortened = (text) =>
    text.slice(0, 57).replace(/\s+\S*$/, "").replace(/[^\p{L}\p{N}\p{M}]+$/u, "") + "…";
  const show = (step, scroll) => {
    for (const lit of article.querySelectorAll(".now")) lit.classList.remove("now", "first", "last");
    now = (step + groups.length) % groups.length;
    if (groups.length > 1) {
      for (const lit of groups[now]) lit.classList.add("now");
      groups[now][0].classList.add("first");
      groups[now].at(-1).classList.add("last");
    }
    if (scroll) groups[now][0].scrollIntoView({ block: "center" });
    const name = (selected.querySelector("bdi, q") || selected).textContent.trim();
    const short = name.length > 60 ? shortened(name) + (name.startsWith("“") ? "”" : "") : name;
    const many = groups.length > 1;
    const voice = selected.closest(".quotes ul")?.previousElementSibling.querySelector("bdi");
    status.textContent = (voice ? voice.textContent.trim() + ": " : "") + short + (many ? `: place ${now + 1} of ${groups.length}` : "")
      + (spans(selected, SPEAKER).length ? " · speaker underlined" : "")
      + (spans(selected, CUE).length ? " · cue underlined twice" : "");
    before.hidden = next.hidden = !many;
  };
  const select = (item, at) => {
    clear();
    selected = item;
    item.setAttribute("aria-pressed", "true");
    for (const [group, kind] of [[EVENT, "event"], [SPEAKER, "speaker"], [CUE, "cue"]])
      for (const span of spans(item, group)) mark(nodes(), span, kind);
    const places = spans(item, WORDS);
    // From the last to the first: a text that is split keeps the places before it.
    const all = nodes();
    const apart = places.every(([start], n) => !n || start >= places[n - 1][1]);
    groups = [...places].reverse().map((span) => mark(apart ? all : nodes(), span, "words"))
      .reverse().filter((made) => made.length);
    if (!groups.length) return;
    steps.hidden = false;
    const first = places.findIndex(([start, end]) => start <= at && at < end);
    show(Math.max(first, 0), at === undefined);
  };

  const reveal = (item) => {
    for (let up = item.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  };

  for (const item of items) item.addEventListener("click", () => (item === selected ? clear() : select(item)));
  // A click on marked text selects what it belongs to: the item with the shortest place there.
  article.addEventListener("click", (event) => {
    if (!event.target.closest("article > * > *") || String(getSelection())) return;
    const inner = [...event.target.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
    // The edge of a frame has no text of its own where what is in it is lit.
    const at = nodes().find(({ node }) => node === inner)?.start;
    let best = null, shortest = Infinity;
    for (const item of items)
      for (const [start, end] of spans(item, WORDS))
        if (start <= at && at < end && end - start < shortest) [best, shortest] = [item, end - start];
    if (!best) return;
    reveal(best);
    select(best, at);
    if (matchMedia("(min-width: 801px)").matches) best.scrollIntoView({ block: "nearest" });
  });
  next.addEventListener("click", () => show(now + 1, true));
  before.addEventListener("click", () => show(now - 1, true));
  end.addEventListener("click", () => { const item = selected; clear(); item.focus(); });
  back.addEventListener("click", () => { selected.scrollIntoView({ block: "center" }); selected.focus(); });
  addEventListener("keydown", (event) => {
    if (!selected || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") next.click();
    else if (event.key === "p") before.click();
    else if (event.key === "Escape") end.click();
  });
  // The page of a story links to places: page.html#at=120-168.
  const arrive = () => {
    const asked = /^#at=(\d+)-(\d+)$/.exec(location.hash);
    if (!asked) return;
    const [start, end] = [Number(asked[1]), Number(asked[2])];
    const item = items.find((one) => spans(one, WORDS).some((span) => span[0] === start && span[1] === end));
    if (item) {
      reveal(item);
      select(item);
    } else {
      clear();
      mark(nodes(), [start, end], "words")[0]?.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", arrive);
  arrive();
  addEventListener("beforeprint", () => {
    for (const hidden of document.querySelectorAll("details")) hidden.open = true;
  });
})();
