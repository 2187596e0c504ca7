package colophon.excerpt;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.List;

/**
 * A version of a brief that the verifier found intact.
 *
 * @param standing what it is today
 * @param signerKnown whether it is signed with keys that were obtained elsewhere
 * @param record the digest of its record
 * @param sentences in reading order
 * @param pageLines the other lines of its text: label, sources, imprint
 */
public record PublishedVersion(
    String briefId,
    String slug,
    int number,
    Standing standing,
    boolean signerKnown,
    String publisher,
    Instant publishedAt,
    Digest record,
    List<PublishedSentence> sentences,
    List<String> pageLines) {

  public PublishedVersion {
    sentences = List.copyOf(sentences);
    pageLines = List.copyOf(pageLines);
  }

  /** How many of its sentences can be looked for only as a whole, since their words are gone. */
  public long withoutWords() {
    return sentences.stream().filter(sentence -> sentence.text() == null).count();
  }

  /** The words people call it by. */
  public String name() {
    return slug + ", version " + number;
  }
}
