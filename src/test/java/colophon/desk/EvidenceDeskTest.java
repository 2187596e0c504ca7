package colophon.desk;

import static colophon.grounding.Stories.article;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.Worksheet;
import colophon.grounding.GroundingReport;
import colophon.grounding.Stories;
import colophon.kernel.Digest;
import colophon.review.Copy;
import colophon.story.Dossier;
import colophon.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceDeskTest {

  private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");
  private static final Article HERALD = article("herald", "They met in Nara.", "They left.");
  private static final Article POST = article("post", "Rain fell on Nara.", "They left early.");
  private static final Sentence LEDE =
      Stories.sentence("l1", Role.LEDE, "They met in Nara.", HERALD);

  @Test
  void everyOtherSourceOfTheStoryCanBeOpenedBesideASentence() {
    Dossier dossier = Stories.dossier(HERALD, POST);
    EvidenceView alone = evidence(dossier, true).of(LEDE);
    assertThat(alone.others()).extracting(EvidenceView.Other::article).containsExactly(POST.id());
    assertThat(alone.cards()).extracting(EvidenceView.Card::article).containsOnly(HERALD.id());

    EvidenceView both =
        evidence(dossier, true).of(LEDE, new ReviewDesk.Chosen(LEDE.id(), POST.id()));
    assertThat(both.others()).isEmpty();
    EvidenceView.Card other = both.cards().getLast();
    assertThat(other.article()).isEqualTo(POST.id());
    assertThat(other.passage()).isZero();
    assertThat(other.pieces()).isEmpty();
    assertThat(other.passages())
        .extracting(EvidenceView.PassageLine::text)
        .containsExactly("Rain fell on Nara.", "They left early.");
    assertThat(other.passages()).noneMatch(EvidenceView.PassageLine::cited);
    assertThat(both.cards()).hasSize(alone.cards().size() + 1);
  }

  @Test
  void whoMayNotEditIsOfferedNone() {
    EvidenceView view =
        evidence(Stories.dossier(HERALD, POST), false)
            .of(LEDE, new ReviewDesk.Chosen(LEDE.id(), POST.id()));
    assertThat(view.others()).isEmpty();
    assertThat(view.cards()).extracting(EvidenceView.Card::article).containsOnly(HERALD.id());
    assertThat(
            evidence(Stories.dossier(HERALD, POST), true)
                .of(LEDE, new ReviewDesk.Chosen(LEDE.id(), "a-none"))
                .cards())
        .extracting(EvidenceView.Card::article)
        .containsOnly(HERALD.id());
  }

  private static EvidenceDesk evidence(Dossier dossier, boolean mayEdit) {
    Brief brief =
        Stories.brief(Language.ENGLISH, Stories.sentence("h", Role.HEADLINE, "Nara", HERALD), LEDE);
    Digest digest = Digest.ofText("prompt");
    var writing =
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
            1);
    var draft = new Draft("d-1", "s-1", 1, brief, writing, NOW);
    var report = new GroundingReport(List.of(), List.of(), "test/1");
    var sheet =
        new Worksheet(
            draft,
            new Copy.Waiting(draft, report, List.of(), NOW),
            List.of(),
            List.of(),
            List.of(),
            new DeskEvent.Assigned("", ""),
            DeskEvent.Placed.DEFAULT,
            null,
            List.of());
    return new EvidenceDesk(sheet, dossier, Optional.empty(), mayEdit);
  }
}
