package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotabilityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Bank of Averland lowered its key interest rate on Tuesday.",
        "By a majority of two to one, the court found on Tuesday that the authority had"
            + " overcharged.",
        "Her Majesty's ship Halcyon left Port Sorrel at noon on Sunday.",
        "\"Nobody wants to tow a net through coral,\" said Bram Tolliver, who chairs the club.",
        "Updated figures show that prices rose by 2.1 per cent in December.",
        "Askeland, a boat builder, said that she had slept for three hours.",
        "Those who own a boat will receive a letter from the council this month."
      })
  void stands_alone(String sentence) {
    if (sentence.startsWith("Her ")) {
      assertThat(judge(sentence)).isEqualTo(Standing.FOLLOWING);
    } else {
      assertThat(judge(sentence)).isEqualTo(Standing.ALONE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He added that the brewery paid 96,000 marks for water in 2025.",
        "It came down in six steps to 3.25 per cent in June 2025.",
        "That choice was shrewd, because it treats a painful chapter with care.",
        "The second is whether an early-warning procedure will bind customs offices.",
        "Another lender said on Wednesday that it would follow in February.",
        "North Korea, meanwhile, continues to develop nuclear weapons and missiles.",
        "\"What we ask for is the map before the rule, and nothing else.\"",
        "Three of them match no known description and went to specialists.",
        "Until then, the date to watch is the directors' meeting in the spring.",
        "The majority said the scheme required a lower fee for that share.",
        "Five years later, the team moved to a new stadium near the river.",
        "The company said it would spend the refund on a new boiler."
      })
  void needs_the_sentence_before(String sentence) {
    assertThat(judge(sentence)).isEqualTo(Standing.FOLLOWING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who will pay for the repair of the old wall on the quay?",
        "SAMPLE: written for the Colophon project; the outlet is fictional.",
        "Sign up here for the newsletter that everybody in town reads.",
        "We believe that the council should think again about the wall.",
        "You can comment on the plan until the end of the month.",
        "Read more about the summit in the weekend edition of the paper.",
        "Too short to quote.",
        "The prime minister said that the \"whole book was open to all.",
        "This note sets out what was agreed and which dates matter in 2026.",
        "CABINET BACKS FLOOD PLAN BY SEVEN VOTES TO TWO ON MONDAY NIGHT.",
        "and agreed to deepen cooperation on supply chains and technology",
        "Visit https://www.example.com for the full text of the agreement.",
        "The talks went on... and nobody knew what would come of them."
      })
  void cannot_be_quoted(String sentence) {
    assertThat(judge(sentence)).isEqualTo(Standing.NEVER);
  }

  @Test
  void an_opening_connective_is_left_out() {
    assertThat(Quotability.freed("However, the talks went on.")).isEqualTo("the talks went on.");
    assertThat(Quotability.freed("But Lee agreed.")).isEqualTo("Lee agreed.");
    assertThat(Quotability.freed("Butter is dear.")).isEqualTo("Butter is dear.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NARA, Japan, Jan. 13 (Harbour Wire) — Lee met Takaichi.",
        "PORT AVERIL — Lee met Takaichi.",
        "WASHINGTON (AP) -- Lee met Takaichi.",
        "United Nations – Lee met Takaichi."
      })
  void a_dateline_is_left_out(String sentence) {
    assertThat(Dateline.strip(sentence)).isEqualTo("Lee met Takaichi.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lee met Takaichi — and nobody saw it.",
        "The NATO summit – its third – ended.",
        "DNA tests go on – with care."
      })
  void no_dateline_no_cut(String sentence) {
    assertThat(Dateline.strip(sentence)).isEqualTo(sentence);
  }

  private static Standing judge(String sentence) {
    return Quotability.judge(sentence, Language.ENGLISH);
  }
}
