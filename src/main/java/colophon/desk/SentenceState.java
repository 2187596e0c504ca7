package colophon.desk;

import colophon.brief.Author;
import colophon.brief.Sentence;
import colophon.copydesk.Worksheet;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Verdict;
import colophon.review.Flag;
import java.util.Optional;

/** How a sentence stands, in the one word that its shape and colour show. */
public enum SentenceState {
  OK("no mismatch found"),
  WEAK("weak"),
  UNSUPPORTED("unsupported"),
  DIFFER("sources differ"),
  PERSON("written by a person"),
  UNCHECKED("not checked");

  private final String word;

  SentenceState(String word) {
    this.word = word;
  }

  /** As people read it. */
  public String word() {
    return word;
  }

  /** As the style sheet knows it. */
  public String style() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The gravest that holds. */
  static SentenceState of(Sentence sentence, Worksheet sheet) {
    boolean differ =
        sheet.marks(sentence.id()).stream()
            .anyMatch(mark -> mark.flag().kind() == Flag.Kind.SOURCES_DIFFER);
    Optional<SentenceFinding> finding = sheet.finding(sentence.id());
    if (finding.isEmpty()) {
      return UNCHECKED;
    }
    return switch (finding.get().verdict()) {
      case Verdict.Unsupported ignored -> UNSUPPORTED;
      case Verdict.Weak ignored -> differ ? DIFFER : WEAK;
      case Verdict.NoMismatch ignored ->
          differ ? DIFFER : sentence.author() instanceof Author.Person ? PERSON : OK;
    };
  }
}
