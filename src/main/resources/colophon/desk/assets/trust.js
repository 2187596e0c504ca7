// The one door by which text becomes markup in the desk: whatever comes from a server is taken apart
// in a document that runs nothing, and only what a page of ours may hold is put together again.
(() => {
  "use strict";
  if (!window.trustedTypes) return;
  const allowed = new Set(
    ("a abbr article aside b blockquote body br button caption code dd details dialog div dl dt em fieldset "
      + "footer form h1 h2 h3 h4 head header html i input kbd label legend li main mark meter nav ol optgroup "
      + "option output p pre progress q s samp section select small span strong sub summary sup table tbody td "
      + "template textarea tfoot th thead time tr u ul").split(" "));
  const gone = new Set(["script", "style", "iframe", "object", "embed", "link", "meta", "base", "svg", "math"]);
  const addresses = new Set(["href", "src", "action", "formaction", "hx-get", "hx-post", "hx-target"]);
  const plain = /^[a-z][a-z0-9:-]*$/;

  function here(address) {
    const text = address.trim();
    if (text.startsWith("#")) return true;
    try {
      const url = new URL(text, location.href);
      return url.protocol === "https:" || url.protocol === "http:";
    } catch {
      return false;
    }
  }

  function clean(node) {
    for (const child of [...node.children]) {
      const name = child.localName;
      if (gone.has(name)) {
        child.remove();
        continue;
      }
      if (child.content) clean(child.content);
      clean(child);
      if (!allowed.has(name)) {
        child.replaceWith(...child.childNodes);
        continue;
      }
      for (const attribute of [...child.attributes]) {
        const key = attribute.name.toLowerCase();
        const bad = !plain.test(key) || key.startsWith("on") || key === "style" || key === "srcdoc"
          || key.startsWith("hx-on") || key === "hx-vals" || key === "hx-headers" || key === "hx-vars"
          || (addresses.has(key) && !here(attribute.value));
        if (bad) child.removeAttribute(attribute.name);
      }
    }
  }

  let inside = false;
  trustedTypes.createPolicy("default", {
    createHTML(text) {
      if (inside) return text;
      inside = true;
      let parsed;
      try {
        parsed = new DOMParser().parseFromString(text, "text/html");
      } finally {
        inside = false;
      }
      clean(parsed.documentElement);
      return /^\s*<(!doctype|html|body|head)/i.test(text)
        ? parsed.documentElement.outerHTML
        : parsed.body.innerHTML;
    },
  });
})();
