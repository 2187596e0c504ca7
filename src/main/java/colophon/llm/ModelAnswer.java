package colophon.llm;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Objects;

/**
 * What a model said, as it is kept.
 *
 * @param text as received; empty where there was none
 * @param model the name and version that the provider reported, else the name asked for
 * @param finish why it stopped, a {@link StopWord}; {@code OTHER} where the provider did not say
 */
record ModelAnswer(String text, String model, String finish) {

  private static final int MOST_BYTES = 8 * ModelHttpClient.MOST_BYTES;

  static ModelAnswer of(ChatResponse response, byte[] body, ModelSettings settings) {
    String text = response.aiMessage().text();
    String reported = response.modelName();
    var answer =
        new ModelAnswer(
            text == null ? "" : text,
            reported == null || reported.isBlank() ? settings.model() : reported,
            StopWord.in(body, settings.provider())
                .map(StopWord::name)
                .orElse(Objects.toString(response.finishReason(), "OTHER")));
    // Used as it will be read back: what JSON cannot hold is gone on the first use too.
    return parse(answer.format());
  }

  Digest digest() {
    return Digest.of(format());
  }

  /** Canonical JSON. */
  byte[] format() {
    return CanonicalJson.bytes(
        Json.object("text", Json.of(text), "model", Json.of(model), "finish", Json.of(finish)));
  }

  /** Reads what {@link #format} wrote. */
  static ModelAnswer parse(byte[] document) {
    try {
      Json.Obj root = JsonReader.readObject(document, MOST_BYTES);
      return new ModelAnswer(string(root, "text"), string(root, "model"), string(root, "finish"));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a stored answer cannot be read", e);
    }
  }

  private static String string(Json.Obj root, String name) {
    if (root.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new IllegalStateException("a stored answer has no " + name);
  }
}
