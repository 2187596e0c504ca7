package colophon.edition;

import colophon.brief.Brief;
import colophon.brief.Sentence;
import colophon.review.Approved;
import colophon.story.Dossier;
import java.util.List;

/** What a finished format must carry, taken from the approved copy and never from a renderer. */
record Proof(Label label, List<Sentence> sentences, Imprint imprint, NoteProof notes) {
  Proof {
    sentences = List.copyOf(sentences);
  }

  static Proof of(Approved approved, Dossier dossier, Label label, Imprint imprint) {
    Brief brief = approved.draft().brief();
    return new Proof(
        label,
        brief.sentences(),
        imprint,
        new NoteProof(dossier, Words.in(brief.language().tag())));
  }
}
