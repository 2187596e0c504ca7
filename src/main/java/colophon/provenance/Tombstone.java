package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the place of bytes that were erased. Signed in an {@link Envelope}, it shows that
 * the publisher erased them and did not lose them; the digests in older signed records stay.
 *
 * @param kind what was erased, such as {@link #ARCHIVED_COPY}
 * @param digests of the bytes; the first is that of the thing itself, further ones are of what
 *     could only be read in it
 * @param by by order of whom, public
 * @param reason public
 */
public record Tombstone(
    String kind, List<Digest> digests, Instant erasedAt, String by, String reason) {

  /** The payload type of the signed envelope. */
  public static final String PAYLOAD_TYPE = "application/vnd.colophon.tombstone.v0+json";

  /** An archived copy of a source. */
  public static final String ARCHIVED_COPY = "archived-copy";

  /** All that a model was sent. */
  public static final String MODEL_REQUEST = "model-request";

  /** What a model answered. */
  public static final String MODEL_ANSWER = "model-answer";

  /** The text of an article as it was read, with its title and its authors' names. */
  public static final String ARTICLE_TEXT = "article-text";

  /** A draft and the report on it. */
  public static final String DRAFT = "draft";

  /** A person's name in the publisher's own papers. */
  public static final String PERSON_NAME = "person-name";

  /** The most digests in one. */
  public static final int MOST_DIGESTS = 100;

  /** The most characters of {@code by}. */
  public static final int MOST_BY = 200;

  /** The most characters of {@code reason}. */
  public static final int MOST_REASON = 500;

  private static final int MOST_BYTES = 64 * 1024;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException with a sentence, where a text is empty, too long, or has
   *     control characters, or where there are too few or too many digests
   */
  public Tombstone {
    digests = List.copyOf(digests);
    if (!kind.matches("[a-z]{1,20}(-[a-z]{1,20}){0,3}")) {
      throw new IllegalArgumentException("kind: expected words such as archived-copy");
    }
    if (digests.isEmpty() || digests.size() > MOST_DIGESTS) {
      throw new IllegalArgumentException("digests: expected 1 to " + MOST_DIGESTS);
    }
    plain("by", by, MOST_BY);
    plain("reason", reason, MOST_REASON);
  }

  private static void plain(String name, String text, int most) {
    boolean odd =
        text.codePoints()
            .anyMatch(c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
    if (text.isBlank() || text.length() > most || odd) {
      throw new IllegalArgumentException(
          name + ": expected 1 to " + most + " characters on one line");
    }
  }

  /** Reads the payload of an envelope. Members nobody knows are left alone. */
  public static Tombstone parse(byte[] payload) throws ProvenanceFormatException {
    try {
      var members = new Members("", JsonReader.readObject(payload, MOST_BYTES));
      var digests = new ArrayList<Digest>();
      for (String text : members.texts("digests")) {
        digests.add(Digest.parse(text));
      }
      return new Tombstone(
          members.text("kind"),
          digests,
          members.time("erasedAt"),
          members.text("by"),
          members.text("reason"));
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException(e);
    } catch (IllegalArgumentException e) {
      throw new ProvenanceFormatException(String.valueOf(e.getMessage()));
    }
  }

  /** The canonical bytes that are signed. */
  public byte[] bytes() {
    return CanonicalJson.bytes(
        Json.object(
            "kind", Json.of(kind),
            "digests", Json.array(digests.stream().map(each -> Json.of(each.toString())).toList()),
            "erasedAt", Json.of(erasedAt.toString()),
            "by", Json.of(by),
            "reason", Json.of(reason)));
  }

  /** In words that follow the name of a thing: {@code erased on 2026-05-07 by order of … (…)}. */
  public String sentence() {
    return "erased on "
        + DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(erasedAt)
        + " by order of "
        + by
        + " ("
        + reason
        + ")";
  }
}
