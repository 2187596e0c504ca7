// The keyboard of the review screen. Everything it does can be done without it, by links and forms.
(() => {
  "use strict";
  const usual = {
    next: "j", previous: "k", evidence: "Enter", edit: "e", cut: "x", accept: "a",
    comment: "c", insert: "n", undo: "u", decide: "d", help: "?",
  };
  const store = "colophon.keys";
  let keys = { ...usual };
  try {
    keys = { ...usual, ...JSON.parse(localStorage.getItem(store) || "{}") };
  } catch { /* a browser without storage has the usual keys */ }

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const sentences = () => all("a.s");
  const current = () => one('a.s[aria-current="true"]');

  function show() {
    for (const [action, key] of Object.entries(keys)) {
      all(`[data-key="${action}"], .key[data-action="${action}"]`).forEach((at) => (at.textContent = key));
    }
  }

  function choose(sentence, open) {
    if (!sentence) return;
    if (open && unsaved()) return say(unsavedWords);
    sentences().forEach((each) => each.setAttribute("aria-current", String(each === sentence)));
    sentence.scrollIntoView({ block: "nearest" });
    sentence.focus({ preventScroll: true });
    if (open) window.htmx.trigger(sentence, "click");
  }

  function step(by) {
    const list = sentences();
    const at = list.indexOf(current());
    choose(list[Math.min(list.length - 1, Math.max(0, at + by))], true);
  }

  // A part of the evidence that is folded; its first field takes the focus.
  function unfold(id) {
    const part = document.getElementById(id);
    if (!part) return say("That cannot be done with this sentence.");
    part.open = true;
    const field = one("textarea, input:not([type=hidden])", part);
    if (!field) return;
    field.focus();
    // Who edits goes on where the words end.
    if (field.matches("textarea")) field.setSelectionRange(field.value.length, field.value.length);
  }

  function say(words) {
    const notice = document.getElementById("notice");
    if (notice) notice.textContent = words;
  }

  const unsavedWords = "What you typed for this sentence is not saved. Save it, or press Escape in its field to drop it.";

  const unsaved = () => window.deskWords.unsaved();

  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    evidence: () => {
      const sentence = current();
      const shown = one("#evidence")?.dataset.sentence === sentence?.dataset.id;
      // What came with the page counts as looked at once somebody asks for it.
      if (sentence && !(shown && sentence.classList.contains("looked"))) choose(sentence, true);
      one("#evidence")?.focus();
    },
    edit: () => unfold("edit"),
    cut: () => {
      const form = document.getElementById("cut");
      if (form) form.requestSubmit();
      else say("A headline or subhead cannot be cut; change its words.");
    },
    accept: () => unfold("accept"),
    comment: () => unfold("comment"),
    insert: () => unfold("insert"),
    undo: () => document.getElementById("undo")?.requestSubmit(),
    decide: () => {
      const button = document.getElementById("approve");
      if (button && !button.disabled) button.focus();
      else one("#decision summary")?.focus();
    },
    help: () => document.getElementById("keys")?.showModal(),
  };

  function typing(target) {
    return target.closest?.("input, textarea, select, [contenteditable], dialog[open]");
  }

  let learning = null;
  const alone = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead"]);

  function learn(event) {
    if (alone.has(event.key)) return;
    const taken = Object.entries(keys).find(([action, key]) => key === event.key && action !== learning);
    let words = "";
    if (event.key === "Tab") words = "Tab moves between fields and cannot be chosen; the key stays as it was.";
    else if (taken) words = `“${event.key}” is taken already; the key stays as it was.`;
    // The list is left by Tab as ever.
    if (event.key !== "Tab") event.preventDefault();
    if (event.key !== "Escape" && !words) {
      keys[learning] = event.key;
      try { localStorage.setItem(store, JSON.stringify(keys)); } catch { /* for this page only */ }
    }
    learning = null;
    one("#keys-notice").textContent = words;
    show();
  }

  // Ctrl and Enter send the form that somebody types in.
  function send(event) {
    const form = event.target.closest?.("textarea, input:not([type=checkbox], [type=radio])")?.form;
    if (!form || event.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
    event.preventDefault();
    const button = one("button[type=submit]", form);
    if (!button?.disabled) form.requestSubmit(button);
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (send(event)) return;
    // A key that an input method is still composing with is not ours.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (learning) return learn(event);
    if (event.key === "Escape" && event.target.closest?.("details[open]")) {
      const part = event.target.closest("details[open]");
      part.open = false;
      part.querySelectorAll("form").forEach((form) => form.reset());
      current()?.focus();
      return;
    }
    if (!one(".review") || typing(event.target)) return;
    const pressed = latin(event);
    const found = Object.entries(keys).find(([, key]) => key === event.key || key === pressed);
    if (!found) return;
    const onControl = event.target.closest?.("button, summary, a:not(.s)");
    if (event.key === "Enter" && onControl) return;
    event.preventDefault();
    actions[found[0]]();
  });

  // Under a keyboard of another script the key's place tells which Latin letter it is.
  function latin(event) {
    const match = /^Key([A-Z])$/.exec(event.code || "");
    return match && !/^[ -~]$/.test(event.key) ? match[1].toLowerCase() : event.key;
  }

  document.addEventListener("click", (event) => {
    // Not by a key, which leaves the sentence where the eyes are.
    pointed = event.isTrusted && event.detail > 0 && Boolean(event.target.closest?.("a.s"));
    const sentence = event.target.closest?.("a.s, .present a, .others a");
    if (sentence && unsaved()) {
      event.preventDefault();
      event.stopPropagation();
      say(unsavedWords);
    }
  }, true);

  document.addEventListener("click", (event) => {
    const sentence = event.target.closest?.("a.s");
    if (sentence) {
      sentences().forEach((each) => each.setAttribute("aria-current", String(each === sentence)));
    }
    const key = event.target.closest?.(".key[data-action]");
    if (key) {
      learning = key.dataset.action;
      key.textContent = "press a key";
    }
    if (event.target.id === "keys-reset") {
      keys = { ...usual };
      try { localStorage.removeItem(store); } catch { /* nothing was kept */ }
      show();
    }
    if (event.target.id === "keys-close") document.getElementById("keys").close();
  });

  // Evidence that arrives again while somebody has begun to work in it must not take the form away.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const shown = one("#evidence");
    const sentence = /\/evidence\/([^/?]+)$/.exec(event.detail.pathInfo?.requestPath || "")?.[1];
    if (event.detail.target === shown && sentence && shown.dataset.sentence === sentence && one("details[open] form", shown)) {
      event.detail.shouldSwap = false;
    }
  });

  // What is sent tells which sentence was selected, so that it is selected in the answer.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.matches("form") && current()) event.detail.parameters.current = current().dataset.id;
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    listen();
    // A part that was sent takes nobody's focus.
    const { target, xhr } = event.detail;
    if (!target) return;
    show();
    measure();
    if (target.id === "evidence" && xhr.status === 200) looked();
    if (target.id === "review") settle();
    const focus = document.activeElement;
    if (focus === document.body || (focus.matches("a.s") && focus !== current())) {
      (current() || one(".merge textarea, .merge a"))?.focus({ preventScroll: true });
    }
    lead();
  });

  // The selected sentence stays in sight, and words that were put back do too.
  function settle() {
    current()?.scrollIntoView({ block: "nearest" });
    if (document.activeElement?.matches("textarea, input")) document.activeElement.scrollIntoView({ block: "nearest" });
  }

  function looked() {
    if (one(".review")?.dataset.edits !== "true") return;
    document.getElementById("s-" + one("#evidence").dataset.sentence)?.classList.add("looked");
    count();
  }

  function count() {
    const opened = one(".receipt .opened");
    if (opened) opened.textContent = String(all("a.s.looked").length);
  }

  // Where the evidence lies below the draft, a sentence that is tapped leads to it.
  let pointed = false;
  function lead() {
    if (pointed && window.matchMedia("(max-width: 60rem)").matches) one("#evidence")?.scrollIntoView();
    pointed = false;
  }

  // How much of the window the decision's bar covers, so that nothing that is chosen lies beneath it.
  function measure() {
    const bar = document.getElementById("decision");
    const covers = bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty("--covered", covers + "px");
    if (!bar || bar === measured) return;
    sizes.disconnect();
    sizes.observe(bar);
    measured = bar;
  }

  let measured = null;
  const sizes = new ResizeObserver(measure);
  window.addEventListener("resize", measure);
  document.addEventListener("desk:looked", count);
  document.addEventListener("desk:evidence", lead);
  document.addEventListener("desk:signed-in", () => {
    listen();
    back();
  });

  function back() {
    const here = document.getElementById("here");
    if (here) window.htmx.trigger(here, "back");
  }

  // A page that nobody touches says no longer that somebody has the draft open, nor keeps the session alive.
  const restsAfter = 10 * 60 * 1000;
  let touched = Date.now();
  const resting = () => Date.now() - touched > restsAfter;
  ["keydown", "pointerdown", "pointermove", "scroll"].forEach((kind) =>
    document.addEventListener(kind, () => {
      const rested = resting();
      touched = Date.now();
      if (!rested) return;
      listen();
      back();
    }, { capture: true, passive: true }));
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt?.id !== "here" || !resting()) return;
    event.preventDefault();
    listen();
  });

  // Words selected in a passage become those that the sentence is bound to.
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const from = range.startContainer.parentElement?.closest(".pick");
    const form = from && one("form.very", from.closest("details"));
    if (!form) return;
    const inside = range.cloneRange();
    if (!from.contains(inside.endContainer)) inside.setEnd(from, from.childNodes.length);
    const before = document.createRange();
    before.setStart(from, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = inside.toString();
    const start = [...before.toString()].length;
    form.elements.quote.value = words;
    form.elements.at.value = `${from.dataset.passage}:${start}:${start + [...words].length}`;
  });

  document.addEventListener("htmx:sendError", () =>
    say("The desk does not answer. What you typed is still here; try again."));

  // A part that moves sends itself again when it has changed. Only a tab that is looked at listens,
  // since a browser keeps few connections to one address.
  const streams = new Map();
  const againAfter = 30 * 1000;

  function listen() {
    for (const [id, stream] of streams) {
      const part = document.getElementById(id);
      // A page that shows something else since asks by another address.
      if (document.hidden || part?.dataset.stream !== stream.address || (part.dataset.rests && resting())) {
        stream.source.close();
        streams.delete(id);
      }
    }
    if (document.hidden) return;
    all("[data-stream]").forEach((part) => {
      if (!streams.has(part.id) && !(part.dataset.rests && resting())) open(part.id, part.dataset.stream);
    });
  }

  function open(id, address) {
    const source = new EventSource(address);
    streams.set(id, { source, address });
    source.onmessage = (event) => {
      const part = document.getElementById(id);
      const swapStyle = part?.dataset.swap || "outerHTML";
      if (!part || (swapStyle === "innerHTML" && part.innerHTML.trim() === event.data.trim())) return;
      window.htmx.swap("#" + id, event.data, { swapStyle });
      document.dispatchEvent(new CustomEvent("desk:part", { detail: { id } }));
    };
    // What was refused is asked for again later: the desk may only have had too many listeners.
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED || streams.get(id)?.source !== source) return;
      streams.delete(id);
      window.setTimeout(listen, againAfter);
    };
  }

  document.addEventListener("visibilitychange", listen);
  document.addEventListener("DOMContentLoaded", () => {
    show();
    listen();
    measure();
    current()?.scrollIntoView({ block: "nearest" });
  });
  show();
})();
