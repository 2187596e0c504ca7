package colophon.edition;

import colophon.brief.Brief;
import colophon.brief.Role;
import colophon.capture.Snapshot;
import colophon.kernel.Digest;
import colophon.review.Approved;
import colophon.story.Dossier;
import colophon.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small approved briefs for the tests of later rooms, each with the sources it rests on. */
public final class PublishableBriefs {

  /** What a publication needs of the rooms before it. */
  public record Piece(Approved approved, Dossier dossier, Map<Digest, Snapshot> snapshots) {}

  private PublishableBriefs() {}

  /** A brief of three sentences. */
  public static Piece piece(String draftId, String headline) {
    return piece(draftId, headline, "gazette", "opened");
  }

  /** One whose lede rests on nothing, which no press prints. */
  public static Piece unfounded(String draftId) {
    return piece(draftId, "Harbour: Open", new String[0]);
  }

  private static Piece piece(String draftId, String headline, String... cites) {
    StoryDesk desk = SampleBriefs.smallDesk();
    var brief =
        new Brief(
            Language.ENGLISH,
            desk.sentence("h", Role.HEADLINE, headline, cites),
            List.of(
                desk.sentence("d1", Role.STANDFIRST, "The harbour is open: " + headline, cites)),
            List.of(desk.sentence("l1", Role.LEDE, "It opened to boats on Monday.", cites)),
            List.of());
    SampleBriefs.Job job =
        SampleBriefs.job(desk, brief, SampleBriefs.extractive(), SampleBriefs.NOBODY, "harbour");
    Approved approved = job.approved();
    return new Piece(
        colophon.review.ApprovedCopies.of(
            new colophon.brief.Draft(
                draftId,
                approved.draft().storyId(),
                approved.draft().storyRevision(),
                brief,
                approved.draft().writing(),
                approved.draft().writtenAt()),
            approved.grounding(),
            approved.reviewer(),
            approved.decidedAt()),
        job.dossier(),
        snapshots(job.dossier()));
  }

  private static Map<Digest, Snapshot> snapshots(Dossier dossier) {
    var snapshots = new HashMap<Digest, Snapshot>();
    dossier
        .articles()
        .forEach(article ->
            snapshots.put(
                article.snapshot(),
                new Snapshot(
                    article.snapshot(),
                    article.text().getBytes(StandardCharsets.UTF_8),
                    article.snapshot(),
                    article.address(),
                    article.address(),
                    article.address(),
                    SampleBriefs.PUBLISHED.minusSeconds(3_600),
                    200,
                    Map.of(),
                    Map.of())));
    return snapshots;
  }

  public static Imprint imprint() {
    return SampleBriefs.imprint();
  }

  public static LabelProfile label() {
    return java.util.Objects.requireNonNull(LabelFiles.shipped().get("eu"));
  }
}
