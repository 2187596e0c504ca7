package colophon.edition;

import colophon.brief.Author;
import colophon.brief.Draft;
import colophon.brief.Writing;

/**
 * The IPTC terms (http://cv.iptc.org/newscodes/digitalsourcetype/) that say how a brief's text came
 * to be. Which one is right when, and why, stands in docs/adr/0021-digital-source-type.md.
 */
enum DigitalSourceType {
  /** A language model wrote every sentence. */
  TRAINED("trainedAlgorithmicMedia", "TrainedAlgorithmicMediaDigitalSource"),
  /** A language model wrote it and a person wrote or changed some of it. */
  TRAINED_AND_EDITED(
      "compositeWithTrainedAlgorithmicMedia", "CompositeWithTrainedAlgorithmicMediaDigitalSource"),
  /** A program selected sentences of the sources and arranged them. */
  ARRANGED("composite", "CompositeDigitalSource");

  private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  private final String term;
  private final String schemaOrg;

  DigitalSourceType(String term, String schemaOrg) {
    this.term = term;
    this.schemaOrg = schemaOrg;
  }

  static DigitalSourceType of(Draft draft) {
    if (isExtractive(draft)) {
      return ARRANGED;
    }
    return draft.brief().sentences().stream().anyMatch(s -> s.author() instanceof Author.Person)
        ? TRAINED_AND_EDITED
        : TRAINED;
  }

  /** Whether the built-in writer alone had a hand in it. */
  static boolean isExtractive(Draft draft) {
    return draft.writings().stream().allMatch(DigitalSourceType::isExtractive);
  }

  static boolean isExtractive(Writing writing) {
    return writing.provider().equals(Writing.EXTRACTIVE);
  }

  /** The short form of the IPTC term. */
  String term() {
    return term;
  }

  /** The IPTC term as an absolute address. */
  String uri() {
    return VOCABULARY + term;
  }

  /** The same in schema.org's IPTCDigitalSourceEnumeration. */
  String schemaOrg() {
    return "https://schema.org/" + schemaOrg;
  }
}
