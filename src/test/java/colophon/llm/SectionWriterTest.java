package colophon.llm;

import static colophon.llm.LangChainBriefWriterTest.written;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Amended;
import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Draft;
import colophon.brief.Prompt;
import colophon.brief.Section;
import colophon.brief.SectionOrder;
import colophon.brief.SectionOutcome;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementJsonUtils;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that is asked for one section again. */
class SectionWriterTest {

  private static final String NOTE = "Say when work begins.\nAnd who said so.";
  private static final String GOOD =
      """
      {"subhead":{"text":"Work from May","passages":["1.2"]},
       "body":[{"paragraph":2,"text":"Opponents, the Eastgate Tribune reports, wanted the money for roads instead of the bridge.","passages":["2.3"]},
               {"paragraph":1,"text":"Work on the footbridge is to begin in May, according to the Harbour Post.","passages":["1.2"]}]}
      """;

  private final WritingDesk desk = new WritingDesk();
  private final ScriptedModel model = new ScriptedModel();
  private Draft draft;

  @BeforeEach
  void write() {
    model.says(BriefAnswerTest.GOOD);
    draft = written(desk.writer(model).write(Dossiers.order()));
  }

  @Test
  void theAnswerBecomesASectionWithNewSentencesUnderItsSubheadsId() {
    model.says(GOOD);
    SectionOutcome.Written again = rewritten(draft.brief(), "s2", NOTE);
    Section section = again.section();
    assertThat(section.subhead().id()).isEqualTo("s2");
    assertThat(section.subhead().text()).isEqualTo("Work from May");
    assertThat(section.paragraphs()).hasSize(2);
    assertThat(section.sentences().stream().skip(1))
        .allSatisfy(sentence -> {
          assertThat(draft.brief().sentence(sentence.id())).isEmpty();
          assertThat(sentence.author()).isEqualTo(new Author.Model());
        });
    assertThat(section.paragraphs().getFirst().getFirst().text()).startsWith("Work on");
    assertThat(again.writing().request()).isNotEqualTo(draft.writing().request());
    assertThat(again.writing().inputTokens()).isEqualTo(ScriptedModel.INPUT_TOKENS);

    SectionOutcome.Written once = rewritten(draft.brief(), "s2", NOTE);
    assertThat(once).as("the same question is not asked twice").isEqualTo(again);
    assertThat(model.asked).hasSize(2);
  }

  @Test
  void theModelIsShownTheBriefAsItStandsAndTheNoteInOneLine() {
    model.says(GOOD);
    Brief edited =
        changed(
            new Amendment.Rewrite("l1", draft.brief().lede().getFirst().text(), "It is decided."));
    rewritten(edited, "s2", NOTE);
    var messages = model.asked.getLast().messages();
    assertThat(((AiMessage) messages.get(2)).text()).contains("It is decided.", "The opponents");
    assertThat(((UserMessage) messages.get(3)).singleText())
        .startsWith("section/1 number=2 leastWords=10 mostWords=")
        .contains("\nnote: Say when work begins. And who said so.\n");
    assertThat(model.asked.getLast().responseFormat().jsonSchema()).isEqualTo(SectionAnswer.SCHEMA);
  }

  @Test
  void whatRestsOnOtherThanTheStorysPassagesIsNotShown() {
    model.says(GOOD);
    Citation elsewhere =
        new Citation("n-note", 1, Digest.ofText("x"), new TextSpan(0, 1), "x", "", "");
    Sentence lede = draft.brief().lede().getFirst();
    Brief secret =
        changed(new Amendment.Insert("l1", lede.text(), "A secret of ours.", List.of(elsewhere)));
    rewritten(secret, "s1", "");
    assertThat(model.asked.getLast().messages().toString()).doesNotContain("secret of ours");

    Sentence subhead = secret.section("s1").orElseThrow().subhead();
    Brief hidden =
        ((Amended.Changed)
                Amending.apply(
                    secret, new Amendment.Bind("s1", subhead.text(), List.of(elsewhere)), "Kim"))
            .brief();
    assertThat(reason(hidden, "s1", "")).contains("change it first");
  }

  @Test
  void anAnswerOfAnotherFormIsAskedForOnceMoreAndThenRefused() {
    model.says(BriefAnswerTest.GOOD).says(GOOD);
    rewritten(draft.brief(), "s1", "");
    assertThat(((UserMessage) model.asked.getLast().messages().getLast()).singleText())
        .contains("a member \"subhead\", found none");

    model.says(GOOD.replace("2.3", "2.2")).says(GOOD.replace("according", "http://x.example"));
    assertThat(reason(draft.brief(), "s2", "")).contains("expected plain text, found a link");
    model.says(GOOD.replace("Work on", "Work " + "and so on ".repeat(90))).says("{}");
    assertThat(reason(draft.brief(), "s2", "other")).contains("the answer: expected a member");
  }

  @Test
  void theStoredAnswerMakesTheSameSectionAgain() throws Exception {
    model.says(GOOD);
    SectionOutcome.Written again = rewritten(draft.brief(), "s2", NOTE);
    CallHistory.Call call =
        new CallHistory(desk.jdbc())
            .of(Dossiers.order().runId(), draft.storyId()).stream()
                .filter(each -> each.stage().equals("section-1"))
                .findFirst()
                .orElseThrow();
    assertThat(
            StoredWriting.section(
                call.request(), call.answer(), Dossiers.bridge(), draft.brief(), "s2"))
        .isEqualTo(again.section());
  }

  @Test
  void theSchemaAsksForEveryMemberAndRefersNowhere() {
    var root = JsonSchemaElementJsonUtils.toMap(SectionAnswer.SCHEMA.rootElement());
    assertThat(root.toString()).doesNotContain("$ref", "anyOf", "null");
    assertThat(root.get("required")).isEqualTo(List.of("subhead", "body"));
  }

  private Brief changed(Amendment amendment) {
    return ((Amended.Changed) Amending.apply(draft.brief(), amendment, "Kim")).brief();
  }

  private SectionOutcome.Written rewritten(Brief present, String section, String note) {
    SectionOutcome outcome = desk.writer(model).rewrite(order(present, section, note));
    assertThat(outcome).as(outcome.toString()).isInstanceOf(SectionOutcome.Written.class);
    return (SectionOutcome.Written) outcome;
  }

  private String reason(Brief present, String section, String note) {
    return ((SectionOutcome.SetAside) desk.writer(model).rewrite(order(present, section, note)))
        .reason();
  }

  private SectionOrder order(Brief present, String section, String note) {
    var whole = Dossiers.order();
    Prompt prompt = whole.prompt();
    String stage = "section-" + (note.equals(NOTE) ? 1 : model.asked.size());
    return new SectionOrder(
        whole.runId(), stage, whole.dossier(), prompt, whole.style(), present, section, note);
  }
}
