package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Brief;
import colophon.brief.Style;
import colophon.grounding.Grounder;
import colophon.grounding.Thresholds;
import colophon.grounding.Verdict;
import colophon.llm.BriefAnswer.BodyLine;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.BriefAnswer.Subhead;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.Dossier;
import colophon.text.Embedding;
import colophon.text.Language;
import colophon.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor may expect of briefs of stories for which the built-in writer was not made. */
class BriefQualityTest {

  /** The articles are short, so that more of each may be told than in a newsroom. */
  private static final Style STYLE = new Style(Language.ENGLISH, 60, 450, 3, 40);

  private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder();
  private static final Map<String, Written> WRITTEN = new ConcurrentHashMap<>();

  /** How near each sentence of a section is to its subhead or to another sentence of it. */
  private static final double SHARES_TOPIC = 0.25;

  private record Written(Dossier dossier, PassagesMessage message, BriefAnswer answer) {}

  private static Written write(String story) throws NothingToQuoteException {
    Written known = WRITTEN.get(story);
    if (known != null) {
      return known;
    }
    Dossier dossier = TestStories.dossier(story);
    PassagesMessage message = TestStories.message(dossier, STYLE);
    Written written =
        new Written(dossier, message, new ExtractiveSummary(message, EMBEDDER).write());
    WRITTEN.put(story, written);
    return written;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm-evacuation",
        "dairy-takeover",
        "tessaly-count",
        "kettle-recall",
        "museum-theft",
        "library-single"
      })
  void passes_its_own_checks_and_the_source_check(String story) throws Exception {
    Written written = write(story);
    Brief brief =
        new AnswerCheck(written.message())
            .check(written.answer().format())
            .toBrief(written.dossier(), Language.ENGLISH);
    assertThat(Grounder.check(brief, written.dossier(), EMBEDDER, Thresholds.DEFAULT).findings())
        .allSatisfy(finding ->
            assertThat(finding.verdict())
                .as(finding.text())
                .isInstanceOf(Verdict.NoMismatch.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm-evacuation",
        "dairy-takeover",
        "tessaly-count",
        "kettle-recall",
        "museum-theft"
      })
  void subheads_say_something(String story) throws Exception {
    for (Subhead subhead : write(story).answer().subheads()) {
      String text = subhead.line().text();
      assertThat(Words.count(text)).as(text).isGreaterThan(1);
      boolean statement = text.split(" ").length > 3 || text.contains(":");
      assertThat(statement || !text.contains(" and ")).as(text).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm-evacuation",
        "dairy-takeover",
        "tessaly-count",
        "kettle-recall",
        "museum-theft"
      })
  void the_words_of_a_label_are_shared(String story) throws Exception {
    Written written = write(story);
    String headline = written.answer().headline().text();
    int colon = headline.indexOf(": ");
    if (colon < 0) {
      return;
    }
    for (String word : Terms.of(headline.substring(0, colon))) {
      long origins =
          written.message().sources().stream()
              .filter(source -> words(source).contains(word))
              .map(SourceText::origin)
              .distinct()
              .count();
      boolean titled =
          written.message().sources().stream()
              .anyMatch(source -> Terms.of(source.title()).contains(word));
      assertThat(origins > 1 || titled).as(headline + ": " + word).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm-evacuation",
        "dairy-takeover",
        "tessaly-count",
        "kettle-recall",
        "museum-theft",
        "library-single"
      })
  void no_sentence_begins_with_somebody_unknown(String story) throws Exception {
    for (Line line : sentences(write(story).answer()).toList()) {
      String quotation = line.text().replaceAll("(?s)^[^“]*“‘?", "");
      assertThat(quotation)
          .doesNotMatch("(?s)^(?:He|She|They|It|Its|His|Her|Their|This|That|These)\\b.*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"storm-evacuation", "dairy-takeover", "tessaly-count", "kettle-recall"})
  void the_sentences_of_a_section_share_its_topic(String story) throws Exception {
    BriefAnswer answer = write(story).answer();
    for (Subhead subhead : answer.subheads()) {
      List<String> lines =
          answer.body().stream()
              .filter(line -> line.section() == subhead.section())
              .map(line -> line.line().text())
              .toList();
      List<Embedding> embedded =
          EMBEDDER.embed(Stream.concat(Stream.of(subhead.line().text()), lines.stream()).toList());
      for (int i = 1; i < embedded.size(); i++) {
        double nearest = -1;
        for (int j = 0; j < embedded.size(); j++) {
          nearest =
              i == j ? nearest : Math.max(nearest, embedded.get(i).similarity(embedded.get(j)));
        }
        assertThat(nearest).as(lines.get(i - 1)).isGreaterThan(SHARES_TOPIC);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm-evacuation",
        "dairy-takeover",
        "tessaly-count",
        "kettle-recall",
        "museum-theft",
        "library-single"
      })
  void no_source_gives_more_than_its_share(String story) throws Exception {
    Written written = write(story);
    Map<Integer, Integer> quoted = new TreeMap<>();
    for (Line line : sentences(written.answer()).toList()) {
      int words = Words.count(line.text().replaceAll("[^“”]*(“[^”]*”)[^“]*", "$1 "));
      quoted.merge(line.passages().getFirst().source(), words, Integer::sum);
    }
    for (SourceText source : written.message().sources()) {
      int all = source.passages().stream().mapToInt(p -> Words.count(p.text())).sum();
      assertThat(quoted.getOrDefault(source.number(), 0) * 100)
          .isLessThanOrEqualTo(all * STYLE.mostSharePercent());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm-evacuation",
        "dairy-takeover",
        "tessaly-count",
        "kettle-recall",
        "museum-theft"
      })
  void no_outlet_speaks_three_times_running_in_a_paragraph(String story) throws Exception {
    Written written = write(story);
    List<BodyLine> body = written.answer().body();
    for (int i = 2; i < body.size(); i++) {
      Set<Object> paragraphs = new TreeSet<>();
      Set<Integer> speakers = new TreeSet<>();
      for (BodyLine line : body.subList(i - 2, i + 1)) {
        paragraphs.add(line.section() + "." + line.paragraph());
        speakers.add(line.line().passages().getFirst().source());
      }
      assertThat(paragraphs.size() > 1 || speakers.size() > 1).as(body.get(i).toString()).isTrue();
    }
  }

  @Test
  void the_standfirst_is_dated_and_has_two_voices() throws Exception {
    List<Line> standfirst = write("storm-evacuation").answer().standfirst();
    assertThat(standfirst).hasSize(2);
    assertThat(standfirst.getFirst().text()).matches("(?s).* on \\d{1,2} February 2026\\.");
    assertThat(source(standfirst.getFirst())).isNotEqualTo(source(standfirst.getLast()));
  }

  @Test
  void a_brief_of_one_source_names_it_in_headline_and_sentences() throws Exception {
    BriefAnswer answer = write("library-single").answer();
    assertThat(answer.headline().text()).endsWith(", Millbrook Gazette Reports");
    assertThat(sentences(answer))
        .allSatisfy(line -> assertThat(line.text()).contains("Millbrook Gazette"));
  }

  @Test
  void two_sentences_are_no_brief() {
    assertThatThrownBy(() -> write("two-sentences"))
        .isInstanceOf(NothingToQuoteException.class)
        .hasMessageContaining("too few sentences");
  }

  private static int source(Line line) {
    return line.passages().getFirst().source();
  }

  private static Set<String> words(SourceText source) {
    Set<String> words = new TreeSet<>(Terms.of(source.title()));
    source.passages().stream().map(PassageText::text).forEach(t -> words.addAll(Terms.of(t)));
    return words;
  }

  private static Stream<Line> sentences(BriefAnswer answer) {
    return Stream.of(
            answer.standfirst().stream(),
            answer.lede().stream(),
            answer.body().stream().map(BodyLine::line))
        .flatMap(part -> part);
  }
}
