// Evidence of the sentences around the one that is looked at is kept at hand, so that a key shows it
// at once. That somebody looked is told when it is shown, and only then. Without this script, and for
// whatever is not at hand, the page asks as it does everywhere.
(() => {
  "use strict";
  const most = 16;
  const kept = new Map();
  const telling = new Set();
  let loading = false;
  // Counts how often what was kept had to go, so that an answer that began before is not kept.
  let drops = 0;
  // The last click that was answered from what is at hand.
  let drawn = null;

  const one = (selector) => document.querySelector(selector);
  const review = () => one(".review");
  const shown = () => one("#evidence")?.dataset.sentence;
  const sentence = (id) => document.getElementById("s-" + id);

  function say(words) {
    const notice = document.getElementById("notice");
    if (notice) notice.textContent = words;
  }

  function drop() {
    drops++;
    kept.clear();
    tellOfIt();
  }

  // The page says of how many sentences it has the evidence at hand.
  function tellOfIt() {
    if (review()) review().dataset.atHand = String(kept.size);
  }

  // Whether the next two sentences and the one before are at hand.
  function complete(id) {
    const all = [...document.querySelectorAll("a.s")].map((each) => each.dataset.id);
    const at = all.indexOf(id);
    return at < 0 || [at + 1, at + 2, at - 1].every((near) => !all[near] || kept.has(all[near]));
  }

  async function load() {
    const id = shown();
    if (loading || document.hidden || !review() || !id || complete(id)) return;
    loading = true;
    const before = drops;
    try {
      const address = `/desk/review/${review().dataset.root}/ahead/${encodeURIComponent(id)}`;
      const answer = await fetch(address, { headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) return;
      const holder = document.createElement("template");
      holder.innerHTML = await answer.text();
      if (before !== drops) return;
      holder.content.querySelectorAll("section.evidence").forEach((part) => {
        kept.delete(part.dataset.sentence);
        kept.set(part.dataset.sentence, part);
      });
      [...kept.keys()].slice(0, -most).forEach((old) => kept.delete(old));
      tellOfIt();
    } catch {
      return; // the desk does not answer; the next key asks for its evidence and says so
    } finally {
      loading = false;
    }
    if (shown() !== id) idle();
  }

  const idle = () => (window.requestIdleCallback || window.setTimeout)(load, { timeout: 500 });

  // Tells the desk that it was shown; where it is not what it was, the page asks for it anew.
  function tell(id, stamp) {
    const about = fetch(`/desk/review/${review().dataset.root}/looked`, {
      method: "POST",
      keepalive: true,
      headers: { "HX-Request": "true" },
      body: new URLSearchParams({ _csrf: document.body.dataset.csrf, sentence: id, shown: stamp }),
    }).then((answer) => {
      if (answer.status === 204) {
        sentence(id)?.classList.add("looked");
        document.dispatchEvent(new CustomEvent("desk:looked"));
        return;
      }
      drop();
      if (answer.status === 401) return document.dispatchEvent(new CustomEvent("desk:signed-out"));
      if (answer.status !== 409) return say("The desk took no note that you saw this; load the page again.");
      if (shown() === id) window.htmx.trigger(sentence(id), "click");
    }, () => {
      drop();
      say("The desk does not answer, so it does not know that you saw this. Choose the sentence again.");
    });
    telling.add(about);
    about.finally(() => telling.delete(about));
  }

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest?.("a.s");
    const part = chosen && kept.get(chosen.dataset.id);
    if (!part || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A form that somebody has begun to work in stays.
    if (shown() === chosen.dataset.id && one("#evidence details[open] form")) return;
    event.preventDefault();
    drawn = event;
    const fresh = part.cloneNode(true);
    one("#evidence").replaceWith(fresh);
    window.htmx.process(fresh);
    document.dispatchEvent(new CustomEvent("desk:evidence"));
    if (review().dataset.edits === "true") tell(chosen.dataset.id, fresh.dataset.stamp);
    idle();
  }, true);

  // htmx asks for nothing that was just shown, and what is sent waits until the desk knows what was seen.
  document.addEventListener("htmx:confirm", (event) => {
    const { elt, issueRequest, triggeringEvent } = event.detail;
    if (triggeringEvent && triggeringEvent === drawn) {
      event.preventDefault();
    } else if (elt.matches("form") && telling.size) {
      event.preventDefault();
      Promise.allSettled([...telling]).then(() => issueRequest(true));
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (!event.detail.target) return;
    if (event.detail.target.id !== "evidence") drop();
    idle();
  });

  // Forms of the session before are of no use.
  document.addEventListener("desk:signed-in", () => {
    drop();
    idle();
  });

  // A colleague changed the draft.
  document.addEventListener("desk:part", () => {
    if (one("#present .changed")) drop();
  });

  document.addEventListener("DOMContentLoaded", idle);
})();
