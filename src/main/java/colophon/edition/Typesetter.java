package colophon.edition;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.review.Approved;
import colophon.review.Reviewer;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import colophon.story.Origin;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets one edition: numbers its sources, marks its sentences, cuts the passages they rest on. */
final class Typesetter {

  private final Approved approved;
  private final Dossier dossier;
  private final VersionPlan plan;
  private final Imprint imprint;
  private final Label label;
  private final Words words;
  private final Map<Digest, Instant> fetched;
  private final Map<String, SourceNote> sources = new LinkedHashMap<>();
  private final Map<List<Citation>, PassageNote> passages = new LinkedHashMap<>();

  Typesetter(
      Approved approved,
      Dossier dossier,
      VersionPlan plan,
      Imprint imprint,
      Label label,
      Map<Digest, Instant> fetched) {
    this.approved = approved;
    this.dossier = dossier;
    this.plan = plan;
    this.imprint = imprint;
    this.label = label;
    this.fetched = fetched;
    this.words = Words.in(approved.draft().brief().language().tag());
  }

  Layout set() {
    Brief brief = approved.draft().brief();
    brief.citedArticleIds().forEach(id -> sources.put(id, note(article(id), sources.size() + 1)));
    Line headline = line(brief.headline());
    List<Line> standfirst = lines(brief.standfirst());
    List<Line> lede = lines(brief.lede());
    List<LaidSection> sections = brief.sections().stream().map(this::section).toList();
    URI permalink = Permalinks.current(imprint, plan);
    return new Layout(
        imprint,
        plan,
        label,
        DigitalSourceType.of(approved.draft()),
        approved.reviewer() instanceof Reviewer.Person,
        brief.language().tag(),
        words,
        headline,
        standfirst,
        lede,
        sections,
        List.copyOf(sources.values()),
        alsoRead(),
        List.copyOf(passages.values()),
        independentSources(),
        WordCount.of(brief),
        new Facts(words, approved, imprint).list(),
        at(plan.publishedAt()),
        at(plan.firstPublishedAt()),
        permalink,
        Permalinks.version(imprint, plan));
  }

  private LaidSection section(Section section) {
    return new LaidSection(
        line(section.subhead()), section.paragraphs().stream().map(this::lines).toList());
  }

  private List<Line> lines(List<Sentence> sentences) {
    return sentences.stream().map(this::line).toList();
  }

  private Line line(Sentence sentence) {
    var bySource = new LinkedHashMap<String, List<Citation>>();
    for (Citation citation : sentence.citations()) {
      bySource.computeIfAbsent(citation.articleId(), id -> new ArrayList<>()).add(citation);
    }
    var marks = new ArrayList<Mark>();
    bySource.forEach((id, citations) -> marks.add(mark(id, citations)));
    marks.sort(Comparator.comparingInt(Mark::number));
    return new Line(sentence.id(), sentence.text(), marks);
  }

  private Mark mark(String articleId, List<Citation> citations) {
    PassageNote note = passages.get(citations);
    if (note == null) {
      Article article = article(articleId);
      note =
          new PassageNote(
              "p" + (passages.size() + 1),
              source(articleId),
              offRecord(articleId)
                  ? List.of()
                  : citations.stream().map(citation -> ExcerptCut.of(article, citation)).toList());
      passages.put(List.copyOf(citations), note);
    }
    SourceNote source = note.source();
    String title = words.text("mark", "n", source.number(), "outlet", source.outlet());
    return new Mark(source.number(), note.id(), title);
  }

  private List<SourceNote> alsoRead() {
    return dossier.articles().stream()
        .filter(article -> !sources.containsKey(article.id()))
        .filter(article -> dossier.note(article.id()).isEmpty())
        .map(article -> note(article, 0))
        .toList();
  }

  private boolean offRecord(String articleId) {
    return dossier.note(articleId).filter(note -> !note.onRecord()).isPresent();
  }

  private SourceNote note(Article article, int number, NoteFacts facts) {
    Instant kept = fetched.get(article.snapshot());
    return new SourceNote(
        number,
        article.id(),
        facts.mark(),
        facts.line(),
        List.of(),
        words.language(),
        facts.learnt(),
        kept == null ? null : at(kept),
        null,
        null,
        article.snapshot().hex(),
        facts);
  }

  private SourceNote note(Article article, int number) {
    Optional<DeskNote> desk = dossier.note(article.id());
    if (desk.isPresent()) {
      return note(article, number, NoteFacts.of(desk.get(), words, imprint.zone()));
    }
    Instant kept = fetched.get(article.snapshot());
    return new SourceNote(
        number,
        article.id(),
        CleanText.line(article.outlet()),
        CleanText.line(article.title()),
        article.authors().stream().map(CleanText::line).toList(),
        article.language().tag(),
        article.published(),
        kept == null ? null : at(kept),
        article.readerLink(),
        originNote(article),
        article.snapshot().hex(),
        null);
  }

  /** Readers must see where two sources are one: the second of an origin points to the first. */
  private @Nullable String originNote(Article article) {
    Origin origin = dossier.originOf(article.id());
    return sources.values().stream()
        .filter(other -> origin.articleIds().contains(other.articleId()))
        .findFirst()
        .map(first ->
            words.text("same-origin", "n", first.number(), "origin", CleanText.line(origin.name())))
        .or(() ->
            Optional.ofNullable(article.credit())
                .map(credit -> words.text("credit", "name", CleanText.line(credit))))
        .orElse(null);
  }

  private int independentSources() {
    return (int)
        sources.keySet().stream()
            .filter(id -> dossier.note(id).isEmpty())
            .map(dossier::originOf)
            .distinct()
            .count();
  }

  private SourceNote source(String articleId) {
    SourceNote note = sources.get(articleId);
    if (note == null) {
      throw new IllegalStateException(articleId + " is cited and was not numbered");
    }
    return note;
  }

  private Article article(String id) {
    return dossier
        .article(id)
        .orElseThrow(
            () -> new IllegalStateException("preflight let pass an unknown article " + id));
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(imprint.zone()).toOffsetDateTime();
  }
}
