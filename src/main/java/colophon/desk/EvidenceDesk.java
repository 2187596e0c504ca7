package colophon.desk;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Author;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.capture.Source;
import colophon.copydesk.Worksheet;
import colophon.grounding.Conflict;
import colophon.grounding.FiguresTold;
import colophon.grounding.SentenceFinding;
import colophon.kernel.TextSpan;
import colophon.pipeline.Pipeline;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import colophon.text.Sentences;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays a sentence beside the very words that it rests on. */
final class EvidenceDesk {

  /** How many sentences of the source are shown on each side of the cited words. */
  static final int AROUND = 2;

  private final Worksheet sheet;
  private final Dossier dossier;
  private final Optional<Pipeline> pipeline;
  private final boolean mayEdit;

  EvidenceDesk(Worksheet sheet, Dossier dossier, Optional<Pipeline> pipeline, boolean mayEdit) {
    this.sheet = sheet;
    this.dossier = dossier;
    this.pipeline = pipeline;
    this.mayEdit = mayEdit;
  }

  EvidenceView of(Sentence sentence) {
    return of(sentence, new ReviewDesk.Chosen(sentence.id(), ""));
  }

  /**
   * The evidence of a sentence, with another source to choose words from.
   *
   * @param chosen with the id of an article of the story; none where it is no such id
   */
  EvidenceView of(Sentence sentence, ReviewDesk.Chosen chosen) {
    String source = chosen.source();
    List<EvidenceView.Card> cards = new ArrayList<>(cards(sentence));
    if (mayEdit && cards.stream().noneMatch(card -> card.article().equals(source))) {
      dossier.article(source).ifPresent(article -> cards.add(card(article)));
    }
    List<Sentence> all = sheet.sentences();
    SentenceState state = SentenceState.of(sentence, sheet);
    return new EvidenceView(
        sheet.root().id(),
        sheet.draft().id(),
        sentence.id(),
        sentence.text(),
        state.style(),
        state.word(),
        all.indexOf(sentence) + 1,
        all.size(),
        cards,
        mayEdit ? others(cards) : List.of(),
        notes(cards),
        chosen.given(),
        sheet.finding(sentence.id()).map(EvidenceDesk::checks).orElse(List.of()),
        sheet.marks(sentence.id()).stream().map(DeskWords::line).toList(),
        differences(sentence),
        cut(sentence),
        sheet.comments().stream()
            .filter(comment -> comment.sentenceId().equals(sentence.id()))
            .map(comment -> DeskWords.line(comment, sheet))
            .toList(),
        sentence.author() instanceof Author.Person person ? person.name() : "",
        sentence.role() == Role.HEADLINE || sentence.role() == Role.SUBHEAD,
        mayEdit);
  }

  private record Place(String article, int passage) {}

  private List<EvidenceView.Card> cards(Sentence sentence) {
    Map<Place, List<TextSpan>> cited = new LinkedHashMap<>();
    for (Citation citation : sentence.citations()) {
      cited
          .computeIfAbsent(
              new Place(citation.articleId(), citation.passage()), any -> new ArrayList<>())
          .add(citation.span());
    }
    var cards = new ArrayList<EvidenceView.Card>();
    cited.forEach((place, spans) ->
        dossier
            .article(place.article())
            .filter(article -> place.passage() >= 1)
            .filter(article -> place.passage() <= article.passages().size())
            .ifPresent(article -> cards.add(card(article, place.passage(), spans))));
    return cards;
  }

  /** The sources of the story that no card is of. */
  private List<EvidenceView.Other> others(List<EvidenceView.Card> cards) {
    return dossier.withoutNotes().articles().stream()
        .filter(article -> cards.stream().noneMatch(card -> card.article().equals(article.id())))
        .map(article -> new EvidenceView.Other(article.id(), article.outlet(), article.title()))
        .toList();
  }

  /** The desk notes on the draft that no card is of. */
  private List<NoteView> notes(List<EvidenceView.Card> cards) {
    return dossier.notes().stream()
        .filter(note -> cards.stream().noneMatch(card -> card.article().equals(note.articleId())))
        .map(note -> note(dossier.article(note.articleId()).orElseThrow(), note))
        .toList();
  }

  private NoteView note(Article article, DeskNote note) {
    return NoteView.of(
        note,
        article.textOf(article.passage(DeskNote.WORDS)),
        sheet.draft().brief().citedArticleIds().contains(article.id()));
  }

  /** A source that the sentence does not rest on yet, with all its passages to choose from. */
  private EvidenceView.Card card(Article article) {
    return card(article, 0, "", List.of());
  }

  private EvidenceView.Card card(Article article, int passage, List<TextSpan> spans) {
    Passage cited = article.passage(passage);
    return card(
        article,
        passage,
        cited.suspicious() == null ? "" : cited.suspicious(),
        dossier.note(article.id()).isPresent()
            ? pieces(article, spans, cited.span())
            : pieces(article, spans));
  }

  private EvidenceView.Card card(
      Article article, int passage, String suspicious, List<EvidenceView.Piece> pieces) {
    OffsetDateTime published = article.published();
    return new EvidenceView.Card(
        article.id(),
        article.outlet(),
        article.title(),
        published == null ? "no date" : DeskWords.moment(published),
        dossier.originOf(article.id()).name(),
        terms(article),
        passage,
        suspicious,
        pieces,
        article.passages().stream()
            .filter(each -> dossier.note(article.id()).isEmpty() || each.number() == DeskNote.WORDS)
            .map(each ->
                new EvidenceView.PassageLine(
                    each.number(), article.textOf(each), each.number() == passage))
            .toList(),
        "/desk/copies/" + article.snapshot().hex(),
        article.readerLink() == null ? "" : article.readerLink().toString(),
        dossier.note(article.id()).map(note -> note(article, note)).orElse(null));
  }

  private String terms(Article article) {
    if (dossier.note(article.id()).isPresent()) {
      return "never given to a model";
    }
    return pipeline.stream()
        .flatMap(each -> each.sources().stream())
        .filter(source -> source.id().equals(article.sourceId()))
        .findFirst()
        .map(Source::outsideModel)
        .map(outside -> outside ? "may be used, also by an outside model" : "may be used here")
        .orElse("terms unknown");
  }

  /** The text from two sentences before the first cited word to two after the last. */
  static List<EvidenceView.Piece> pieces(Article article, List<TextSpan> cited) {
    List<TextSpan> spans = cited.stream().sorted(Comparator.comparingInt(TextSpan::start)).toList();
    List<TextSpan> sentences = Sentences.split(article.text(), article.language());
    int first = spans.getFirst().start();
    int last = spans.stream().mapToInt(TextSpan::end).max().orElse(first);
    List<TextSpan> before = sentences.stream().filter(each -> each.end() <= first).toList();
    List<TextSpan> after = sentences.stream().filter(each -> each.start() >= last).toList();
    int from =
        before.isEmpty()
            ? Math.min(first, sentences.isEmpty() ? first : sentences.getFirst().start())
            : before.get(Math.max(0, before.size() - AROUND)).start();
    int until =
        after.isEmpty()
            ? Math.max(last, sentences.isEmpty() ? last : sentences.getLast().end())
            : after.get(Math.min(after.size(), AROUND) - 1).end();
    return pieces(article, spans, new TextSpan(from, until));
  }

  /** The words of a stretch, with those that are cited marked. */
  private static List<EvidenceView.Piece> pieces(
      Article article, List<TextSpan> cited, TextSpan around) {
    List<TextSpan> spans = cited.stream().sorted(Comparator.comparingInt(TextSpan::start)).toList();
    var pieces = new ArrayList<EvidenceView.Piece>();
    int at = around.start();
    for (TextSpan span : spans) {
      if (span.start() > at) {
        pieces.add(new EvidenceView.Piece(words(article, at, span.start()), false));
      }
      if (span.end() > Math.max(at, span.start())) {
        pieces.add(
            new EvidenceView.Piece(words(article, Math.max(at, span.start()), span.end()), true));
        at = span.end();
      }
    }
    if (around.end() > at) {
      pieces.add(new EvidenceView.Piece(words(article, at, around.end()), false));
    }
    return pieces;
  }

  private static String words(Article article, int start, int end) {
    return new TextSpan(start, end).in(article.text());
  }

  private static List<EvidenceView.CheckLine> checks(SentenceFinding finding) {
    return finding.checks().stream()
        .map(result ->
            new EvidenceView.CheckLine(
                switch (result.check()) {
                  case PASSAGES_EXIST -> "passages";
                  case QUOTATIONS -> "quotations";
                  case FIGURES -> "figures";
                  case DATES -> "dates";
                  case NAMES -> "names";
                  case SIMILARITY -> "meaning";
                },
                result.passed(),
                result.note()
                    + (result.scoreMilli() < 0
                        ? ""
                        : String.format(Locale.ROOT, " (%.2f)", result.scoreMilli() / 1000.0))))
        .toList();
  }

  private List<EvidenceView.Difference> differences(Sentence sentence) {
    boolean marked =
        sheet.marks(sentence.id()).stream()
            .anyMatch(mark -> mark.flag().kind() == colophon.review.Flag.Kind.SOURCES_DIFFER);
    if (!marked) {
      return List.of();
    }
    var told = new FiguresTold(sheet.draft().brief().language());
    return sheet.copy().report().conflicts().stream()
        .filter(conflict ->
            conflict.claims().stream().anyMatch(claim -> told.in(sentence.text(), claim)))
        .map(this::difference)
        .toList();
  }

  private EvidenceView.Difference difference(Conflict conflict) {
    return new EvidenceView.Difference(
        conflict.about(),
        conflict.claims().stream()
            .map(claim ->
                new EvidenceView.Claim(
                    dossier.article(claim.articleId()).map(Article::outlet).orElse("a source"),
                    claim.figure(),
                    claim.quote()))
            .toList());
  }

  private List<EvidenceView.Cut> cut(Sentence sentence) {
    return sentence.citations().stream()
        .map(Citation::articleId)
        .distinct()
        .flatMap(id -> dossier.article(id).stream())
        .flatMap(article ->
            article.hidden().stream()
                .map(hidden -> new EvidenceView.Cut(article.outlet(), hidden.how(), hidden.text())))
        .toList();
  }
}
