package colophon.llm;

import static colophon.llm.LangChainBriefWriterTest.reason;
import static colophon.llm.LangChainBriefWriterTest.written;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Brief;
import colophon.brief.BriefWriter;
import colophon.brief.Draft;
import colophon.brief.Prompt;
import colophon.brief.SectionOrder;
import colophon.brief.SectionOutcome;
import colophon.brief.Sentence;
import colophon.brief.Style;
import colophon.brief.Writing;
import colophon.brief.WritingOrder;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import colophon.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The built-in writer behind the same port as any provider. */
class ExtractiveWriterTest {

  private final WritingDesk desk = new WritingDesk();

  @Test
  void writesThroughTheSamePortWithoutAKeyABudgetOrAMark() throws Exception {
    Draft draft = written(writer().write(order(Dossiers.town(), 60)));
    assertThat(draft.writing().provider()).isEqualTo(Writing.EXTRACTIVE);
    assertThat(draft.writing().costMicros()).isZero();
    assertThat(draft.brief().sentences())
        .allSatisfy(sentence -> assertThat(sentence.citations()).isNotEmpty());
    assertThat(draft.brief().sentences())
        .extracting(Sentence::text)
        .allSatisfy(text -> assertThat(text).doesNotContain("^"));
    assertThat(written(writer().write(order(Dossiers.town(), 60)))).isEqualTo(draft);
  }

  @Test
  void saysInWordsWhyItCannotWrite() throws Exception {
    String reason =
        reason(
            writer()
                .write(
                    order(
                        Dossiers.of(
                            Dossiers.article("Post", "T", null, Language.ENGLISH, "Too short.")),
                        120)));
    assertThat(reason).endsWith(".").doesNotContain("protocol", "Exception");
  }

  @Test
  void aSectionAskedForAgainQuotesWhatIsNearToTheNoteAndNothingTwice() throws Exception {
    Brief brief = written(writer().write(order(Dossiers.town(), 60))).brief();
    String section = brief.sections().getFirst().subhead().id();
    List<String> elsewhere =
        brief.sentences().stream()
            .filter(each -> !each.id().startsWith(section))
            .map(Sentence::text)
            .toList();
    for (String wish : List.of("petition", "engineers")) {
      SectionOutcome outcome = writer().rewrite(again(brief, section, wish));
      assertThat(outcome).as(outcome.toString()).isInstanceOf(SectionOutcome.Written.class);
      var written = (SectionOutcome.Written) outcome;
      assertThat(written.section().words().toLowerCase(Locale.ROOT)).contains(wish);
      assertThat(written.section().sentences().stream().map(Sentence::text))
          .noneMatch(elsewhere::contains);
      assertThat(written.writing().provider()).isEqualTo(Writing.EXTRACTIVE);
    }
    assertThat(writer().rewrite(again(brief, section, "zebras on Mars")))
        .isInstanceOfSatisfying(
            SectionOutcome.SetAside.class,
            aside -> assertThat(aside.reason()).contains("nothing more").contains("another note"));
  }

  private static SectionOrder again(Brief brief, String section, String note) {
    WritingOrder order = order(Dossiers.town(), 60);
    return new SectionOrder(
        order.runId(),
        "section-" + note,
        order.dossier(),
        order.prompt(),
        order.style(),
        brief,
        section,
        note);
  }

  private BriefWriter writer() throws ModelSettingsException {
    ModelSettings settings = WritingDesk.settings("extractive");
    var models =
        new Models(
            Map.of(),
            desk.clock,
            listeners -> new ExtractiveChatModel(new WordEmbedder(), listeners));
    return new Writers(
            models,
            desk.store,
            PriceList.shipped(),
            new Markers(new byte[32]),
            desk.clock,
            desk.pauses::add)
        .writer("nara", settings, new BudgetLimits(20, 0, 0L, 20, 0, 0L), source -> false);
  }

  private static WritingOrder order(colophon.story.Dossier dossier, int leastWords) {
    return new WritingOrder(
        "run-1",
        dossier,
        new Prompt("brief", "1", "Write."),
        new Style(Language.ENGLISH, leastWords, 450, 3, 60));
  }

  /** Places texts by the words they share, without a model. */
  private static final class WordEmbedder implements Embedder {
    @Override
    public String model() {
      return "words/1";
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
      return texts.stream().map(WordEmbedder::embedding).toList();
    }

    private static Embedding embedding(String text) {
      byte[] vector = new byte[64];
      Words.content(text).forEach(word -> vector[Math.floorMod(word.hashCode(), 64)] += 8);
      return new Embedding("words/1", colophon.kernel.Digest.ofText(text), vector);
    }
  }
}
