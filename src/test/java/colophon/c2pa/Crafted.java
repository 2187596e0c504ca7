package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Manifests that a careless or hostile signer could make; each is properly signed. */
final class Crafted {

  static final String LABEL = SampleCredentials.content().manifestLabel();
  static final String SIGNATURE = "self#jumbf=/c2pa/" + LABEL + "/c2pa.signature";

  private final List<Jumbf.Superbox> boxes = new ArrayList<>();
  private final List<HashedUri> uris = new ArrayList<>();
  private UnaryOperator<Claim> change = UnaryOperator.identity();
  private String signatureLabel = CoseSignature.LABEL;

  /** The assertions of a sound manifest for the sample text, without sources. */
  static Crafted sound() {
    return new Crafted()
        .add(new Actions(SampleCredentials.content().actions()))
        .add(SampleCredentials.RECORD)
        .add(DataHash.ofWhole(SampleCredentials.text()));
  }

  Crafted add(Assertion assertion) {
    return add(assertion.label(), CborWriter.bytes(assertion.cbor()));
  }

  Crafted add(String label, byte[] cbor) {
    Jumbf.Superbox box = Jumbf.Superbox.ofCbor("cbor", label, cbor);
    uris.add(HashedUri.of("self#jumbf=c2pa.assertions/" + label, box));
    boxes.add(box);
    return this;
  }

  /** Lists a box in the claim that is not there. */
  Crafted list(String url, byte[] hash) {
    uris.add(new HashedUri(url, null, hash));
    return this;
  }

  /** Puts a box there that the claim does not list. */
  Crafted slipIn(Assertion assertion) {
    boxes.add(Jumbf.Superbox.ofCbor("cbor", assertion.label(), CborWriter.bytes(assertion.cbor())));
    return this;
  }

  Crafted claim(UnaryOperator<Claim> change) {
    this.change = change;
    return this;
  }

  Crafted signatureLabelled(String label) {
    signatureLabel = label;
    return this;
  }

  byte[] signed() {
    Claim claim =
        new Claim(
            "urn:sample",
            SoftwareAgent.generator("Colophon", "0.1.0"),
            SIGNATURE,
            uris,
            List.of(),
            false,
            null,
            "sha256");
    return signed(change.apply(claim).bytes());
  }

  byte[] signed(byte[] claim) {
    byte[] signature = CoseSignature.sign(claim, SampleCredentials.credential()).bytes();
    return store(
        Jumbf.Superbox.of("c2as", "c2pa.assertions", boxes),
        Jumbf.Superbox.ofCbor("c2cl", Claim.LABEL, claim),
        Jumbf.Superbox.ofCbor("c2cs", signatureLabel, signature));
  }

  static byte[] store(Jumbf.Superbox... parts) {
    return ManifestStore.of(Jumbf.Superbox.of("c2ma", LABEL, List.of(parts))).bytes();
  }
}
