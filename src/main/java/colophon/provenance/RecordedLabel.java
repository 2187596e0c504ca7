package colophon.provenance;

import colophon.kernel.Json;

/**
 * The disclosure as it stands in every artefact.
 *
 * @param profile the label profile, such as {@code eu}
 * @param locale the language of the words
 * @param shortText the first words a reader meets
 * @param how how the text was made, and who reviewed it
 * @param longText the disclaimer at the foot
 * @param digitalSourceType the IPTC term, as an absolute address
 */
public record RecordedLabel(
    String profile,
    String locale,
    String shortText,
    String how,
    String longText,
    String digitalSourceType)
    implements Recorded {

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("profile", profile)
        .put("locale", locale)
        .put("shortText", shortText)
        .put("how", how)
        .put("longText", longText)
        .put("digitalSourceType", digitalSourceType)
        .build();
  }

  static RecordedLabel read(Members members) throws ProvenanceFormatException {
    return new RecordedLabel(
        members.text("profile"),
        members.text("locale"),
        members.text("shortText"),
        members.text("how"),
        members.text("longText"),
        members.text("digitalSourceType"));
  }
}
