package colophon.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Languages without spaces between words, and Korean, whose words carry endings. */
class OtherScriptsTest {

  private static final String JAPANESE = "両政府は経済安全保障に関する協議を深めることで合意した。";
  private static final String JAPANESE_SECOND = "首脳会談は25分間、通訳だけを交えて行われた。";
  private static final String CHINESE = "两国政府同意加深关于经济安全的磋商，但没有签署任何条约。";
  private static final String KOREAN = "두 정부는 경제 안보 협의를 강화하기로 했으나 조약에는 서명하지 않았다.";
  private static final String KOREAN_SECOND = "두 정상은 통역만 두고 25분 동안 단독으로 대화했다.";

  private final Shelf shelf =
      new Shelf()
          .with("ja", 1, Standing.CURRENT, JAPANESE, JAPANESE_SECOND)
          .with("zh", 1, Standing.CURRENT, CHINESE)
          .with("ko", 1, Standing.CURRENT, KOREAN, KOREAN_SECOND);

  @ParameterizedTest
  @CsvSource({
    "両政府は経済安全保障に関する 協議を深めることで合意した。",
    "首脳会談は２５分間、通訳だけを交えて行われた。",
    "两国政府同意加深关于经济安全的磋商，但没有签署任何条约。",
    "两国政府同意加深关于经济安全的磋商，但没有 签署任何条约。",
    "두 정부는 경제 안보  협의를 강화하기로 했으나 조약에는 서명하지 않았다.",
  })
  void wordForWordWhateverTheSpacesAndWidths(String pasted) {
    assertThat(shelf.one(pasted)).isInstanceOf(SentenceMatch.Verbatim.class);
  }

  @ParameterizedTest
  @CsvSource({
    "首脳会談は40分間、通訳だけを交えて行われた。, FIGURE",
    "両政府は経済安全保障に関する協議を深めることで合意しなかった。, NEGATION",
    "两国政府同意加深关于经济安全的磋商，但签署了条约。, NEGATION",
    "두 정상은 통역만 두고 40분 동안 단독으로 대화했다., FIGURE",
    "두 정부는 경제 안보 협의를 강화하기로 했으나 조약에는 서명했다., NEGATION",
  })
  void oneChangedCharacterIsEdited(String pasted, Stake stake) {
    assertThat(shelf.one(pasted))
        .isInstanceOfSatisfying(
            SentenceMatch.Edited.class, edited -> assertThat(edited.stakes()).contains(stake));
  }

  @Test
  void aPasteOfSeveralSentencesIsTakenApart() {
    assertThat(shelf.ask(JAPANESE + JAPANESE_SECOND).sentences())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).isInstanceOf(SentenceMatch.Verbatim.class));
    assertThat(shelf.ask(KOREAN + " " + KOREAN_SECOND).sentences()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "新しい橋の建設は来年の春に始まる予定だ。",
    "新的桥梁预计将于明年春天开始建设。",
    "새 다리의 공사는 내년 봄에 시작될 예정이다.",
  })
  void foreignSentencesAreNotOurs(String pasted) {
    assertThat(shelf.one(pasted)).isInstanceOf(SentenceMatch.NotOurs.class);
  }
}
