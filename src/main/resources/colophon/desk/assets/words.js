// Words that somebody typed and did not send outlive every answer: they are remembered before a part of
// the review screen goes, and stand in the same field again once its form is there. Other scripts ask
// here whether there are any.
(() => {
  "use strict";
  // What was typed in forms that went, by the form's name.
  const held = new Map();
  // Fields whose words came back with a refusal: the page holds them, and yet they are not sent.
  const given = new WeakSet();
  // Hidden fields that do not tell one form from another.
  const common = new Set(["_csrf", "seen", "before", "back", "at", "current"]);
  let focused = null;

  const one = (selector) => document.querySelector(selector);
  const screen = () => document.getElementById("review");
  const shown = () => one("#evidence")?.dataset.sentence;
  const exists = (sentence) => Boolean(document.getElementById("s-" + sentence));
  const box = (field) => field.type === "checkbox" || field.type === "radio";
  const text = (field) => field.matches?.("textarea, input:not([type=hidden], [type=checkbox], [type=radio])");
  const lines = (words) => words.replaceAll("\r\n", "\n");
  const called = (field) => (box(field) ? field.name + "=" + field.value : field.name);
  const hidden = (form, name) => form.querySelector(`input[type=hidden][name="${name}"]`);

  function nameOf(form) {
    const told = [...form.querySelectorAll("input[type=hidden]")]
      .filter((field) => !common.has(field.name))
      .map((field) => field.name + "=" + field.value);
    return [form.getAttribute("action"), ...told].join(" ");
  }

  function changed(field) {
    if (box(field)) return field.checked !== field.defaultChecked;
    return text(field) && (given.has(field) || field.value !== field.defaultValue);
  }

  const typed = (within) => [...(within?.querySelectorAll("textarea, input") || [])].filter((field) => text(field) && changed(field));

  // Of a form that was sent and taken, only what was typed since is not sent.
  function unsent(field, taken) {
    if (!changed(field)) return false;
    return !taken || (text(field) && !taken.getAll(field.name).map(lines).includes(lines(field.value)));
  }

  function remember(within, answer) {
    focused = null;
    const sent = answer.requestConfig?.elt;
    const taken = answer.xhr.status < 400 ? answer.requestConfig?.formData : null;
    if (taken && sent?.matches("form")) held.delete(nameOf(sent));
    for (const form of within.querySelectorAll("form[action]")) {
      // Who keeps the colleague's words in place of their own has done with their own.
      if (sent?.matches(".merge a") && sent.closest(".merge").contains(form)) held.delete(nameOf(form));
      else keep(form, form === sent ? taken : null);
    }
  }

  function keep(form, taken) {
    const fields = [...form.elements].filter((field) => unsent(field, taken));
    if (!fields.length) return;
    const active = fields.find((field) => field === document.activeElement);
    if (active) focused = { form: nameOf(form), field: called(active), from: active.selectionStart, to: active.selectionEnd };
    held.set(nameOf(form), {
      sentence: hidden(form, "sentence")?.value || "",
      before: hidden(form, "before")?.value,
      at: hidden(form, "at")?.value,
      draft: one(".review")?.dataset.draft,
      fields: new Map(fields.map((field) => [called(field), box(field) ? field.checked : field.value])),
    });
  }

  // Whether the sentence has new words by the person's own doing, so that theirs may follow on these.
  function renewed(answer, sentence) {
    const sent = answer?.requestConfig?.elt;
    if (!sent || answer.xhr.status >= 400) return false;
    if (sent.matches("#undo, .merge a")) return true;
    return sent.matches("form") && hidden(sent, "before") !== null && hidden(sent, "sentence")?.value === sentence;
  }

  function putBack(answer) {
    for (const form of screen()?.querySelectorAll("form[action]") || []) {
      const kept = held.get(nameOf(form));
      if (!kept) continue;
      held.delete(nameOf(form));
      for (const field of form.elements) {
        if (kept.fields.has(called(field))) fill(field, kept, form);
      }
      const before = hidden(form, "before");
      // Where a colleague changed the sentence, the desk is to show both when this is sent.
      if (before && kept.before !== undefined && !form.closest(".merge") && !renewed(answer, kept.sentence)) {
        before.value = kept.before;
      }
      if (kept.at && hidden(form, "at")) hidden(form, "at").value = kept.at;
    }
    focused = null;
  }

  function fill(field, kept, form) {
    const words = kept.fields.get(called(field));
    if (box(field)) {
      // A tick says something of the draft that was seen, and of no other.
      if (field.name === "ticked" && kept.draft !== one(".review")?.dataset.draft) return;
      field.checked = words;
    } else {
      field.value = words;
      given.add(field);
    }
    for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    if (focused?.form !== nameOf(form) || focused.field !== called(field)) return;
    field.focus();
    if (field.matches("textarea")) field.setSelectionRange(focused.from, focused.to);
  }

  // Words that wait for their sentence to be chosen again.
  function waiting() {
    const edits = one(".review")?.dataset.edits !== "false";
    return [...held.values()].some((kept) =>
      [...kept.fields.values()].some((words) => typeof words === "string")
        && (!one(".review") || (edits && kept.sentence && kept.sentence !== shown() && exists(kept.sentence))));
  }

  function tell() {
    const notice = document.getElementById("notice");
    if (notice && waiting()) notice.append(" What you typed for another sentence is kept; it is there again when you choose that sentence.");
  }

  // After all others were asked, so that nothing is remembered of what stays on the screen.
  window.addEventListener("htmx:beforeSwap", (event) => {
    const { target, shouldSwap } = event.detail;
    if (shouldSwap && target && (target.id === "review" || target.id === "evidence")) remember(target, event.detail);
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const target = event.detail.target;
    if (!target || (target.id !== "review" && target.id !== "evidence")) return;
    putBack(event.detail);
    if (target.id === "review") tell();
  });

  // Evidence that was at hand took the place of other evidence.
  document.addEventListener("desk:evidence", () => putBack(null));

  document.addEventListener("reset", (event) => [...event.target.elements].forEach((field) => given.delete(field)));

  window.addEventListener("beforeunload", (event) => {
    if (screen() && (typed(screen()).length || one(".merge textarea") || waiting())) event.preventDefault();
  });

  window.deskWords = Object.freeze({ unsaved: () => typed(document.getElementById("evidence")).length > 0 });
})();
