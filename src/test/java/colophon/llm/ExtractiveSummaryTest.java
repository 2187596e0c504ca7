package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Style;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Language;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every brief of the built-in writer keeps, on the sample stories with the real embedder. */
class ExtractiveSummaryTest {

  private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder();

  /** Several tests read the same brief. */
  private static final Map<String, BriefAnswer> WRITTEN = new ConcurrentHashMap<>();

  private static final Pattern QUOTATION = Pattern.compile("“([^“”]*)”");

  private static final String[] NARA = {"--nara-"};

  private static PassagesMessage story(String name) {
    return switch (name) {
      case "nara" -> SampleStories.of(NARA);
      case "rate" -> SampleStories.of("averland-");
      case "reef" -> SampleStories.of("reef");
      case "ruling" -> SampleStories.of("calder", "river-charges");
      case "race" -> SampleStories.of("skerries");
      case "flood" -> SampleStories.of("aldermouth");
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"nara", "rate", "reef", "ruling", "race", "flood"})
  void every_brief_keeps_to_its_form(String name) throws Exception {
    PassagesMessage message = story(name);
    BriefAnswer answer = write(message);
    assertThat(new AnswerCheck(message).check(answer.format())).isEqualTo(answer);
    assertThat(answer.standfirst()).hasSize(2);
    assertThat(answer.lede()).hasSizeBetween(1, 3);
    assertThat(answer.headline().text()).matches(".{4,40}: .{10,90}");
    for (int section = 1; section <= answer.subheads().size(); section++) {
      int number = section;
      assertThat(answer.body()).filteredOn(line -> line.section() == number).hasSizeGreaterThan(1);
    }
    everyQuotationIsVerbatim(message, answer);
    everySentenceNamesItsOutlet(message, answer);
    noSourceGivesMoreThanItsShare(message, answer);
  }

  @Test
  void the_same_sources_give_the_same_brief() throws Exception {
    PassagesMessage message = story("rate");
    assertThat(new ExtractiveSummary(message, EMBEDDER).write())
        .isEqualTo(new ExtractiveSummary(message, EMBEDDER).write());
  }

  private static void everyQuotationIsVerbatim(PassagesMessage message, BriefAnswer answer) {
    for (Line line : sentences(answer).toList()) {
      String passage = QuotedSpeech.nested(passage(message, line.passages().getFirst()));
      List<String> quotations = quotations(line.text());
      assertThat(quotations).isNotEmpty();
      for (String quotation : quotations) {
        assertThat(passage).contains(quotation.replaceAll("(?:,|\\.)?(’)?[,.]?$", ""));
      }
    }
  }

  private static void everySentenceNamesItsOutlet(PassagesMessage message, BriefAnswer answer) {
    for (Line line : sentences(answer).toList()) {
      String outlet = source(message, line.passages().getFirst()).outlet();
      assertThat(QUOTATION.matcher(line.text()).replaceAll("")).contains(outlet);
    }
  }

  private static void noSourceGivesMoreThanItsShare(PassagesMessage message, BriefAnswer answer) {
    Map<Integer, Integer> quoted = new TreeMap<>();
    for (Line line : sentences(answer).toList()) {
      quotations(line.text())
          .forEach(quotation ->
              quoted.merge(
                  line.passages().getFirst().source(), Words.count(quotation), Integer::sum));
    }
    for (SourceText source : message.sources()) {
      int all = source.passages().stream().mapToInt(p -> Words.count(p.text())).sum();
      assertThat(quoted.getOrDefault(source.number(), 0) * 100)
          .isLessThanOrEqualTo(all * message.style().mostSharePercent());
    }
  }

  @Test
  void differing_figures_stand_side_by_side_each_with_its_outlet() throws Exception {
    BriefAnswer answer = write(story("nara"));
    List<String> body = answer.body().stream().map(line -> line.line().text()).toList();
    int twentyFive = indexOf(body, "25 minutes");
    int forty = indexOf(body, "40 minutes");
    assertThat(Math.abs(twentyFive - forty)).isEqualTo(1);
    assertThat(body.get(twentyFive)).contains("Harbour Post");
    assertThat(body.get(forty)).contains("Pacific Ledger");
  }

  @Test
  void copies_and_other_languages_are_not_quoted() throws Exception {
    String text = all(write(story("nara")));
    assertThat(text).doesNotContain("Millbrook Gazette").doesNotContain("푸른강일보");
  }

  @Test
  void a_corrected_article_replaces_its_first_version() throws Exception {
    assertThat(all(write(story("rate")))).doesNotContain("1.8 per cent");
  }

  @Test
  void one_source_is_enough_and_the_headline_names_it() throws Exception {
    Style style = new Style(Language.ENGLISH, 60, 450, 3, 25);
    PassagesMessage sample = SampleStories.of("footbridge");
    BriefAnswer answer = write(SampleStories.message(sample.sources(), style));
    assertThat(answer.headline().text()).endsWith(", Millbrook Gazette Reports");
    assertThat(answer.subheads()).isNotEmpty();
  }

  @Test
  void a_short_order_gets_a_short_brief() throws Exception {
    Style style = new Style(Language.ENGLISH, 60, 180, 2, 25);
    PassagesMessage message = SampleStories.message(story("race").sources(), style);
    BriefAnswer answer = write(message);
    assertThat(new AnswerCheck(message).check(answer.format())).isEqualTo(answer);
  }

  @Test
  void what_holds_nothing_to_quote_is_refused_in_words() {
    PassageText question = new PassageText(new PassageId(1, 1), "Who knows what it means to them?");
    SourceText source =
        new SourceText(1, "Post", null, Language.ENGLISH, 1, "Title", List.of(question));
    assertThatThrownBy(() -> write(SampleStories.message(List.of(source), Style.DEFAULT)))
        .isInstanceOf(NothingToQuoteException.class)
        .hasMessageContaining("add a source");
    assertThatThrownBy(() -> write(SampleStories.message(List.of(), Style.DEFAULT)))
        .isInstanceOf(NothingToQuoteException.class);
  }

  private static int indexOf(List<String> lines, String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i;
      }
    }
    throw new AssertionError("nothing says " + words);
  }

  private static BriefAnswer write(PassagesMessage message) throws NothingToQuoteException {
    String key = message.format();
    BriefAnswer known = WRITTEN.get(key);
    if (known == null) {
      known = new ExtractiveSummary(message, EMBEDDER).write();
      WRITTEN.put(key, known);
    }
    return known;
  }

  private static Stream<Line> sentences(BriefAnswer answer) {
    return Stream.of(
            answer.standfirst().stream(),
            answer.lede().stream(),
            answer.body().stream().map(BriefAnswer.BodyLine::line))
        .flatMap(part -> part);
  }

  private static String all(BriefAnswer answer) {
    return String.join("\n", sentences(answer).map(Line::text).toList());
  }

  private static List<String> quotations(String text) {
    List<String> quotations = new ArrayList<>();
    Matcher matcher = QUOTATION.matcher(text);
    while (matcher.find()) {
      quotations.add(matcher.group(1));
    }
    return quotations;
  }

  private static SourceText source(PassagesMessage message, PassageId id) {
    return message.sources().stream()
        .filter(source -> source.number() == id.source())
        .findFirst()
        .orElseThrow();
  }

  private static String passage(PassagesMessage message, PassageId id) {
    return source(message, id).passages().stream()
        .filter(passage -> passage.id().equals(id))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
