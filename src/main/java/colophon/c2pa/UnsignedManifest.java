package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;

/**
 * A manifest up to its signature: the same content gives the same bytes.
 *
 * @param label the manifest's own
 * @param assertions the assertion store
 * @param claim as it is signed
 */
record UnsignedManifest(String label, Jumbf.Superbox assertions, byte[] claim) {

  static final String ASSERTIONS = "c2pa.assertions";

  /** Puts together what is said of an artefact, bound to its bytes by a hash. */
  static UnsignedManifest of(ManifestContent content, DataHash binding) {
    var store = new Store();
    List<HashedUri> sources = new ArrayList<>();
    for (Ingredient ingredient : content.ingredients()) {
      sources.add(store.add(ingredient, sources.size()));
    }
    List<Action> actions = new ArrayList<>(content.actions());
    actions.set(0, actions.getFirst().drawingOn(sources));
    store.add(new Actions(actions), 0);
    store.add(content.record(), 0);
    store.add(binding, 0);
    String label = content.manifestLabel();
    Claim claim =
        new Claim(
            content.instanceId(),
            content.generator(),
            HashedUri.SELF + "/" + ManifestStore.LABEL + "/" + label + "/" + CoseSignature.LABEL,
            store.uris,
            List.of(),
            false,
            content.title(),
            Hashes.SHA256);
    return new UnsignedManifest(
        label, Jumbf.Superbox.of("c2as", ASSERTIONS, store.boxes), claim.bytes());
  }

  /** The store with its signature. Whoever signs twice may get two signatures. */
  ManifestStore sign(SigningCredential credential) {
    return with(CoseSignature.sign(claim, credential));
  }

  ManifestStore with(CoseSignature signature) {
    return ManifestStore.of(
        Jumbf.Superbox.of(
            "c2ma",
            label,
            List.of(
                assertions,
                Jumbf.Superbox.ofCbor("c2cl", Claim.LABEL, claim),
                Jumbf.Superbox.ofCbor("c2cs", CoseSignature.LABEL, signature.bytes()))));
  }

  /** The boxes of an assertion store while they are made, with the places the claim names. */
  private static final class Store {
    private final List<Jumbf.Superbox> boxes = new ArrayList<>();
    private final List<HashedUri> uris = new ArrayList<>();

    HashedUri add(Assertion assertion, int number) {
      String label = Assertion.instance(assertion.label(), number);
      Jumbf.Superbox box = Jumbf.Superbox.ofCbor("cbor", label, CborWriter.bytes(assertion.cbor()));
      HashedUri uri = HashedUri.of(HashedUri.SELF + ASSERTIONS + "/" + label, box);
      boxes.add(box);
      uris.add(uri);
      return uri;
    }
  }
}
