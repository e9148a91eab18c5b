/* The search of the site: every title, project, item and code, by any part of it, without a server.

   The indexes (search/<region>.js, search/manual.js, made by the build) are scripts that call disc.index() and
   disc.rules(), so that a page opened from a disk can load them; they are loaded when somebody begins to search. All names are gone through for each query. */
"use strict";

const disc = (() => {
  const KINDS = { budget: "预算", accounts: "决算" };
  const GROUPS = [
    ["entity", "单位"], ["file", "文件"], ["project", "项目"], ["item", "科目"], ["section", "章节"], ["term", "名词解释"],
    ["rule", "检查规则"],
  ];
  const SORTS = { p: "project", i: "item", s: "section", t: "term" };
  /** So many names of a group are shown at first, and so many places of a name. */
  const NAMES = 10;
  const PLACES = 3;

  /**
   * Everything there is to find: { sort, name, code, strict, loose, places }, a place being { file, anchor, amount },
   * where it is said how much there is.
   */
  const names = [];
  /** Full-width and half-width, upper and lower case are one; spaces do not count. */
  const strict = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  /** Nor do quotation marks and the like: 三公经费 finds “三公”经费. */
  const loose = (text) => strict(text).replace(/[\p{P}\p{S}]+/gu, "");

  const entered = (title, file) => title.replaceAll("{entity}", () => file.entity).replaceAll("{year}", () => file.year);

  /** The same by sort, name and code: what several regions have is one. */
  const known = new Map();

  function add(sort, name, code, places) {
    const text = `${name}\n${code}`;
    const made = { sort, name, code, strict: strict(text), loose: loose(text), places };
    names.push(made);
    return made;
  }

  function merge(sort, name, code, places) {
    const key = `${sort}\n${code}\n${name}`;
    const there = known.get(key);
    if (there) for (const place of places) there.places.push(place);
    else known.set(key, add(sort, name, code, places));
  }

  /** Take in the index of a region; its shape is described in publish/search.py. */
  function index(data) {
    const entities = data.entities.map(([folder, name]) => ({ folder, name, places: [] }));
    const here = data.disclosures.map(([entity, year, kind, step, title, total]) => {
      const { folder, name } = entities[entity];
      const file = { folder, entity: name, year, kind, total, address: `${folder}/${step}`, region: data.region.at(-1) ?? "" };
      file.title = entered(title, file);
      file.text = loose(`${data.region.join("")}${name}${file.title}${year}${KINDS[kind] ?? kind}`);
      entities[entity].places.push({ file, anchor: "" });
      add("file", file.title, "", [{ file, anchor: "" }]);
      return file;
    });
    for (const { name, places } of entities) add("entity", name, "", places);
    for (const [letter, name, code, anchors] of data.names) {
      const places = anchors.flatMap(([anchor, differences, told = ""]) => {
        const amounts = told.split(" ");
        let number = 0;
        return differences.map((step, at) => ({ file: here[(number += step)], anchor, amount: amounts[at] }));
      });
      // A heading with the names of its disclosure in it is another one in each.
      if (letter !== "s" || !name.includes("{")) merge(SORTS[letter], name, code, places);
      else for (const place of places) merge(SORTS[letter], entered(name, place.file), code, [place]);
    }
  }

  /** Take in the index of the manual: [code, title, level] of each rule. */
  function rules(data) {
    for (const [code, title, level] of data) {
      add("rule", title, code, [{ file: { address: "manual", year: 0, text: "", level }, anchor: code }]);
    }
  }

  /** The words of a query, as [strict, loose]. */
  const words = (query) => query.normalize("NFKC").split(/\s+/).filter(Boolean).map((word) => [strict(word), loose(word)]);

  const has = (name, [exact, bare]) => (bare ? name.loose.includes(bare) : name.strict.includes(exact));

  /** The best first: the name itself, then what begins with the word, then the shorter. */
  function rank(name, [[, bare]]) {
    return name.loose === bare ? 0 : name.loose.startsWith(bare) ? 1 : 2;
  }

  /**
   * Find what has every word of a query: in its name or code, or, all but one of them, in the title, region or year of
   * the disclosure. Returns [{ name, places }], the best first.
   */
  function find(query) {
    const wanted = words(query);
    if (!wanted.length) return [];
    const found = [];
    for (const name of names) {
      const missing = wanted.filter((word) => !has(name, word));
      if (missing.length === wanted.length) continue;
      const places = missing.length
        ? name.places.filter(({ file }) => missing.every(([exact, bare]) => file.text.includes(bare || exact)))
        : name.places;
      if (places.length) found.push({ name, places, rank: rank(name, wanted) });
    }
    return found.sort((a, b) => a.rank - b.rank || a.name.name.length - b.name.name.length
      || b.places.length - a.places.length || b.places[0].file.year - a.places[0].file.year);
  }

  return { index, rules, find, GROUPS, KINDS, NAMES, PLACES, names };
})();

(() => {
  const page = document.querySelector("[data-indexes]");
  if (!page) return;
  const form = page.querySelector("form");
  const input = form.elements.q;
  const status = page.querySelector("[role=status]");
  const results = page.querySelector(".search-results");
  page.querySelector(".no-script").remove();
  let loading = null;
  let failed = 0;

  /** Load every index, once, and take them in one order, whichever comes first: equally good results stand in it. */
  function load() {
    const regions = page.dataset.indexes.split(" ").filter(Boolean);
    loading ??= Promise.all(regions.map((region) => new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${region}.js`;
      script.async = false;
      script.onload = resolve;
      script.onerror = () => resolve((failed += 1));
      document.head.append(script);
    })));
    return loading;
  }

  function element(tag, className, ...content) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  /** The name with what was searched for marked, where it stands there letter by letter. */
  function marked(text, wanted) {
    const low = text.toLowerCase();
    const word = wanted.find((one) => low.includes(one));
    if (!word || low.length !== text.length) return [text];
    const at = low.indexOf(word);
    return [text.slice(0, at), element("mark", "", text.slice(at, at + word.length)), text.slice(at + word.length)];
  }

  function link(address, anchor, ...content) {
    const made = element("a", "", ...content);
    made.href = `../${address.split("/").map(encodeURIComponent).join("/")}/index.html${anchor}`;
    return made;
  }

  /** The way to a place. A browser that can shows the very row of an item: its name after the end of its code. */
  function fragment({ anchor }, { name, code }) {
    if (!anchor) return "";
    const row = code && "fragmentDirective" in document;
    const end = code.slice(code.length > 3 ? -2 : 0);
    return `#${encodeURIComponent(anchor)}${row ? `:~:text=${end}-,${encodeURIComponent(name).replaceAll("-", "%2D")}` : ""}`;
  }

  const when = (file) => `${file.year}年${disc.KINDS[file.kind] ?? file.kind}`;

  /** How much the newest of some disclosures is about: 2024年预算896.16万元. */
  function sum(places) {
    const [newest] = places.map(({ file }) => file).sort((a, b) => b.year - a.year);
    return newest.total ? `，${when(newest)}${newest.total}万元` : "";
  }

  /** How much an item is about in a disclosure: 1,623.18万元. */
  const told = ({ amount }) => (amount ? `${amount.replace(/\d(?=(\d{3})+\.)/g, "$&,")}万元` : "");

  /** Show the first of many, and a button for the rest. */
  function folded(list, entries, most, rest) {
    list.append(...entries.slice(0, most).map((make) => make()));
    if (entries.length <= most) return [list];
    const button = element("button", "", rest(entries.length - most));
    button.type = "button";
    button.addEventListener("click", () => {
      const more = entries.slice(most).map((make) => make());
      list.append(...more);
      button.remove();
      more[0].querySelector("a").focus();
    });
    return [list, button];
  }

  function result({ name, places }, wanted) {
    const title = marked(name.name, wanted);
    const [{ file }] = places;
    if (name.sort === "entity" || name.sort === "file") {
      const address = name.sort === "file" ? file.address : file.folder;
      return element("li", "", link(address, "", ...title), " ", element("span", "where", file.region + sum(places)));
    }
    const code = name.code ? [element("span", "code", ...marked(name.code, wanted))] : [];
    if (name.sort === "rule") {
      return element("li", "", link(file.address, `#${name.code}`, ...code, ...title), " ", element("span", "where", file.level));
    }
    if (places.length === 1) {
      const where = element("span", "where", `${file.entity} ${when(file)} ${told(places[0])}`.trim());
      return element("li", "", link(file.address, fragment(places[0], name), ...code, ...title), " ", where);
    }
    const newest = [...places].sort((a, b) => b.file.year - a.file.year || (b.amount || 0) - (a.amount || 0));
    const entries = newest.map((place) => () => element(
      "li", "", link(place.file.address, fragment(place, name), `${place.file.entity} ${when(place.file)}`),
      ...(place.amount ? [" ", element("span", "where", told(place))] : [])));
    return element("li", "", ...code, ...title, ...folded(element("ul"), entries, disc.PLACES, (n) => `另有${n}份文件`));
  }

  function show() {
    const query = input.value;
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
    const found = wanted.length ? disc.find(query) : [];
    const groups = disc.GROUPS.map(([sort, title]) => [title, found.filter(({ name }) => name.sort === sort)]);
    const parts = groups.filter(([, own]) => own.length).map(([title, own]) => {
      const entries = own.map((one) => () => result(one, wanted));
      const list = folded(element("ul"), entries, disc.NAMES, (n) => `另有${n}条`);
      return element("section", "", element("h2", "", title), ...list);
    });
    results.replaceChildren(...parts);
    const counts = groups.filter(([, own]) => own.length).map(([title, own]) => `${title}${own.length}条`);
    status.textContent = !wanted.length ? "" : found.length ? `找到${counts.join("，")}。` : "没有找到。可以少写几个字，或换一个词。";
    if (failed) status.textContent += "有的索引没有读到，结果可能不全。";
  }

  async function search() {
    if (!input.value.trim()) return show();
    if (!loading) status.textContent = "正在读取索引…";
    await load();
    show();
  }

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 120);
  });
  input.addEventListener("focus", load);

  /** Arrows go through the results, Escape goes back to the field. */
  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && event.target !== input) input.focus();
    if (!step || !(event.target === input || results.contains(event.target))) return;
    const stops = [input, ...results.querySelectorAll("a, button")];
    const next = stops[stops.indexOf(event.target) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  // After going back the browser has filled in what was typed; otherwise the address says it.
  addEventListener("pageshow", () => {
    input.value ||= new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) search();
    else input.focus();
  });
})();
