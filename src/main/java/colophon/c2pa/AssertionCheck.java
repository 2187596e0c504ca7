package colophon.c2pa;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the assertions that a claim lists, and those that it does not (section 15.10). */
final class AssertionCheck {

  private static final String PLACE = HashedUri.SELF + UnsignedManifest.ASSERTIONS + "/";

  private final ManifestStore store;
  private final Claim claim;
  private final Asset asset;
  private final Findings findings;
  private final Map<String, Jumbf.Superbox> boxes = new HashMap<>();
  private final Map<String, Assertion> read = new HashMap<>();
  private final Map<String, Optional<byte[]>> hashes = new HashMap<>();

  AssertionCheck(ManifestStore store, Claim claim, Asset asset, Findings findings) {
    this.store = store;
    this.claim = claim;
    this.asset = asset;
    this.findings = findings;
  }

  /** The assertions that are what the claim says they are. */
  List<Assertion> run() {
    store.assertions().forEach(box -> boxes.put(box.label(), box));
    List<Assertion> matching = new ArrayList<>();
    Set<String> declared = new HashSet<>();
    for (HashedUri uri : claim.assertions()) {
      String label = label(uri.url());
      if (label == null) {
        fail(
            StatusCode.ASSERTION_OUTSIDE_MANIFEST,
            Claim.LABEL,
            "The claim lists \"" + uri.url() + "\", which is no assertion of its manifest.");
      } else if (!declared.add(label)) {
        fail(StatusCode.CLAIM_MALFORMED, Claim.LABEL, "The claim lists " + label + " twice.");
      } else {
        check(label, uri, matching);
      }
    }
    for (String label : new TreeSet<>(boxes.keySet())) {
      if (!declared.contains(label)) {
        fail(
            StatusCode.ASSERTION_UNDECLARED,
            place(label),
            "The manifest holds " + label + ", which its claim does not list.");
      }
    }
    bindings(declared);
    actions();
    return matching;
  }

  private void check(String label, HashedUri uri, List<Assertion> matching) {
    Jumbf.Superbox box = boxes.get(label);
    if (box == null) {
      fail(
          StatusCode.ASSERTION_MISSING,
          Claim.LABEL,
          "The claim lists " + label + ", which is not in its manifest.");
      return;
    }
    Optional<Boolean> matches = matches(uri, box);
    if (matches.isEmpty()) {
      fail(
          StatusCode.ALGORITHM_UNSUPPORTED,
          place(label),
          "The hash of " + label + " names no algorithm that is allowed.");
      return;
    }
    if (!matches.get()) {
      fail(
          StatusCode.ASSERTION_HASHED_URI_MISMATCH,
          place(label),
          label + " is not what was signed: its hash differs from the claim's.");
      return;
    }
    findings.add(
        StatusCode.ASSERTION_HASHED_URI_MATCH, place(label), label + " is what was signed.");
    Assertion assertion = read(label, box);
    if (assertion != null) {
      read.put(label, assertion);
      matching.add(assertion);
      if (assertion instanceof DataHash binding) {
        new BindingCheck(binding, claim, asset, findings, place(label)).run();
      }
    }
  }

  private @Nullable Assertion read(String label, Jumbf.Superbox box) {
    byte[] bytes = box.cbor();
    if (bytes == null) {
      // Others write JSON or embedded files; their hash is checked, their content is not ours.
      return null;
    }
    Cbor item;
    try {
      item = CborReader.read(bytes, label);
    } catch (C2paFormatException e) {
      fail(
          StatusCode.ASSERTION_CBOR_INVALID,
          place(label),
          label + " cannot be read: " + e.getMessage() + ".");
      return null;
    }
    try {
      return Assertion.read(label, item);
    } catch (C2paFormatException e) {
      fail(
          switch (Assertion.withoutInstance(label)) {
            case DataHash.LABEL -> StatusCode.ASSERTION_DATA_HASH_MALFORMED;
            case Actions.LABEL -> StatusCode.ASSERTION_ACTION_MALFORMED;
            case Ingredient.LABEL -> StatusCode.ASSERTION_INGREDIENT_MALFORMED;
            default -> StatusCode.GENERAL_ERROR;
          },
          place(label),
          label + " is not complete: " + e.getMessage() + ".");
      return null;
    }
  }

  private void bindings(Set<String> declared) {
    List<String> hard =
        declared.stream()
            .filter(label -> Assertion.HARD_BINDINGS.contains(Assertion.withoutInstance(label)))
            .toList();
    if (hard.isEmpty()) {
      fail(
          StatusCode.CLAIM_HARD_BINDINGS_MISSING,
          Claim.LABEL,
          "The claim lists nothing that binds it to a file.");
    } else if (hard.size() > 1) {
      fail(
          StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS,
          UnsignedManifest.ASSERTIONS,
          "The claim lists more than one assertion that binds it to a file.");
    }
  }

  /** There is one beginning, and it comes first; what actions point to is there and unchanged. */
  private void actions() {
    List<Actions> all = new ArrayList<>();
    for (HashedUri uri : claim.assertions()) {
      String label = label(uri.url());
      if (label != null && read.get(label) instanceof Actions actions) {
        all.add(actions);
      }
    }
    boolean begun = !all.isEmpty() && all.getFirst().actions().getFirst().begins();
    long beginnings =
        all.stream().flatMap(actions -> actions.actions().stream()).filter(Action::begins).count();
    if (!begun || beginnings != 1) {
      fail(
          StatusCode.ASSERTION_ACTION_MALFORMED,
          place(Actions.LABEL),
          "The history does not begin with one creation or opening.");
    }
    for (Actions actions : all) {
      for (Action action : actions.actions()) {
        ingredients(action);
      }
    }
  }

  private void ingredients(Action action) {
    for (HashedUri uri : action.ingredients()) {
      String label = label(uri.url());
      Jumbf.Superbox box = label == null ? null : boxes.get(label);
      boolean sound =
          label != null
              && box != null
              && read.get(label) instanceof Ingredient
              && matches(uri, box).orElse(false);
      if (!sound) {
        fail(
            StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH,
            place(Actions.LABEL),
            action.name() + " points to a source that is missing or another (" + uri.url() + ").");
      }
    }
  }

  private Optional<Boolean> matches(HashedUri uri, Jumbf.Superbox box) {
    String name = uri.algorithm() == null ? claim.algorithm() : uri.algorithm();
    if (name == null) {
      return Optional.empty();
    }
    // Many actions may point to one large box; it is hashed once.
    return hashes
        .computeIfAbsent(
            name + " " + box.label(),
            key -> Hashes.named(name).map(digest -> digest.digest(box.content())))
        .map(hash -> MessageDigest.isEqual(hash, uri.hash()));
  }

  /** The label of an assertion of this manifest; null where the place is another. */
  private @Nullable String label(String url) {
    String absolute =
        HashedUri.SELF
            + "/"
            + ManifestStore.LABEL
            + "/"
            + store.manifestLabel()
            + "/"
            + UnsignedManifest.ASSERTIONS
            + "/";
    String start = url.startsWith(absolute) ? absolute : PLACE;
    return url.startsWith(start) && url.indexOf('/', start.length()) < 0
        ? url.substring(start.length())
        : null;
  }

  private static String place(String label) {
    return UnsignedManifest.ASSERTIONS + "/" + label;
  }

  private void fail(StatusCode code, String place, String sentence) {
    findings.add(code, place, sentence);
  }
}
