package colophon.copydesk;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.Role;
import colophon.brief.Writing;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Stories;
import colophon.grounding.Verdict;
import colophon.kernel.Digest;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drafts for the tests of this room. */
final class DeskDrafts {

  static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

  private DeskDrafts() {}

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

  /** A brief of a headline and two sentences that cite everything. */
  static Brief brief(String headline, String lede, Article... sources) {
    return Stories.brief(
        Language.ENGLISH,
        Stories.sentence("h", Role.HEADLINE, headline, sources),
        Stories.sentence("l1", Role.LEDE, lede, sources),
        Stories.sentence("l2", Role.LEDE, "They left again.", sources));
  }

  /** A report in which every sentence passed. */
  static GroundingReport clean(Brief brief) {
    return new GroundingReport(
        brief.sentences().stream()
            .map(sentence ->
                new SentenceFinding(
                    sentence.id(), sentence.text(), new Verdict.NoMismatch(), List.of()))
            .toList(),
        List.of(),
        "test/1");
  }

  static Copy.Waiting waiting(Draft draft, Flag... flags) {
    return new Copy.Waiting(draft, clean(draft.brief()), List.of(flags), draft.writtenAt());
  }
}
