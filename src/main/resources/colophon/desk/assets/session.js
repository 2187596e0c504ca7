// A session that ended while somebody works takes nothing away: the page stays as it is and says so, and
// goes on under the new session once the person has signed in again in another tab.
(() => {
  "use strict";
  const out = "signed-out";
  const tokens = /<body data-csrf="([\w=-]+)" data-login="([^"]*)"/;
  let field = null;

  const notice = () => document.getElementById("notice");

  function part(name, words, attributes = {}) {
    const made = document.createElement(name);
    made.textContent = words;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  }

  function tell() {
    if (document.getElementById(out)) return;
    const box = part("div", "", { id: out, class: "note bad", role: "alert" });
    const words = part("span", "You are signed out. Nothing was sent, and what you typed stays here. ");
    const door = part("a", "Sign in in another tab", { href: "/sign-in", target: "_blank", rel: "noopener" });
    const button = part("button", "I have signed in again", { type: "button" });
    const said = part("span", "", { class: "said" });
    button.addEventListener("click", () => renew(button, said));
    box.append(words, door, ", then come back to this one. ", button, " ", said);
    const screen = document.getElementById("review");
    if (screen) screen.before(box);
    else document.getElementById("main").prepend(box);
  }

  async function renew(button, said) {
    button.disabled = true;
    const [works, words] = await taken();
    button.disabled = false;
    if (!works) {
      said.textContent = words;
      button.focus();
      return;
    }
    document.getElementById(out).remove();
    if (notice()) notice().textContent = words;
    const back = field?.isConnected ? field : document.querySelector('a.s[aria-current="true"]');
    (back || document.getElementById("main")).focus();
    document.dispatchEvent(new CustomEvent("desk:signed-in"));
  }

  // Takes the token of the new session out of the page as it would be sent now; it is read as text, and
  // nothing of it becomes part of this page. Without its query the address shows no sentence, so that
  // nothing counts as looked at.
  async function taken() {
    try {
      const answer = await fetch(location.pathname, { cache: "no-store" });
      const found = answer.ok && !answer.redirected ? tokens.exec(await answer.text()) : null;
      if (!found) return [false, "Nobody is signed in yet. Sign in in the other tab first, then press this again."];
      if (found[2] !== document.body.dataset.login) {
        return [false, "Somebody else is signed in now. Sign in as yourself, then press this again."];
      }
      document.body.dataset.csrf = found[1];
      document.querySelectorAll("input[name=_csrf]").forEach((each) => (each.value = found[1]));
      return [true, "You are signed in again. What you typed is still here; send it again."];
    } catch {
      return [false, "The desk does not answer. Try again in a moment."];
    }
  }

  // An answer from another address than was asked is a door, and no part of this page.
  function elsewhere({ xhr, pathInfo }) {
    if (!xhr.responseURL) return false;
    const asked = new URL(pathInfo.finalRequestPath, location.href).pathname;
    return new URL(xhr.responseURL).pathname !== asked;
  }

  function refusal(status) {
    if (status === 403) return "The desk refused this; your role may have changed. What you typed is still here.";
    if (status < 500) return "The desk does not know this any more, or cannot read it. What you typed is still here.";
    return "Something went wrong at the desk. What you typed is still here; try again.";
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, shouldSwap, elt } = event.detail;
    if (xhr.status === 401 || elsewhere(event.detail)) {
      event.detail.shouldSwap = false;
      tell();
    } else if (xhr.status >= 400 && !shouldSwap && elt?.id !== "here" && notice()) {
      notice().textContent = refusal(xhr.status);
    }
  });

  document.addEventListener("desk:signed-out", tell);

  // Where the person typed last, to lead them back there.
  document.addEventListener("focusin", (event) => {
    if (event.target.closest?.("#review")) field = event.target;
  });
})();
