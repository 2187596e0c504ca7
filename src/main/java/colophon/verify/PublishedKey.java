package colophon.verify;

import colophon.kernel.Json;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A public key as a newsroom gives it out.
 *
 * @param use what it signs
 * @param name the log's origin or the witness's name; null for a manifest key, and where a log key
 *     may serve any origin
 * @param retired when it stopped signing, in good order; null while it signs, or where nobody says
 * @param revoked where it is not to be believed any more; else null
 */
public record PublishedKey(
    Use use,
    StatementKey key,
    @Nullable String name,
    @Nullable Instant retired,
    @Nullable Revocation revoked) {

  /** What a key signs. */
  public enum Use {
    /** Statements of brief versions. */
    MANIFEST("manifest"),
    /** Checkpoints of the log. */
    LOG("log"),
    /** Cosignatures on checkpoints. */
    WITNESS("witness");

    private final String word;

    Use(String word) {
      this.word = word;
    }

    /** The word that stands in key files. */
    public String word() {
      return word;
    }
  }

  public PublishedKey {
    if (!fits(use, key)) {
      throw new IllegalArgumentException("a log or a witness signs with Ed25519");
    }
  }

  /** A key that signs, or of which nobody says that it stopped. */
  public PublishedKey(Use use, StatementKey key, @Nullable String name) {
    this(use, key, name, null, null);
  }

  /** This key, from then on signing no more. */
  public PublishedKey retired(Instant when) {
    return new PublishedKey(use, key, name, when, revoked);
  }

  /** This key, not to be believed any more. */
  public PublishedKey revoked(Revocation revocation) {
    return new PublishedKey(use, key, name, retired, revocation);
  }

  private static boolean fits(Use use, StatementKey key) {
    return use == Use.MANIFEST || key.algorithm() == StatementKey.Algorithm.ED25519;
  }

  /** The key's name: the hexadecimal SHA-256 of its SubjectPublicKeyInfo. */
  public String keyId() {
    return key.keyId();
  }

  /** As it stands in a key file. */
  public Json.Obj json() {
    Json.Obj json =
        Json.object(
            "keyId",
            Json.of(keyId()),
            "algorithm",
            Json.of(key.algorithm().name()),
            "use",
            Json.of(use.word()),
            "publicKey",
            Json.of(Base64.getEncoder().encodeToString(key.spki())));
    if (name != null) {
      json = json.with("name", Json.of(name));
    }
    if (retired != null) {
      json = json.with("retired", Json.of(retired.toString()));
    }
    return revoked == null
        ? json
        : json.with(
            "revoked",
            Json.object(
                "at", Json.of(revoked.at().toString()), "reason", Json.of(revoked.reason())));
  }

  /**
   * Reads one entry of a key file.
   *
   * @param origin the log that the file speaks of; null where it names none
   */
  static PublishedKey read(Json value, @Nullable String origin) throws ProvenanceFormatException {
    if (!(value instanceof Json.Obj object)) {
      throw new ProvenanceFormatException("expected a key as an object");
    }
    StatementKey key = key(text(object, "publicKey"));
    expect(object, "keyId", key.keyId());
    expect(object, "algorithm", key.algorithm().name());
    Use use = use(text(object, "use"));
    if (!fits(use, key)) {
      throw new ProvenanceFormatException(
          "algorithm: expected ED25519 of a " + use.word() + " key, found " + key.algorithm());
    }
    return new PublishedKey(
        use,
        key,
        object.get("name") != null ? text(object, "name") : use == Use.LOG ? origin : null,
        object.get("retired") == null ? null : time(object, "retired"),
        revocation(object));
  }

  private static @Nullable Revocation revocation(Json.Obj object) throws ProvenanceFormatException {
    Json value = object.get("revoked");
    if (value == null) {
      return null;
    }
    if (!(value instanceof Json.Obj revoked)) {
      throw new ProvenanceFormatException("revoked: expected an object");
    }
    return new Revocation(time(revoked, "at"), text(revoked, "reason"));
  }

  private static Instant time(Json.Obj object, String name) throws ProvenanceFormatException {
    String text = text(object, name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new ProvenanceFormatException(
          name + ": expected a time such as 2026-05-07T13:00:00Z, found \"" + text + "\"");
    }
  }

  private static Use use(String word) throws ProvenanceFormatException {
    for (Use use : Use.values()) {
      if (use.word.equals(word)) {
        return use;
      }
    }
    throw new ProvenanceFormatException(
        "use: expected manifest, log or witness, found \"" + word + "\"");
  }

  private static StatementKey key(String base64) throws ProvenanceFormatException {
    try {
      return StatementKey.parse(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new ProvenanceFormatException("publicKey: expected base64");
    }
  }

  private static void expect(Json.Obj object, String name, String value)
      throws ProvenanceFormatException {
    String found = text(object, name);
    if (!found.equals(value)) {
      throw new ProvenanceFormatException(
          name
              + ": expected \""
              + value
              + "\", which is what the key says, found \""
              + found
              + "\"");
    }
  }

  private static String text(Json.Obj object, String name) throws ProvenanceFormatException {
    if (object.get(name) instanceof Json.Str string) {
      return string.value();
    }
    throw new ProvenanceFormatException(name + ": expected a string");
  }
}
