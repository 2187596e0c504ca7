package colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

  /** Language, then the sentences as they must come out; they are joined with a space. */
  static List<String> spaced() {
    return List.of(
        "en|One thing happened.|Another followed.",
        "en|Mr. Hale and Dr. Anders met Gen. Ruiz.|They talked.",
        "en|John F. Kennedy spoke.|J. K. Rowling wrote.",
        "en|He met U.S. President Donald Trump in Washington.|They shook hands.",
        "en|She moved to the U.S. The move took a year.",
        "en|The talks began at 2 p.m. at a hotel.|They lasted an hour.",
        "en|The talks began at 2 p.m. Tuesday at a hotel.",
        "en|The talks began at 2 p.m. EST and went on.",
        "en|It ended at 5 p.m.|Nobody was hurt.",
        "en|The wall would cost 18.6 million florins.|It is 1.4 kilometres long.",
        "en|Growth was 1.4.|Rates fell.",
        "en|It is listed as No. 5 in the catalogue.|See Fig. 3 for more.",
        "en|He said no. The others agreed.",
        "en|Did she answer no?|Yes.",
        "en|On Jan. 13 the two met.|They parted on Feb. 2, 2026.",
        "en|It opened in Sept. The weather was fine.",
        "en|Apple Inc. Chief Executive Tim Cook spoke.",
        "en|The buyer is Northern Mutual Ltd. The seller was not named.",
        "en|\"We waited,\" she said.|\"Then we left.\"|He agreed.",
        "en|“We waited.”|He agreed.",
        "en|“Why now?” Whitlock asked.|Nobody answered.",
        "en|“Why now?” asked Hana Whitlock.",
        "en|\"Is it over?\" a reporter for the Post asked.|It was not.",
        "en|“Stop!”|The train went on.",
        "en|He paused... then went on.|She left.",
        "en|He paused… Then he went on.",
        "en|The result (see p. 12) was clear.|It held.",
        "en|The plan passed (by seven votes to two).|It goes to the council.",
        "en|It passed.)|Then it stood.",
        "en|Yahoo! said it would pay.|Users waited.",
        "en|Who came?|Who stayed?|Nobody knows!",
        "en|What?!|He could not believe it.",
        "en|She earned a Ph.D. in physics.|She taught.",
        "en|Vitamins A and C. The rest is known.",
        "en|The firm, e.g. its north yard, lost orders.|It recovered.",
        "en|Prices rose, i.e. they went up.|Wages did not.",
        "en|Some came from Seoul, Tokyo, etc. They left early.",
        "en|Roe v. Wade was overturned.|States acted.",
        "en|St. Mary's stands near Mt. Fuji.|It is old.",
        "en|They live on Main St. The house is red.",
        "en|Samuel L. Jackson and Robert Downey Jr. starred.|It sold well.",
        "en|See www.example.com for more.|It is free.",
        "en|The score was 3-2.|The crowd sang.",
        "en|It weighed 3.5 kg.|It measured 2 m.",
        "en|The 4th century saw it.|So did the 5th.",
        "en|'It is done.'|He sighed.",
        "en|They agreed on point 1.|They differed on point 2.",
        "en|In 2025. The rest came later.",
        "en|The D.C. Circuit ruled.|It was unanimous.",
        "en|NARA, Japan, Jan. 13 (Harbour Wire) — South Korean President Lee met Takaichi.|They"
            + " talked.",
        "en|Sen. Ann Lee (D-Calif.) voted no.|Others voted yes.",
        "en|The so-called \"U.S. first\" plan failed.|Nobody wept.",
        "en|He is 5 ft. 11 in. tall.|She is taller.",
        "de|Am 3. Oktober war Feiertag.|Die Läden blieben zu.",
        "de|Das gilt z. B. für Mieter.|Andere zahlen.",
        "de|Nach Art. 5 Abs. 1 gilt das.|Dr. Weber widersprach.",
        "de|„Das reicht nicht“, sagte sie.|Er schwieg.",
        "fr|M. Dupont est arrivé.|Il est reparti.",
        "fr|« C'est fini. »|Elle a souri.",
        "es|El Sr. López llegó.|¿Quién lo vio?|¡Nadie!",
        "nl|Dhr. Jansen kwam o.a. Uit Delft.",
        "ko|두 정상은 나라에서 만났다.|회담은 90분가량 이어졌다.",
        "ko|그는 “선언보다 중요한 것은 통로다.”라고 말했다.|회의는 끝났다.",
        "ko|2026. 1. 13. 나라에서 열렸다.|회담은 이어졌다.",
        "ko|물가는 2.1% 올랐다.|금리는 3.00%다.",
        "ko|정말일까?|그렇다!",
        "ru|Он приехал.|Она уехала.",
        "ar|هل جاء؟|نعم جاء.",
        "hi|वह आया।|वह गया।");
  }

  @ParameterizedTest
  @MethodSource("spaced")
  void splits_where_a_reader_would(String line) {
    List<String> parts = new ArrayList<>(Arrays.asList(line.split("\\|")));
    Language language = new Language(parts.removeFirst());
    List<String> wanted = new ArrayList<>();
    for (String part : parts) {
      // Two sentences in one cell are parted by a word that opens one.
      wanted.addAll(
          Arrays.asList(
              part.split(
                  "(?<=\\b(?:U\\.S|no|Sept|Ltd|C|etc|St|2025)\\.|…) (?=(?:The|They|Then) )")));
    }
    assertThat(split(String.join(" ", parts), language)).isEqualTo(wanted);
  }

  static List<String> unspaced() {
    return List.of(
        "ja|両首脳は奈良で会談した。|会談は90分続いた。",
        "ja|首相は「協力を深める。対話を続ける。」と述べた。|会談は終わった。",
        "ja|本当か！|そうだ。",
        "ja|「終わった。」|彼は去った。",
        "zh|两位领导人在奈良会面。|会谈持续了90分钟！",
        "zh|他说：“结束了。”|大家离开了。",
        "ko|회담이 끝났다.|그는 떠났다.",
        "en|It was over, he said.|The others left.");
  }

  @ParameterizedTest
  @MethodSource("unspaced")
  void splits_without_spaces(String line) {
    List<String> parts = new ArrayList<>(Arrays.asList(line.split("\\|")));
    Language language = new Language(parts.removeFirst());
    assertThat(split(String.join("", parts), language)).isEqualTo(parts);
  }

  @Test
  void headings_without_a_stop_stand_alone() {
    assertThat(split("What was agreed\n\nFour points were agreed.", Language.ENGLISH))
        .containsExactly("What was agreed", "Four points were agreed.");
    assertThat(split("What was agreed\nFour points were agreed.", Language.ENGLISH))
        .containsExactly("What was agreed", "Four points were agreed.");
  }

  @Test
  void a_wrapped_line_goes_on() {
    String wrapped =
        "The cabinet of the town council this evening approved the plan for the\n"
            + "North Quay by seven votes to two. It goes to the\nfull council.";
    assertThat(split(wrapped, Language.ENGLISH)).hasSize(2);
  }

  @Test
  void numbers_of_a_list_stay_with_their_entry() {
    assertThat(split("1. Buy bread.\n2. Buy milk.", Language.ENGLISH))
        .containsExactly("1. Buy bread.", "2. Buy milk.");
  }

  @Test
  void spans_count_code_points() {
    String text = "🏯 Nara is old. 🏯 It stands.";
    List<TextSpan> spans = Sentences.split(text, Language.ENGLISH);
    assertThat(spans).containsExactly(new TextSpan(0, 14), new TextSpan(15, 27));
    assertThat(spans.get(1).in(text)).isEqualTo("🏯 It stands.");
  }

  @Test
  void nothing_but_space_has_no_sentence() {
    assertThat(Sentences.split(" \n \n", Language.ENGLISH)).isEmpty();
    assertThat(Sentences.split("", Language.UNKNOWN)).isEmpty();
  }

  @Test
  void every_text_is_covered_and_in_order() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    String letters = "aB1 .!?…\"”’)(\n。」「다é🏯-,";
    int[] points = letters.codePoints().toArray();
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(40), 0, points.length)
          .forEach(i -> text.appendCodePoint(points[i]));
      String all = text.toString();
      int at = 0;
      StringBuilder seen = new StringBuilder();
      for (TextSpan span : Sentences.split(all, Language.ENGLISH)) {
        assertThat(span.start()).isGreaterThanOrEqualTo(at);
        assertThat(span.length()).isPositive();
        at = span.end();
        seen.append(span.in(all));
      }
      assertThat(seen.toString().replaceAll("\\s", "")).isEqualTo(all.replaceAll("\\s", ""));
    }
  }

  private static List<String> split(String text, Language language) {
    return Sentences.split(text, language).stream().map(span -> span.in(text)).toList();
  }
}
