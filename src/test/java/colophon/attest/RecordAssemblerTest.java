package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.capture.Snapshot;
import colophon.capture.WarcRecordId;
import colophon.edition.Artefact;
import colophon.edition.Edition;
import colophon.edition.EditionPress;
import colophon.edition.Printing;
import colophon.edition.PublishableBriefs;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.kernel.Slug;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import colophon.provenance.RecordedCitation;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedRun;
import colophon.provenance.RecordedSentence;
import colophon.provenance.RecordedSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordAssemblerTest {

  private static final Instant PUBLISHED = Instant.parse("2026-05-07T13:00:00Z");

  private final PublishableBriefs.Piece piece =
      PublishableBriefs.piece("d-1", "Harbour: Open to Boats");
  private final Edition edition = printed(piece);

  @Test
  void holdsEverySentenceInOrderWithEveryCitation() {
    List<Sentence> sentences = piece.approved().draft().brief().sentences();
    ProvenanceRecord record = assemble(null);
    assertThat(record.sentences()).hasSameSizeAs(sentences);
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      RecordedSentence recorded = record.sentences().get(i);
      assertThat(recorded.id()).isEqualTo(sentence.id());
      assertThat(recorded.text()).isEqualTo(Digest.ofText(sentence.text()));
      assertThat(recorded.citations())
          .isEqualTo(sentence.citations().stream().map(RecordAssemblerTest::recorded).toList());
    }
  }

  @Test
  void holdsEveryArtefactByItsDigestAndEverySourceByItsSnapshot() {
    ProvenanceRecord record = assemble(null);
    assertThat(record.brief().artefacts().stream().map(RecordedArtefact::digest))
        .isEqualTo(edition.artefacts().stream().map(Artefact::digest).toList());
    assertThat(record.sources().stream().map(source -> source.body()))
        .isEqualTo(piece.dossier().articles().stream().map(a -> a.snapshot()).toList());
  }

  @Test
  void namesTheRecordBeforeIt() {
    Digest previous = Digest.ofText("the record before");
    assertThat(assemble(previous).brief().previous()).isEqualTo(previous);
    assertThat(assemble(null).brief().previous()).isNull();
    assertThat(assemble(previous).digest()).isNotEqualTo(assemble(null).digest());
  }

  @Test
  void isMadeOfNothingWithoutTheArchivedCopy() {
    var without = new Circumstances(run(), Map.of(), null, "USD");
    assertThatThrownBy(
            () -> RecordAssembler.assemble(edition, PublishableBriefs.imprint(), without))
        .hasMessageContaining("no archived copy of https://source.example/gazette");
  }

  @Test
  void namesTheWarcRecordOfEveryArchivedCopy() {
    assertThat(assemble(null).sources())
        .allSatisfy(source ->
            assertThat(source.warcRecord())
                .isEqualTo(WarcRecordId.ofBody(source.body()).toString()));
  }

  @Test
  void saysWhatThePageSaidOfItsUseAndWhetherWeAskedForIt() {
    Map<Digest, Snapshot> asked =
        piece.snapshots().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    kept ->
                        answered(
                            kept.getValue(),
                            Map.of("user-agent", List.of("Colophon/0.1.0 (+desk@wire.example)")),
                            Map.of("x-robots-tag", List.of("noai, noimageai", "max-snippet:50")))));
    RecordedRights rights = rights(asked);
    assertThat(rights.robots()).isEqualTo("allowed");
    assertThat(rights.signals())
        .containsExactly(
            new RecordedRights.Signal("x-robots-tag", "noai, noimageai"),
            new RecordedRights.Signal("x-robots-tag", "max-snippet:50"));
    assertThat(rights(piece.snapshots()))
        .isEqualTo(new RecordedRights("use", null, List.of(), null));
  }

  @Test
  void saysWhoUsedAPageInSpiteOfWhatItSaidAndWhy() {
    String article = edition.dossier().articles().getFirst().id();
    var decision = new RecordedRights.Overruling("Otis Sample", "They allowed it in a letter.");
    var circumstances =
        new Circumstances(run(), piece.snapshots(), null, "USD", Map.of(article, decision));
    List<RecordedSource> sources =
        RecordAssembler.assemble(edition, PublishableBriefs.imprint(), circumstances).sources();
    assertThat(sources)
        .allSatisfy(source ->
            assertThat(source.rights().override())
                .isEqualTo(source.id().equals(article) ? decision : null));
    assertThat(circumstances.after(Digest.ofText("before")).overruled()).hasSize(1);
  }

  private RecordedRights rights(Map<Digest, Snapshot> snapshots) {
    return RecordAssembler.assemble(
            edition, PublishableBriefs.imprint(), new Circumstances(run(), snapshots, null, "USD"))
        .sources()
        .getFirst()
        .rights();
  }

  private static Snapshot answered(
      Snapshot kept, Map<String, List<String>> sent, Map<String, List<String>> received) {
    return new Snapshot(
        kept.digest(),
        kept.body(),
        kept.decodedDigest(),
        kept.requested(),
        kept.landed(),
        kept.readerLink(),
        kept.fetchedAt(),
        kept.status(),
        sent,
        received);
  }

  private ProvenanceRecord assemble(@org.jspecify.annotations.Nullable Digest previous) {
    return RecordAssembler.assemble(
        edition,
        PublishableBriefs.imprint(),
        new Circumstances(run(), piece.snapshots(), previous, "USD"));
  }

  private static RecordedCitation recorded(Citation citation) {
    return new RecordedCitation(
        citation.articleId(),
        citation.passage(),
        citation.span().start(),
        citation.span().end(),
        Digest.ofText(citation.quote()));
  }

  private static Edition printed(PublishableBriefs.Piece piece) {
    var plan =
        new VersionPlan(
            "b-0123456789abcdef",
            new Slug("harbour"),
            1,
            VersionPlan.Kind.ORIGINAL,
            null,
            PUBLISHED,
            PUBLISHED,
            "samples");
    Map<Digest, Instant> fetched =
        piece.snapshots().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, snapshot -> snapshot.getValue().fetchedAt()));
    return switch (new EditionPress()
        .print(
            piece.approved(),
            piece.dossier(),
            plan,
            PublishableBriefs.imprint(),
            PublishableBriefs.label(),
            fetched)) {
      case Printing.Printed done -> done.edition();
      case Printing.Refused refused -> throw new AssertionError(refused.reasons());
    };
  }

  private static RecordedRun run() {
    return new RecordedRun(
        "r-0123456789abcdef",
        "samples",
        Digest.ofText("a definition"),
        null,
        null,
        "command line",
        PUBLISHED,
        "Colophon",
        "0.1.0",
        "test",
        "grounder/1");
  }
}
