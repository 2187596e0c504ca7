package colophon.llm;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a service says is wrong, out of the forms that providers put it in. */
final class ServiceError {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_CHARACTERS = 300;

  private ServiceError() {}

  /**
   * One line of at most 300 characters, without a stop at its end; empty where nothing was said.
   */
  static String sentence(String body) {
    String line = PassagesMessage.oneLine(message(body).orElse(body)).replaceFirst("[.;:]+$", "");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }

  private static Optional<String> message(String body) {
    try {
      Json root = JsonReader.read(body.getBytes(StandardCharsets.UTF_8), MOST_BYTES);
      return said(root);
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> said(@Nullable Json value) {
    return switch (value) {
      case Json.Str text -> Optional.of(text.value());
      case Json.Obj object ->
          Stream.of("message", "error", "detail", "msg")
              .flatMap(name -> said(object.get(name)).stream())
              .findFirst();
      case Json.Arr array ->
          array.items().stream().flatMap(item -> said(item).stream()).findFirst();
      case null, default -> Optional.empty();
    };
  }
}
