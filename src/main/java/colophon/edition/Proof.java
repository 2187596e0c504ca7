package colophon.edition;

import colophon.brief.Sentence;
import colophon.review.Approved;
import java.util.List;

/** What a finished format must carry, taken from the approved copy and never from a renderer. */
record Proof(Label label, List<Sentence> sentences, Imprint imprint) {
  Proof {
    sentences = List.copyOf(sentences);
  }

  static Proof of(Approved approved, Label label, Imprint imprint) {
    return new Proof(label, approved.draft().brief().sentences(), imprint);
  }
}
