package colophon.attest;

import colophon.article.Article;
import colophon.brief.Author;
import colophon.brief.Citation;
import colophon.brief.Draft;
import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.capture.RightsSignal;
import colophon.capture.Snapshot;
import colophon.edition.Edition;
import colophon.edition.Imprint;
import colophon.edition.Label;
import colophon.edition.VersionPlan;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Verdict;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import colophon.provenance.RecordedAuthor;
import colophon.provenance.RecordedBrief;
import colophon.provenance.RecordedCheck;
import colophon.provenance.RecordedCitation;
import colophon.provenance.RecordedLabel;
import colophon.provenance.RecordedModel;
import colophon.provenance.RecordedRewriting;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedSentence;
import colophon.provenance.RecordedSource;
import colophon.provenance.RecordedVerdict;
import colophon.review.Approved;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns newsroom objects into the neutral record: the one place where both are known. */
public final class RecordAssembler {

  private RecordAssembler() {}

  /** The record of an edition. The same edition and circumstances give the same bytes. */
  public static ProvenanceRecord assemble(
      Edition edition, Imprint imprint, Circumstances circumstances) {
    return ProvenanceRecord.of(
        brief(edition, imprint, circumstances.previous()),
        circumstances.run(),
        sources(edition, imprint, circumstances),
        sentences(edition.approved(), edition.dossier()),
        model(edition.approved().draft().writing(), circumstances.currency()),
        rewritings(edition.approved().draft(), circumstances.currency()),
        ReviewReceipt.of(edition.approved(), imprint),
        label(edition.label()));
  }

  private static RecordedBrief brief(Edition edition, Imprint imprint, @Nullable Digest previous) {
    VersionPlan plan = edition.plan();
    Draft draft = edition.approved().draft();
    return new RecordedBrief(
        plan.briefId(),
        plan.version(),
        plan.slug().value(),
        draft.brief().language().tag(),
        switch (plan.kind()) {
          case ORIGINAL -> RecordedBrief.Kind.ORIGINAL;
          case UPDATE -> RecordedBrief.Kind.UPDATE;
          case CORRECTION -> RecordedBrief.Kind.CORRECTION;
        },
        plan.note(),
        imprint.sample(),
        imprint.publisher(),
        draft.storyId(),
        draft.storyRevision(),
        plan.publishedAt(),
        plan.firstPublishedAt(),
        edition.artefacts().stream()
            .map(artefact ->
                RecordedArtefact.of(artefact.name(), artefact.mediaType(), artefact.bytes()))
            .toList(),
        previous);
  }

  private static List<RecordedSource> sources(
      Edition edition, Imprint imprint, Circumstances circumstances) {
    List<String> cited = edition.approved().draft().brief().citedArticleIds();
    var sources = new ArrayList<RecordedSource>();
    for (Article article : edition.dossier().articles()) {
      Snapshot snapshot = circumstances.snapshots().get(article.snapshot());
      if (snapshot == null) {
        throw new IllegalStateException("no archived copy of " + article.address());
      }
      int number = cited.indexOf(article.id()) + 1;
      String origin = edition.dossier().originOf(article.id()).name();
      Optional<DeskNote> note = edition.dossier().note(article.id());
      if (note.isPresent()) {
        sources.add(
            NoteRecording.source(
                note.get(), article, snapshot, number, imprint.publisher(), origin));
        continue;
      }
      sources.add(
          new RecordedSource(
              article.id(),
              number,
              article.sourceId(),
              open(snapshot.requested(), snapshot),
              open(snapshot.landed(), snapshot),
              isWeb(article.address()) ? article.address().toString() : null,
              article.outlet(),
              article.title(),
              article.authors(),
              article.credit(),
              article.published(),
              article.language().tag(),
              snapshot.fetchedAt(),
              snapshot.status(),
              snapshot.digest(),
              snapshot.decodedDigest(),
              snapshot.warcRecordId().toString(),
              article.extraction(),
              article.textDigest(),
              origin,
              rights(snapshot, circumstances.overruled().get(article.id()))));
    }
    return sources;
  }

  /** What was said of its use when it was fetched. What forbids fetching it left no snapshot. */
  private static RecordedRights rights(
      Snapshot snapshot, RecordedRights.@Nullable Overruling overruled) {
    return new RecordedRights(
        "use",
        snapshot.allowedByRobots() ? RecordedRights.ROBOTS_ALLOWED : null,
        RightsSignal.of(snapshot).stream()
            .map(signal -> new RecordedRights.Signal(signal.kind(), signal.raw()))
            .toList(),
        overruled);
  }

  /** A local document is named by its public place; a path of this machine is nobody's business. */
  private static String open(URI address, Snapshot snapshot) {
    if (isWeb(address)) {
      return address.toString();
    }
    return snapshot.readerLink() == null
        ? "urn:colophon:snapshot:" + snapshot.digest().hex()
        : snapshot.readerLink().toString();
  }

  private static boolean isWeb(URI address) {
    return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
  }

  private static List<RecordedSentence> sentences(Approved approved, Dossier dossier) {
    List<Sentence> sentences = approved.draft().brief().sentences();
    List<SentenceFinding> findings = approved.grounding().findings();
    var recorded = new ArrayList<RecordedSentence>();
    for (Sentence sentence : sentences) {
      SentenceFinding finding =
          findings.stream()
              .filter(each -> each.sentenceId().equals(sentence.id()))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalStateException("sentence " + sentence.id() + " was not checked"));
      recorded.add(
          new RecordedSentence(
              sentence.id(),
              word(sentence.role()),
              Digest.ofText(sentence.text()),
              sentence.citations().stream()
                  .map(citation -> citation(citation, dossier))
                  .distinct()
                  .toList(),
              verdict(finding),
              author(sentence.author())));
    }
    return recorded;
  }

  private static RecordedCitation citation(Citation citation, Dossier dossier) {
    if (dossier.note(citation.articleId()).filter(note -> !note.onRecord()).isPresent()) {
      return NoteRecording.whole(citation, dossier.article(citation.articleId()).orElseThrow());
    }
    return new RecordedCitation(
        citation.articleId(),
        citation.passage(),
        citation.span().start(),
        citation.span().end(),
        Digest.ofText(citation.quote()));
  }

  private static RecordedVerdict verdict(SentenceFinding finding) {
    List<RecordedCheck> checks =
        finding.checks().stream()
            .map(
                check -> new RecordedCheck(word(check.check()), check.passed(), check.scoreMilli()))
            .toList();
    return switch (finding.verdict()) {
      case Verdict.NoMismatch ignored ->
          new RecordedVerdict(RecordedVerdict.NO_MISMATCH, null, checks);
      case Verdict.Weak weak ->
          new RecordedVerdict(RecordedVerdict.WEAK, word(weak.decidedBy()), checks);
      case Verdict.Unsupported unsupported ->
          new RecordedVerdict(RecordedVerdict.UNSUPPORTED, word(unsupported.decidedBy()), checks);
    };
  }

  private static RecordedAuthor author(Author author) {
    return switch (author) {
      case Author.Model ignored -> new RecordedAuthor.Model();
      case Author.Person person -> new RecordedAuthor.Person(person.name());
    };
  }

  private static RecordedModel model(Writing writing, String currency) {
    return new RecordedModel(
        writing.provider(),
        writing.model(),
        writing.modelVersion(),
        writing.promptId(),
        writing.promptVersion(),
        writing.prompt(),
        writing.parameters(),
        writing.request(),
        writing.response(),
        writing.inputTokens(),
        writing.outputTokens(),
        writing.costMicros(),
        currency,
        writing.attempts());
  }

  private static List<RecordedRewriting> rewritings(Draft draft, String currency) {
    return draft.rewritings().stream()
        .map(each -> new RecordedRewriting(each.sentences(), model(each.writing(), currency)))
        .toList();
  }

  private static RecordedLabel label(Label label) {
    return new RecordedLabel(
        label.profile(),
        label.locale(),
        label.shortText(),
        label.how(),
        label.longText(),
        label.digitalSourceType());
  }

  /** A constant as records write it, such as {@code sources-differ}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
