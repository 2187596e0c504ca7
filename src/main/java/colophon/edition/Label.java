package colophon.edition;

/**
 * The disclosure as it stands on one edition.
 *
 * @param profile the label profile it was made from, such as {@code eu}
 * @param locale the language of the words
 * @param shortText the first words a reader meets, such as {@code AI-generated: verify with the
 *     original}
 * @param how one sentence that says how the text was made and who reviewed it
 * @param longText the disclaimer at the foot
 * @param digitalSourceType the IPTC term, as an absolute address
 */
public record Label(
    String profile,
    String locale,
    String shortText,
    String how,
    String longText,
    String digitalSourceType) {}
