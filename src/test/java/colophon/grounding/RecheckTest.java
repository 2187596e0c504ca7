package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Amended;
import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.story.Dossier;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecheckTest {

  private static final Article SOURCE =
      Stories.article(
          "talks",
          "President Lee Jae-myung and Prime Minister Takaichi Sanae met in Nara on Tuesday.",
          "They spoke for 25 minutes. “We will go forward together,” Lee said.");
  private static final Article OTHER =
      Stories.article(
          "other",
          "Pacific Ledger",
          Language.ENGLISH,
          "2026-01-13T19:00:00+09:00",
          "Lee and Takaichi spoke for 40 minutes in Nara.");
  private static final Dossier DOSSIER = Stories.dossier(SOURCE, OTHER);
  private static final Brief BRIEF =
      Stories.brief(
          Language.ENGLISH,
          Stories.sentence("h", Role.HEADLINE, "Nara Summit: Lee and Takaichi Met", SOURCE, OTHER),
          Stories.sentence("l1", Role.LEDE, "They spoke for 40 minutes in Nara.", SOURCE),
          Stories.sentence("l2", Role.LEDE, "Lee and Takaichi met in Nara.", SOURCE, OTHER));
  private static final List<String> WORDS =
      List.of(
          "They spoke for 25 minutes.",
          "Heavy rain flooded several roads.",
          "“We will go forward together,” Lee said.",
          "President Lee met Angela Merkel.",
          "They met on Monday.");

  @Test
  void aRowOfChangesIsCheckedAsIfItWereWrittenAtOnce() {
    var embedder = new WordBagEmbedder();
    var random = new Random(11);
    Brief brief = BRIEF;
    GroundingReport report = Grounder.check(brief, DOSSIER, embedder, Thresholds.DEFAULT);
    for (int i = 0; i < 60; i++) {
      if (Amending.apply(brief, amendment(brief, random), "Kim") instanceof Amended.Changed made) {
        report =
            Grounder.recheck(brief, report, made.brief(), DOSSIER, embedder, Thresholds.DEFAULT);
        brief = made.brief();
        assertThat(report).isEqualTo(Grounder.check(brief, DOSSIER, embedder, Thresholds.DEFAULT));
      }
    }
  }

  @Test
  void onlyWhatChangedIsComparedAgain() {
    var asked = new ArrayList<String>();
    Embedder counting =
        new Embedder() {
          private final Embedder bag = new WordBagEmbedder();

          @Override
          public String model() {
            return bag.model();
          }

          @Override
          public List<Embedding> embed(List<String> texts) {
            asked.addAll(texts);
            return bag.embed(texts);
          }
        };
    GroundingReport report = Grounder.check(BRIEF, DOSSIER, counting, Thresholds.DEFAULT);
    Brief changed =
        ((Amended.Changed)
                Amending.apply(
                    BRIEF,
                    new Amendment.Rewrite(
                        "l1", "They spoke for 40 minutes in Nara.", "They spoke for 25 minutes."),
                    "Kim"))
            .brief();
    asked.clear();
    Grounder.recheck(BRIEF, report, changed, DOSSIER, counting, Thresholds.DEFAULT);
    assertThat(asked)
        .contains("They spoke for 25 minutes.")
        .doesNotContain("Lee and Takaichi met in Nara.", "Nara Summit: Lee and Takaichi Met");
  }

  @Test
  void aReportByOtherChecksIsNotBuiltOn() {
    var embedder = new WordBagEmbedder();
    var old = new GroundingReport(List.of(), List.of(), "grounder/0");
    assertThat(Grounder.recheck(BRIEF, old, BRIEF, DOSSIER, embedder, Thresholds.DEFAULT))
        .isEqualTo(Grounder.check(BRIEF, DOSSIER, embedder, Thresholds.DEFAULT));
  }

  private static Amendment amendment(Brief brief, Random random) {
    List<Sentence> all = brief.sentences();
    Sentence at = all.get(random.nextInt(all.size()));
    String words = WORDS.get(random.nextInt(WORDS.size()));
    List<Citation> other = List.of(Citation.of(OTHER, 1, OTHER.passage(1).span()));
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Amendment.Rewrite(at.id(), at.text(), words);
      case 2 -> new Amendment.Bind(at.id(), at.text(), other);
      case 3 -> new Amendment.Insert(at.id(), at.text(), words, other);
      default -> new Amendment.Cut(at.id(), at.text());
    };
  }
}
