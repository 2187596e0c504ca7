package colophon.llm;

import colophon.article.Article;
import colophon.article.DocumentProcess;
import colophon.article.Extraction;
import colophon.article.Extractor;
import colophon.brief.Brief;
import colophon.brief.Prompt;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.brief.Style;
import colophon.brief.WritingOrder;
import colophon.capture.Captured;
import colophon.capture.ItemHint;
import colophon.capture.Snapshot;
import colophon.capture.Source;
import colophon.capture.SourceKind;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Thresholds;
import colophon.grounding.Verdict;
import colophon.kernel.Digest;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import colophon.text.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes {@code samples/briefs/*.txt}: a brief of each sample story by the built-in writer, through
 * extraction and grounding as in a run, so that an editor can read them. Run from the project's
 * folder; prints what the checks found.
 */
final class SampleBriefs {

  private static final Map<String, List<String>> STORIES = stories();

  private SampleBriefs() {}

  private static Map<String, List<String>> stories() {
    Map<String, List<String>> stories = new LinkedHashMap<>();
    stories.put(
        "nara-summit",
        List.of(
            "sources/saltmarsh-institute/nara-backgrounder.docx",
            "sources/harbour-post/nara-summit.html",
            "sources/pureungang-ilbo/nara-summit.html",
            "sources/pacific-ledger/nara-talks.html",
            "sources/millbrook-gazette/nara-wire.html",
            "sources/the-lantern/nara-middle-powers.html",
            "sources/northlight-forum/nara-briefing.pdf",
            "sources/harbour-post/nara-temple.html",
            "sources/pacific-ledger/nara-what-next.html"));
    stories.put(
        "averland-rate",
        List.of(
            "sources/counting-house/averland-rate.html",
            "sources/eastgate-tribune/averland-rate-corrected.html",
            "sources/harbour-post/averland-borrowers.html"));
    stories.put(
        "merrow-reef",
        List.of(
            "sources/tidewater-science/merrow-reef.html",
            "sources/pacific-ledger/deep-reef.html",
            "sources/the-lantern/merrow-reef.html"));
    stories.put(
        "calder-ruling",
        List.of(
            "sources/westmere-courier/calder-ruling.html",
            "sources/eastgate-tribune/river-charges.html",
            "sources/millbrook-gazette/calder-ruling.html"));
    stories.put(
        "skerries-race",
        List.of(
            "sources/windward-daily/skerries-race.html",
            "sources/westmere-courier/skerries-race.html",
            "sources/harbour-post/skerries-race.html"));
    stories.put(
        "aldermouth-flood-plan",
        List.of(
            "documents/cabinet-report.docx",
            "documents/flood-plan-summary.pdf",
            "documents/cabinet-decision.txt",
            "documents/flood-wall-backed.html",
            "documents/quayside-reaction.txt"));
    return stories;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of("samples", "briefs"));
    MiniLmEmbedder embedder = new MiniLmEmbedder();
    try (DocumentProcess documents = new DocumentProcess()) {
      for (Map.Entry<String, List<String>> story : STORIES.entrySet()) {
        List<Article> articles = new ArrayList<>();
        for (String file : story.getValue()) {
          articles.add(article(new Extractor(documents), Path.of("samples", file)));
        }
        Dossier dossier = dossier(articles);
        WritingOrder order =
            new WritingOrder("run", dossier, new Prompt("brief", "1", "Write."), Style.DEFAULT);
        PassagesMessage message = PassagesMessage.of(order, Datamark.NONE);
        String answer = new ExtractiveSummary(message, embedder).write().format();
        Brief brief =
            new AnswerCheck(message).check(answer).toBrief(dossier, Style.DEFAULT.language());
        Files.writeString(folder.resolve(story.getKey() + ".txt"), text(brief, dossier));
        report(story.getKey(), Grounder.check(brief, dossier, embedder, Thresholds.DEFAULT));
      }
    }
  }

  private static void report(String story, GroundingReport report) {
    System.out.println(story + ": " + report.findings().size() + " sentences");
    for (SentenceFinding finding : report.findings()) {
      if (!(finding.verdict() instanceof Verdict.NoMismatch)) {
        System.out.println("  " + finding.sentenceId() + " " + finding.verdict());
        System.out.println("    " + finding.text());
      }
    }
    report.conflicts().forEach(conflict -> System.out.println("  differ: " + conflict));
  }

  private static String text(Brief brief, Dossier dossier) {
    List<String> cited = brief.citedArticleIds();
    StringBuilder out = new StringBuilder("AI-generated: verify with the original\n\n");
    out.append("SAMPLE: made from articles written for the Colophon project; the outlets and the")
        .append(" people they quote are fictional, and details may be invented.\n\n");
    out.append(brief.headline().text()).append("\n\n");
    out.append(paragraph(brief.standfirst(), cited)).append("\n\n");
    out.append(paragraph(brief.lede(), cited)).append("\n");
    for (Section section : brief.sections()) {
      out.append("\n").append(section.subhead().text()).append("\n\n");
      for (List<Sentence> paragraph : section.paragraphs()) {
        out.append(paragraph(paragraph, cited)).append("\n\n");
      }
      out.setLength(out.length() - 1);
    }
    out.append("\nSources\n\n");
    for (String id : cited) {
      Article article = dossier.article(id).orElseThrow();
      OffsetDateTime published = article.published();
      out.append("[").append(cited.indexOf(id) + 1).append("] ").append(article.outlet());
      out.append(": ").append(article.title());
      out.append(published == null ? "" : " (" + published + ")").append("\n");
    }
    out.append(
        "\nMachine-selected and arranged: every sentence between quotation marks stands word for"
            + " word in the source it names.\n");
    return out.toString();
  }

  private static String paragraph(List<Sentence> sentences, List<String> cited) {
    List<String> marked = new ArrayList<>();
    for (Sentence sentence : sentences) {
      StringBuilder marks = new StringBuilder();
      sentence.citations().stream()
          .map(citation -> cited.indexOf(citation.articleId()) + 1)
          .distinct()
          .forEach(number -> marks.append("[").append(number).append("]"));
      marked.add(sentence.text() + marks);
    }
    return String.join(" ", marked);
  }

  static Dossier dossier(List<Article> articles) {
    List<Article> ordered =
        articles.stream()
            .sorted(
                Comparator.comparing((Article article) ->
                        article.published() == null
                            ? Instant.EPOCH
                            : article.published().toInstant())
                    .thenComparing(Article::id))
            .toList();
    Map<String, List<Article>> byOrigin = new LinkedHashMap<>();
    for (Article article : ordered) {
      String origin = article.outlet();
      for (Map.Entry<String, List<Article>> other : byOrigin.entrySet()) {
        if (other.getValue().stream().anyMatch(one -> copies(article, one))) {
          origin = other.getKey();
        }
      }
      byOrigin.computeIfAbsent(origin, name -> new ArrayList<>()).add(article);
    }
    List<Origin> origins = new ArrayList<>();
    byOrigin.forEach(
        (name, own) -> origins.add(new Origin(name, own.stream().map(Article::id).toList())));
    List<String> ids = ordered.stream().map(Article::id).toList();
    return new Dossier(new StoryRevision("s-0123456789abcdef", 1, ids, origins), ordered);
  }

  private static boolean copies(Article one, Article other) {
    Set<List<String>> mine = shingles(one.text());
    Set<List<String>> theirs = shingles(other.text());
    long common = mine.stream().filter(theirs::contains).count();
    return common * 2 >= Math.min(mine.size(), theirs.size());
  }

  private static Set<List<String>> shingles(String text) {
    Set<List<String>> shingles = new HashSet<>();
    List<String> words = Words.of(text);
    for (int i = 0; i + 4 <= words.size(); i++) {
      shingles.add(words.subList(i, i + 4));
    }
    return shingles;
  }

  private static Article article(Extractor extractor, Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    URI address = URI.create("https://samples.example/" + file.toString().replace('\\', '/'));
    String name = file.toString();
    String outlet = name.contains("quayside") ? "Aldermouth Echo" : "Aldermouth Town Council";
    Source source =
        new Source(
            "samples",
            outlet,
            SourceKind.FOLDER,
            address,
            null,
            5,
            true,
            List.of(),
            Duration.ofMinutes(30));
    Digest digest = Digest.of(body);
    Snapshot snapshot =
        new Snapshot(
            digest,
            body,
            digest,
            address,
            address,
            address,
            Instant.parse("2026-01-14T09:00:00Z"),
            200,
            Map.of(),
            Map.of());
    Extraction extraction =
        extractor.extract(new Captured(source, ItemHint.bare(address), snapshot));
    if (extraction instanceof Extraction.Extracted extracted) {
      return extracted.article();
    }
    throw new IOException(
        file + ": " + extraction + " " + new String(body, 0, 4, StandardCharsets.US_ASCII));
  }
}
