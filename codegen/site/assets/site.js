// Search, theme and copying. Every page can be read without it.
"use strict";

(() => {
  const up = document.currentScript.dataset.up;
  const root = document.documentElement;
  const THEMES = { "": "System", light: "Light", dark: "Dark" };

  const store = {
    get() { try { return localStorage.getItem("theme") || ""; } catch { return ""; } },
    set(value) { try { localStorage.setItem("theme", value); } catch { /* kept for this page only */ } },
  };
  if (store.get()) root.dataset.theme = store.get();

  // --- what a search finds -----------------------------------------------------------------------------------------

  const SMALL = new Set("a an and are be behind by can did do does for from get how i if in is it many me mean means much my need of off on or out should that the there this to use using want was were what when where which why will with would you your".split(" "));
  const KINDS = { command: 60, group: 40, guide: 90, topic: 80, option: 40, setting: 38, "exit code": 38, variable: 34, reference: 30, start: 25, argument: 20, column: 12, changes: -40, manifest: -150, word: -200, type: -200, behaviour: -220, part: -250, removed: -60 };
  const INNER = new Set(["word", "type", "behaviour", "part", "manifest"]);
  const LATER = { column: 0.7, word: 0.38, type: 0.38, behaviour: 0.38, part: 0.38, manifest: 0.38, changes: 0.38 }; // what an exact name counts there
  const NAMED = new Set(["option", "setting", "command", "group", "topic", "guide"]);
  const SHOWN = 30;

  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}$]+/gu) || [];
  const stem = (word) => (word.length > 4 ? word.replace(/(ies|ing|ed|es|s)$/, "") : word);

  // Words that stand for each other in questions.
  const ALIKE = [["color", "colour"], ["spend", "spending", "cost", "costs", "cap", "budget", "budgets", "limit"], ["cheap", "price", "prices"], ["stored", "store", "kept", "keep"], ["delete", "remove"], ["resume", "again", "continue"], ["pdf", "document", "documents"], ["cut", "incomplete", "partial"], ["offline", "sandbox"], ["key", "credential"], ["quota", "balance"]];

  // How many words of one list begin a word of another.
  function count(wanted, list) {
    return wanted.filter((word) => list.some((one) => one.startsWith(word))).length;
  }

  function prepare(index) {
    const pages = index.pages.map(([, name]) => words(name));
    for (const entry of index.entries) {
      const [kind, title, text, names] = entry;
      entry.title = words(title);
      entry.text = words(text);
      entry.names = names.map((name) => words(name).join(" "));
      entry.lower = names.map((name) => name.toLowerCase());
      entry.weight = KINDS[kind] || 0;
      entry.said = [...entry.title, ...entry.text].join(" ");
      entry.places = entry[4].map(([number]) => pages[number]);
      entry.pages = entry[4].length < 20 ? entry.places.flat() : [];
    }
    index.isReady = true;
  }

  // How well an entry answers a question; 0 for not at all. An exact name comes before everything else, and what is for
  // users before the language in which the program is written.
  function score(entry, asked) {
    const points = byName(entry, asked);
    if (!points) return Math.max(0, mention(entry, asked));
    return points * (LATER[entry[0]] || 1) + entry.weight;
  }

  function byName(entry, asked) {
    if (entry[3].includes(asked.raw)) return 10000;
    if (entry.lower.includes(asked.lower)) return 9000;
    if (asked.isFlag) return entry.lower.some((name) => name.startsWith(asked.lower)) ? 5000 : 0;
    if (!asked.joined) return 0;
    if (entry.names.includes(asked.joined) || entry.names.includes(asked.core)) return 8000;
    if (entry.names.some((name) => isOnPage(entry, name, asked))) return 7000;
    if (entry.names.some((name) => name.startsWith(asked.joined) && !(INNER.has(entry[0]) && name.includes(" ")))) return 4000;
    if (entry.names.some((name) => count(asked.words, name.split(" ")) === asked.words.length)) return entry[0] === "column" ? 0 : 3000;
    return 0;
  }

  // Whether a name and the page on which it stands were asked for together: chat max tokens.
  function isOnPage(entry, name, asked) {
    const rest = asked.words.filter((word) => !name.split(" ").includes(word));
    const isNamed = entry[0] !== "argument" && rest.length && rest.length + name.split(" ").length === asked.words.length;
    return isNamed && entry.places.some((page) => count(rest, page) === rest.length);
  }

  // The same for what it says rather than for what it is called: which of the words it has, each counted by how rare it
  // is, how often, and whether in its title. The name of its page counts a little.
  function mention(entry, asked) {
    if (!asked.terms.length) return 0;
    if (asked.isPhrase && !`${entry[1]} ${entry[2]}`.toLowerCase().includes(asked.lower)) return 0;
    let points = 0;
    let has = 0;
    for (const term of asked.terms) {
      const weight = weightOf(entry, term);
      points += weight * term.rarity;
      has += weight ? term.rarity : 0;
    }
    if (!has) return 0;
    const share = has / asked.rarity;
    const isNear = asked.stems.length > 1 && entry.said.includes(asked.joined);
    const isNamed = NAMED.has(entry[0]) && entry.names.some((name) => asked.words.includes(name));
    return 1000 * share * share + (isNamed ? 300 : 0) + (200 * points) / asked.rarity + (isNear ? 150 : 0) + entry.weight * 2 - Math.min(30, entry.text.length / 20);
  }

  function weightOf(entry, { word, others }) {
    const near = (list) => list.reduce((sum, one) => sum + (one.startsWith(word) ? (one.length - word.length < 4 ? 1 : 0.4) : 0), 0);
    const times = near(entry.text);
    const inTitle = 1.5 * Math.sqrt(Math.min(1, near(entry.title) / Math.max(1, entry.title.length)));
    if (times || inTitle) return inTitle + (2 * times) / (times + 1);
    if (others.some((other) => entry.title.includes(other))) return 1.5;
    if (others.some((other) => entry.text.includes(other))) return 0.6;
    return near(entry.pages) ? 0.3 : 0;
  }

  // The words of a question with how rare each is.
  function weighed(asked, index) {
    asked.terms = asked.stems.map((word) => {
      const others = ALIKE.filter((some) => some.some((one) => one.startsWith(word))).flat().filter((one) => !one.startsWith(word));
      const many = index.entries.filter((entry) => entry.title.some((one) => one.startsWith(word)) || entry.text.some((one) => one.startsWith(word))).length;
      return { word, others, rarity: Math.log(1 + index.entries.length / (1 + many)) };
    });
    asked.rarity = asked.terms.reduce((sum, one) => sum + one.rarity, 0);
    return asked;
  }

  function question(typed) {
    const raw = typed.trim().replace(/^["'“”]+|["'“”]+$/g, "").trim();
    const all = words(raw);
    const main = all.filter((word) => !SMALL.has(word) && (word.length > 1 || /\d|[^\x00-\x7f]/.test(word)));
    const used = main.length ? main : all;
    return {
      raw, lower: raw.toLowerCase(), joined: all.join(" "), core: used.join(" "), words: used, stems: used.map(stem),
      isFlag: /^-{1,2}[^\s-]/.test(raw), isPhrase: /^["“].+["”]$/.test(typed.trim()),
    };
  }

  // The places of an entry, that of a page whose name was asked for first.
  function places([kind, , , names, where], index, asked) {
    const found = where.map(([number, anchor]) => {
      const [address, name] = index.pages[number];
      return { address: anchor ? `${address}#${anchor}` : address, name, asked: count(words(name), asked.words) };
    });
    return found.sort((one, other) => other.asked - one.asked);
  }

  // The best entries for what was typed: {kind, title, text, names, places}, a place being {address, name}.
  function find(typed, index = window.searchIndex) {
    if (!index.isReady) prepare(index);
    const asked = weighed(question(typed), index);
    if (!asked.raw) return [];
    let found = index.entries.map((entry) => [score(entry, asked), entry]).filter(([points]) => points > 0);
    const best = Math.max(0, ...found.map(([points]) => points));
    found = found.filter(([points]) => points >= Math.min(best, 1000) * 0.45);
    found.sort((one, other) => other[0] - one[0] || other[1][4].length - one[1][4].length);
    find.isWhole = best >= 1000;
    return found.slice(0, SHOWN).map(([, entry]) => {
      const [kind, title, text, names] = entry;
      return { kind, title, text: passage(text, asked), names, words: asked.stems, places: places(entry, index, asked) };
    });
  }
  window.siteSearch = find;

  // The part of a text in which the words stand that were asked for.
  function passage(text, asked) {
    const at = Math.min(...asked.stems.map((word) => text.toLowerCase().search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, "u"))).filter((one) => one >= 0));
    if (!Number.isFinite(at) || at < 90) return text.slice(0, 300);
    return `… ${text.slice(text.indexOf(" ", at - 50) + 1, at + 250)}`;
  }

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // --- how it is shown ---------------------------------------------------------------------------------------------

  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });
  const TYPED = new Set(["option", "argument", "setting", "variable", "column", "word", "command", "group", "type", "behaviour", "part"]);
  const NEAR = 4; // places that are listed below a result

  function line(one) {
    const link = make("a", "", "");
    link.href = up + one.places[0].address;
    const what = make("span", "what", "");
    const page = one.places[0].name;
    const isPage = one.names.includes(page) || one.title === page || one.title.startsWith(`${page}:`);
    what.append(make(TYPED.has(one.kind) ? "code" : "b", "", one.title), make("span", "kind", isPage ? one.kind : `${one.kind} · ${page}`));
    link.append(what, marked(one.text, one.words));
    const item = document.createElement("li");
    item.append(link);
    if (one.places.length > 1) item.append(elsewhere(one));
    return item;
  }

  // The other pages on which the same thing stands.
  function elsewhere(one) {
    const line = make("div", "places", "also in ");
    for (const { address, name } of one.places.slice(1, NEAR + 1)) line.append(Object.assign(make("a", "", name), { href: up + address }));
    const more = one.places.length - 1 - NEAR;
    if (more > 0) line.append(Object.assign(make("a", "", `and ${more} more`), { href: `${up}all.html${one.all || ""}` }));
    return line;
  }

  // A text in which the words stand out that were asked for.
  function marked(text, wanted) {
    const span = make("span", "said", "");
    const pattern = wanted.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.map(escaped).join("|")})[\\p{L}\\p{N}]*`, "giu") : /(?!)/g;
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      span.append(text.slice(end, match.index), make("mark", "", match[0]));
      end = match.index + match[0].length;
    }
    span.append(text.slice(end));
    return span;
  }

  function show(box) {
    const { input, list, status } = box;
    const typed = input.value;
    if (!typed.trim()) return hide(box);
    const found = find(typed);
    list.replaceChildren(...found.map(line));
    if (!found.length) {
      const none = make("li", "none", `Nothing found for ${typed.trim()}. `);
      none.append(Object.assign(make("a", "", "Browse the index"), { href: `${up}all.html` }));
      list.append(none);
    }
    if (found.length && !find.isWhole) list.prepend(make("li", "none", "Nothing has all of these words. The closest:"));
    list.hidden = false;
    const many = found.length === SHOWN ? `The best ${SHOWN} results` : `${found.length} result${found.length === 1 ? "" : "s"}`;
    status.textContent = found.length ? `${many}; arrow keys move, Enter opens.` : `Nothing found for ${typed.trim()}.`;
  }

  function hide({ list, status }) {
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
  }

  function load(then) {
    if (window.searchIndex) return then();
    const script = document.createElement("script");
    script.src = `${up}search-index.js`;
    script.addEventListener("load", then);
    document.head.append(script);
  }

  // Arrow keys go through the results and back to the field; Escape closes them, and empties the field when they are.
  function keys(box, event) {
    const { input, list } = box;
    const links = [...list.querySelectorAll("li > a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: at < 0 ? NaN : 0, End: at < 0 ? NaN : links.length - 1 }[event.key];
    if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      hide(box);
      input.focus();
    } else if (event.key === "Enter" && at < 0 && links.length) {
      links[0].click();
    } else if (to !== undefined && !Number.isNaN(to) && links.length) {
      (to < 0 ? input : links[Math.min(to, links.length - 1)]).focus();
    } else return;
    event.preventDefault();
  }

  function search() {
    const area = document.querySelector(".search");
    const box = { input: area.querySelector("input"), list: area.querySelector("ol"), status: area.querySelector(".status") };
    area.hidden = false;
    box.input.addEventListener("focus", () => load(() => show(box)));
    box.input.addEventListener("input", () => load(() => show(box)));
    area.addEventListener("keydown", (event) => keys(box, event));
    box.list.addEventListener("click", (event) => { if (event.target.closest("a")) hide(box); });
    document.addEventListener("click", (event) => { if (!area.contains(event.target)) hide(box); });
    document.addEventListener("keydown", (event) => {
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.input.focus();
      box.input.select();
    });
  }

  function theme() {
    const button = document.querySelector("#theme");
    const names = Object.keys(THEMES);
    const tell = () => { button.textContent = `Theme: ${THEMES[root.dataset.theme || ""]}`; };
    button.hidden = false;
    button.addEventListener("click", () => {
      const next = names[(names.indexOf(root.dataset.theme || "") + 1) % names.length];
      if (next) root.dataset.theme = next; else delete root.dataset.theme;
      store.set(next);
      tell();
    });
    tell();
  }

  function copying() {
    if (!navigator.clipboard) return;
    for (const figure of document.querySelectorAll("figure.sh")) {
      const button = Object.assign(make("button", "copy", "Copy"), { type: "button" });
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(figure.querySelector("code").textContent);
        button.textContent = "Copied";
      });
      figure.append(button);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    search();
    theme();
    copying();
    const here = document.querySelector('.menu [aria-current="page"]');
    if (here) here.closest(".menu").scrollTop = here.offsetTop - 200;
  });
})();
