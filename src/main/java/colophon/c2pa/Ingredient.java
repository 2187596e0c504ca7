package colophon.c2pa;

import colophon.kernel.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source that went into an asset (section 18.15, version 3).
 *
 * @param relationship {@code inputTo} for what a writer read; never {@code parentOf} in our
 *     manifests, since a brief is no rendition of an article
 * @param title null where it has none
 * @param format the media type, without parameters; null where it is not known
 * @param informationalUri where a person finds it; null where it has no public place
 * @param instanceId the digest of the archived copy, as our records write it; null where there is
 *     none
 * @param description such as the outlet and the day; null where there is nothing to say
 */
public record Ingredient(
    String relationship,
    @Nullable String title,
    @Nullable String format,
    @Nullable String informationalUri,
    @Nullable String instanceId,
    @Nullable String description)
    implements Assertion {

  /** Its label. */
  public static final String LABEL = "c2pa.ingredient.v3";

  private static final List<String> RELATIONSHIPS = List.of("inputTo", "componentOf", "parentOf");

  /**
   * An article that a brief was written from.
   *
   * @param mediaType may carry parameters; they are left away
   * @param snapshot the digest of the archived bytes
   */
  public static Ingredient source(
      String title,
      String mediaType,
      @Nullable String informationalUri,
      Digest snapshot,
      @Nullable String description) {
    String format = mediaType.split(";", 2)[0].strip();
    return new Ingredient(
        "inputTo",
        title,
        format.matches("\\w+/[-+.\\w]+") ? format : null,
        informationalUri,
        snapshot.toString(),
        description);
  }

  static Ingredient read(Fields fields) throws C2paFormatException {
    String relationship = fields.text("relationship");
    if (!RELATIONSHIPS.contains(relationship)) {
      throw fields.wrong(
          "relationship", String.join(" or ", RELATIONSHIPS), "\"" + relationship + "\"");
    }
    return new Ingredient(
        relationship,
        fields.textOrNull("dc:title"),
        fields.textOrNull("dc:format"),
        fields.textOrNull("informationalURI"),
        fields.textOrNull("instanceID"),
        fields.textOrNull("description"));
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public Cbor.Members cbor() {
    return new CborMap()
        .put("relationship", relationship)
        .put("dc:title", title)
        .put("dc:format", format)
        .put("informationalURI", informationalUri)
        .put("instanceID", instanceId)
        .put("description", description)
        .build();
  }
}
