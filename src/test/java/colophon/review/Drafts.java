package colophon.review;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.Role;
import colophon.brief.Writing;
import colophon.grounding.Conflict;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Stories;
import colophon.grounding.Verdict;
import colophon.kernel.Digest;
import colophon.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drafts for the tests of this room. */
final class Drafts {

  static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

  private Drafts() {}

  static Draft draft(String id, Brief brief) {
    return draft(id, "s-0123456789abcdef", brief, NOW);
  }

  static Draft draft(String id, String storyId, Brief brief, Instant writtenAt) {
    Digest digest = Digest.ofText("prompt");
    return new Draft(
        id,
        storyId,
        1,
        brief,
        new Writing(
            Writing.EXTRACTIVE,
            "extractive",
            "extractive/1",
            "brief",
            "1",
            digest,
            Map.of(),
            digest,
            digest,
            1,
            2,
            0L,
            1),
        writtenAt);
  }

  /** A brief of a headline and one sentence that cite everything. */
  static Brief brief(String headline, String lede, Article... sources) {
    return Stories.brief(
        Language.ENGLISH,
        Stories.sentence("h", Role.HEADLINE, headline, sources),
        Stories.sentence("l1", Role.LEDE, lede, sources));
  }

  /** A report in which every sentence passed. */
  static GroundingReport clean(Brief brief, Conflict... conflicts) {
    return new GroundingReport(
        brief.sentences().stream()
            .map(sentence ->
                new SentenceFinding(
                    sentence.id(), sentence.text(), new Verdict.NoMismatch(), List.of()))
            .toList(),
        List.of(conflicts),
        "test/1");
  }
}
