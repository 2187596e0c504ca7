package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.story.PassageId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefAnswerTest {

  static final String GOOD =
      """
      {"headline":{"text":"Calder Footbridge: Council Votes to Build","passages":["1.1"]},
       "standfirst":[{"text":"The council of Calder voted on 13 January 2026 to build a footbridge.","passages":["1.1","2.1"]},
                     {"text":"It ends a wait of thirty years.","passages":["1.2"]}],
       "lede":[{"text":"The town council of Calder voted 9 to 4 on Tuesday to build a footbridge over the river.","passages":["1.1"]}],
       "subheads":[{"section":1,"text":"The cost","passages":["1.3"]},
                   {"section":2,"text":"The opponents","passages":["2.3"]}],
       "body":[{"section":1,"paragraph":1,"text":"The bridge will cost 2.4 million pounds.","passages":["1.3"]},
               {"section":2,"paragraph":2,"text":"\\"We have waited thirty years for this bridge,\\" Ellery said.","passages":["1.2"]},
               {"section":2,"paragraph":1,"text":"Opponents, the Eastgate Tribune reports, wanted the money for roads.","passages":["2.3"]}]}
      """;

  @Test
  void isReadStrictlyAndSortedByParagraph() throws MessageFormatException {
    BriefAnswer answer = BriefAnswer.parse(GOOD);
    assertThat(answer.standfirst().getFirst().passages())
        .containsExactly(new PassageId(1, 1), new PassageId(2, 1));
    assertThat(answer.body()).extracting(BriefAnswer.BodyLine::section).containsExactly(1, 2, 2);
    assertThat(answer.body().get(1).line().text()).startsWith("Opponents");
  }

  @Test
  void isReadBackAsItWasWritten() throws MessageFormatException {
    BriefAnswer answer = BriefAnswer.parse(GOOD);
    assertThat(BriefAnswer.parse(answer.format())).isEqualTo(answer);
  }

  @Test
  void namesTheFirstThingWrong() {
    wrong(
        GOOD.replace("\"headline\"", "\"title\""),
        "the answer: expected a member \"headline\", found none");
    wrong(
        GOOD.replace("\"lede\":[{", "\"note\":1,\"lede\":[{"),
        "the answer: expected no other members, found \"note\"");
    wrong(
        GOOD.replace("[\"1.3\"]},\n", "[]},\n"),
        "subheads[0].passages: expected 1 to 12 entries, found 0");
    wrong(
        GOOD.replace("\"2.3\"]}],\n", "\"two\"]}],\n"),
        "subheads[1].passages: a passage is named like \"2.5\", found \"two\"");
    wrong(
        GOOD.replace("{\"section\":2,\"text\"", "{\"section\":3,\"text\""),
        "subheads[1].section: expected 2, found 3");
    wrong(
        GOOD.replace("\"The cost\"", "\" \\n\""),
        "subheads[0].text: expected a sentence, found an empty text");
    wrong(GOOD.replace("\"The cost\"", "null"), "subheads[0].text: expected a string, found null");
    wrong(
        GOOD.replace("\"section\":1,\"paragraph\"", "\"section\":9,\"paragraph\""),
        "body[0].section: expected a section that has a subhead, found section 9");
    wrong(
        GOOD.replace("\"section\":1,\"paragraph\"", "\"section\":2,\"paragraph\""),
        "body: expected a sentence in section 1, found none");
    wrong(
        GOOD.replace("\"paragraph\":2", "\"paragraph\":2.5"),
        "body[1].paragraph: expected a whole number from 1 to 12, found 2.5");
    wrong(
        "Here is your brief: " + GOOD,
        "the answer: expected a JSON object and nothing else, found \"Here is your brief: ");
    wrong(GOOD.substring(0, 300), "the answer: not JSON: ");
    wrong(GOOD + "{}", "the answer: expected the end of the document");
    wrong(
        GOOD.replace("The cost", "x".repeat(1_201)),
        "subheads[0].text: expected at most 1200 characters, found 1201");
    wrong(
        "{" + " ".repeat(BriefAnswer.MOST_BYTES) + "}",
        "the answer: expected at most 262144 bytes of JSON, found 262146");
  }

  @Test
  void asksEveryMemberInItsSchemaAndRefersNowhere() {
    var root =
        dev.langchain4j.internal.JsonSchemaElementJsonUtils.toMap(BriefAnswer.SCHEMA.rootElement());
    assertThat(root.toString()).doesNotContain("$ref", "anyOf", "null");
    assertThat(root.get("required"))
        .isEqualTo(List.of("headline", "standfirst", "lede", "subheads", "body"));
  }

  private static void wrong(String json, String message) {
    assertThatThrownBy(() -> BriefAnswer.parse(json))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageStartingWith(message);
  }
}
