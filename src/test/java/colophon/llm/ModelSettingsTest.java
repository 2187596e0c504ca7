package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {

  @Test
  void readsOneLine() throws Exception {
    assertThat(parse("extractive", null)).hasToString("extractive");
    ModelSettings settings = parse("ollama:llama3.1:8b", null);
    assertThat(settings.provider()).isEqualTo(Provider.OLLAMA);
    assertThat(settings.model()).isEqualTo("llama3.1:8b");
    assertThat(settings.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:11434"));
    assertThat(parse("openai:x", "https://llm.example/v1/").baseUrl())
        .isEqualTo(URI.create("https://llm.example/v1"));
  }

  @Test
  void saysWhatIsWrongWithALine() {
    wrong(
        "gpt-4o",
        null,
        "the model provider \"gpt-4o\" is not known; the known ones are extractive, openai,"
            + " anthropic, gemini, mistral, ollama");
    wrong("openai", null, "a model is configured as \"openai:MODEL\"");
    wrong("openai: ", null, "a model is configured as \"openai:MODEL\"");
    wrong("openai:a b", null, "a model is configured as \"openai:MODEL\"");
    wrong("extractive:fast", null, "takes neither a name nor a base URL");
    wrong("openai:x", "ftp://llm.example", "is an http or https address");
    wrong("openai:x", "https://me:secret@llm.example", "is an http or https address");
    wrong("openai:x", "/v1", "is an http or https address");
  }

  @Test
  void saysWhatIsWrongWithAParameter() {
    wrongParameters(
        ModelParameters.of(2_001, 8_192, Duration.ofSeconds(60), null),
        "temperatureMilli must lie between 0 and 2000, found 2001");
    wrongParameters(
        ModelParameters.of(null, 100, Duration.ofSeconds(60), null),
        "mostOutputTokens must lie between 256 and 65536, found 100");
    wrongParameters(
        ModelParameters.of(null, 8_192, Duration.ofHours(1), null),
        "deadline in milliseconds must lie between");
    wrongParameters(
        ModelParameters.of(null, 8_192, Duration.ofSeconds(60), 7L),
        "seed is not known to anthropic");
    wrongParameters(
        parameters(16_384, AnswerForm.JSON_SCHEMA, null),
        "leaves no room for the sources in a context of 16384 tokens");
    wrongParameters(
        parameters(null, AnswerForm.JSON_OBJECT, null),
        "the answer form json-object is not known to anthropic; use json-schema or prompt-only");
    wrongParameters(
        parameters(null, AnswerForm.JSON_SCHEMA, false),
        "is a service of others at https://api.anthropic.com/v1, so \"outside\" cannot be false");
  }

  @Test
  void tellsWhetherTextLeavesTheHouse() throws Exception {
    assertThat(parse("extractive", null).outside()).isFalse();
    assertThat(parse("ollama:x", null).outside()).isFalse();
    assertThat(parse("ollama:x", "http://gpu.example:11434").outside()).isTrue();
    assertThat(parse("openai:x", null).outside()).isTrue();
    assertThat(parse("openai:x", "http://localhost:8000/v1").outside()).isFalse();
    assertThat(parse("openai:x", "http://[::1]:8000/v1").outside()).isFalse();
    assertThat(parse("openai:x", "http://127.0.0.1.example:8000/v1").outside()).isTrue();
    var stated = parameters(null, AnswerForm.JSON_SCHEMA, true);
    assertThat(
            ModelSettings.parse("openai:x", URI.create("http://localhost:8000/v1"), stated)
                .outside())
        .isTrue();
  }

  @Test
  void takesKeysFromTheEnvironmentAndNamesTheOneThatIsMissing() throws Exception {
    var keys =
        new Keys(
            Map.of(
                "OPENAI_API_KEY",
                "a",
                "COLOPHON_MISTRAL_API_KEY",
                " b ",
                "MISTRAL_API_KEY",
                "c",
                "GEMINI_API_KEY",
                " "));
    assertThat(keys.key(parse("openai:x", null))).contains("a");
    assertThat(keys.key(parse("mistral:x", null))).contains("b");
    assertThat(keys.key(parse("ollama:x", null))).isEmpty();
    assertThat(keys.key(parse("extractive", null))).isEmpty();
    assertThatThrownBy(() -> keys.key(parse("gemini:x", null)))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessage(
            "the model gemini:x needs a key: set the environment variable COLOPHON_GEMINI_API_KEY"
                + " (or GEMINI_API_KEY) and start again");
  }

  @Test
  void sendsAProvidersKeyToNobodyElseAndNeverInTheClear() throws Exception {
    var usual = new Keys(Map.of("OPENAI_API_KEY", "a"));
    assertThat(usual.key(parse("openai:x", "https://llm.example/v1"))).isEmpty();
    var ours = new Keys(Map.of("COLOPHON_OPENAI_API_KEY", "a"));
    assertThat(ours.key(parse("openai:x", "https://llm.example/v1"))).contains("a");
    assertThat(ours.key(parse("openai:x", "http://localhost:8000/v1"))).contains("a");
    assertThatThrownBy(() -> ours.key(parse("openai:x", "http://llm.example/v1")))
        .hasMessageContaining("would be sent unencrypted to http://llm.example/v1");
  }

  @Test
  void pricesWhatItKnowsAndNothingOnThisMachine() throws Exception {
    PriceList list = PriceList.shipped();
    assertThat(list.price(parse("openai:gpt-4o-mini", null)).orElseThrow().of(1_000, 200))
        .isEqualTo(270);
    assertThat(list.price(parse("ollama:x", null)).orElseThrow().of(1_000, 200)).isZero();
    assertThat(list.price(parse("openai:unheard-of", null))).isEmpty();
    assertThat(list.price(parse("openai:gpt-4o-mini", "https://llm.example/v1"))).isEmpty();
    assertThat(new PriceList.Price(1, 1).of(1, 0)).isEqualTo(1);
    assertThatThrownBy(
            () -> PriceList.parse("{\"prices\":{\"openai:x\":{\"input\":1.5}}}".getBytes()))
        .isInstanceOf(MessageFormatException.class)
        .hasMessage("the price list: expected a whole number \"input\" for openai:x");
  }

  @Test
  void tellsAnOperatorWhatToKnowBeforeARun() throws Exception {
    assertThat(notes(parse("extractive", null), BudgetLimits.NONE)).isEmpty();
    var unstated = new BudgetLimits(20, 1_000, null, 40, 2_000, null);
    assertThat(notes(parse("openai:unheard-of", null), unstated))
        .hasSize(3)
        .anyMatch(note -> note.mend() && note.sentence().contains("COLOPHON_OPENAI_API_KEY"))
        .anyMatch(
            note -> note.sentence().startsWith("source text is sent to https://api.openai.com/v1"))
        .anyMatch(
            note -> !note.mend() && note.sentence().contains("only calls and tokens are limited"));
    var stated = new BudgetLimits(20, 1_000, 5L, 40, 2_000, null);
    assertThat(notes(parse("openai:unheard-of", null), stated))
        .anyMatch(note ->
            note.mend()
                && note.sentence().startsWith("the price of openai:unheard-of is not known, so a"));
  }

  private static List<ModelNotes.Note> notes(ModelSettings settings, BudgetLimits limits) {
    return ModelNotes.of(settings, limits, PriceList.shipped(), Map.of());
  }

  @Test
  void aPriceThatIsStatedCountsBeforeTheList() throws Exception {
    var asked = ModelParameters.DEFAULT;
    var price = new PriceList.Price(7, 9);
    var settings =
        ModelSettings.parse(
            "openai:gpt-4o-mini",
            null,
            new ModelParameters(
                null,
                asked.mostOutputTokens(),
                asked.deadline(),
                null,
                null,
                asked.answer(),
                null,
                price));
    assertThat(PriceList.shipped().price(settings)).contains(price);
  }

  @Test
  void recordsWhatWasSentAndWhatWasNot() {
    ModelParameters left = parameters(null, AnswerForm.PROMPT_ONLY, null);
    assertThat(left.recorded(Provider.OPENAI))
        .containsEntry("temperatureMilli", "not sent")
        .containsEntry("seed", "not sent")
        .containsEntry("contextTokens", "not sent")
        .containsEntry("answer", "prompt-only")
        .containsEntry("mostOutputTokens", "8192");
    assertThat(left.recorded(Provider.OLLAMA)).containsEntry("contextTokens", "32768");
    assertThat(left.recorded(Provider.ANTHROPIC)).doesNotContainKey("seed");
    assertThat(ModelParameters.of(0, 8_192, Duration.ofSeconds(60), 7L).recorded(Provider.OPENAI))
        .containsEntry("temperatureMilli", "0")
        .containsEntry("seed", "7");
  }

  private static ModelParameters parameters(
      Integer contextTokens, AnswerForm answer, Boolean outside) {
    return new ModelParameters(
        null, 8_192, Duration.ofSeconds(60), null, contextTokens, answer, outside, null);
  }

  private static ModelSettings parse(String use, String baseUrl) throws ModelSettingsException {
    return ModelSettings.parse(
        use, baseUrl == null ? null : URI.create(baseUrl), ModelParameters.DEFAULT);
  }

  private static void wrong(String use, String baseUrl, String sentence) {
    assertThatThrownBy(() -> parse(use, baseUrl))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining(sentence);
  }

  private static void wrongParameters(ModelParameters parameters, String sentence) {
    assertThatThrownBy(() -> ModelSettings.parse("anthropic:x", null, parameters))
        .isInstanceOf(ModelSettingsException.class)
        .hasMessageContaining(sentence);
  }
}
