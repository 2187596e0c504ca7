package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a claim: COSE_Sign1 (RFC 9052) with the claim left out of it, the chain of
 * certificates in the protected header, and maybe a time stamp in the unprotected one (sections
 * 13.2 and 10.3.2.5).
 *
 * @param header the protected header as it stood
 * @param algorithm its number in COSE
 * @param chain certificates in DER, the signer's first, the root left away
 * @param timeStamps tokens of RFC 3161 in DER; more than one is an error of the signer's
 * @param olderTimeStamp whether there is one of the form that section 10.3.2.5.2 forbids to write
 */
record CoseSignature(
    byte[] header,
    long algorithm,
    List<byte[]> chain,
    List<byte[]> timeStamps,
    boolean olderTimeStamp,
    byte[] signature) {

  /** The label of its box. */
  static final String LABEL = "c2pa.signature";

  /** How many certificates a chain may have. */
  static final int MOST_CERTIFICATES = 8;

  /** The largest certificate, in bytes. */
  static final int MOST_CERTIFICATE_BYTES = 16 * 1024;

  /** The largest time stamp, in bytes. */
  static final int MOST_TIME_STAMP_BYTES = 64 * 1024;

  private static final long TAG = 18;
  private static final long ALGORITHM = 1;
  private static final long CHAIN = 33;
  private static final String OLDER_CHAIN = "x5chain";
  private static final String TIME_STAMPS = "sigTst2";
  private static final String OLDER_TIME_STAMPS = "sigTst";
  private static final String WHERE = LABEL;

  CoseSignature {
    chain = List.copyOf(chain);
    timeStamps = List.copyOf(timeStamps);
  }

  /** Signs a claim. */
  static CoseSignature sign(byte[] claim, SigningCredential credential) {
    List<byte[]> chain = credential.chain();
    Cbor certificates =
        chain.size() == 1
            ? Cbor.of(chain.getFirst())
            : Cbor.array(chain.stream().map(Cbor::of).toList());
    byte[] header =
        CborWriter.bytes(
            new CborMap()
                .put(ALGORITHM, Cbor.of(CoseAlgorithm.ES256.number()))
                .put(CHAIN, certificates)
                .build());
    byte[] signature = credential.sign(structure("Signature1", header, claim));
    return new CoseSignature(
        header, CoseAlgorithm.ES256.number(), chain, List.of(), false, signature);
  }

  /** What the signature is made over. */
  byte[] message(byte[] claim) {
    return structure("Signature1", header, claim);
  }

  /** What a time stamp is made over: the signature, as it stands encoded. */
  byte[] timeStampMessage() {
    return structure("CounterSignature", header, CborWriter.bytes(Cbor.of(signature)));
  }

  /** The same signature with a time stamp. */
  CoseSignature stamped(byte[] token) {
    return new CoseSignature(header, algorithm, chain, List.of(token), false, signature);
  }

  byte[] bytes() {
    CborMap unprotectedHeader = new CborMap();
    if (!timeStamps.isEmpty()) {
      List<Cbor> tokens = new ArrayList<>();
      timeStamps.forEach(token -> tokens.add(new CborMap().put("val", Cbor.of(token)).build()));
      unprotectedHeader.put(
          TIME_STAMPS, new CborMap().put("tstTokens", Cbor.array(tokens)).build());
    }
    return CborWriter.bytes(
        new Cbor.Tagged(
            TAG,
            Cbor.array(
                List.of(
                    Cbor.of(header), unprotectedHeader.build(), Cbor.NULL, Cbor.of(signature)))));
  }

  static CoseSignature read(byte[] bytes) throws C2paFormatException {
    if (!(CborReader.read(bytes, WHERE) instanceof Cbor.Tagged tagged)
        || tagged.tag() != TAG
        || !(tagged.item() instanceof Cbor.Items items)
        || items.values().size() != 4
        || !(items.values().get(0) instanceof Cbor.Bytes header)
        || !(items.values().get(1) instanceof Cbor.Members unprotectedHeader)
        || !(items.values().get(3) instanceof Cbor.Bytes signature)) {
      throw new C2paFormatException(
          "expected COSE_Sign1 with tag 18, found something else, in " + WHERE);
    }
    if (!items.values().get(2).equals(Cbor.NULL)) {
      throw new C2paFormatException("expected a detached payload (nil), found one, in " + WHERE);
    }
    if (!(CborReader.read(header.value(), "the protected header of " + WHERE)
        instanceof Cbor.Members protectedHeader)) {
      throw new C2paFormatException("expected a map as protected header, in " + WHERE);
    }
    if (!(protectedHeader.get(ALGORITHM) instanceof Cbor.Whole algorithm)) {
      throw new C2paFormatException("expected an algorithm (1) in the protected header");
    }
    return new CoseSignature(
        header.value(),
        algorithm.value(),
        chain(protectedHeader, unprotectedHeader),
        timeStamps(unprotectedHeader),
        unprotectedHeader.get(OLDER_TIME_STAMPS) != null,
        signature.value());
  }

  /** Older writers name the chain "x5chain", or leave it unprotected (section 14.5). */
  private static List<byte[]> chain(Cbor.Members guarded, Cbor.Members unguarded)
      throws C2paFormatException {
    Cbor first = either(guarded.get(CHAIN), unguarded.get(CHAIN));
    Cbor chain =
        first == null ? either(guarded.get(OLDER_CHAIN), unguarded.get(OLDER_CHAIN)) : first;
    List<Cbor> certificates =
        switch (chain) {
          case Cbor.Bytes one -> List.of(one);
          case Cbor.Items several -> several.values();
          case null, default -> List.of();
        };
    if (certificates.isEmpty() || certificates.size() > MOST_CERTIFICATES) {
      throw new C2paFormatException(
          "expected 1 to "
              + MOST_CERTIFICATES
              + " certificates (33), found "
              + certificates.size()
              + ", in "
              + WHERE);
    }
    List<byte[]> ders = new ArrayList<>();
    for (Cbor certificate : certificates) {
      ders.add(limited(certificate, MOST_CERTIFICATE_BYTES, "certificate"));
    }
    return ders;
  }

  private static @Nullable Cbor either(@Nullable Cbor guarded, @Nullable Cbor unguarded)
      throws C2paFormatException {
    if (guarded != null && unguarded != null) {
      throw new C2paFormatException("expected one chain of certificates, found two, in " + WHERE);
    }
    return guarded == null ? unguarded : guarded;
  }

  private static List<byte[]> timeStamps(Cbor.Members header) throws C2paFormatException {
    Cbor container = header.get(TIME_STAMPS);
    if (container == null) {
      return List.of();
    }
    List<byte[]> tokens = new ArrayList<>();
    for (Fields token : Fields.of(container, TIME_STAMPS).maps("tstTokens")) {
      tokens.add(limited(Cbor.of(token.bytes("val")), MOST_TIME_STAMP_BYTES, "time stamp"));
    }
    if (tokens.isEmpty()) {
      throw new C2paFormatException("expected a time stamp in " + TIME_STAMPS + ", found none");
    }
    return tokens;
  }

  private static byte[] limited(Cbor item, int most, String what) throws C2paFormatException {
    if (item instanceof Cbor.Bytes bytes && bytes.value().length <= most) {
      return bytes.value();
    }
    throw new C2paFormatException(
        "expected a " + what + " of at most " + most + " bytes, found something else, in " + WHERE);
  }

  private static byte[] structure(String context, byte[] header, byte[] payload) {
    return CborWriter.bytes(
        Cbor.array(
            List.of(Cbor.of(context), Cbor.of(header), Cbor.of(new byte[0]), Cbor.of(payload))));
  }
}
