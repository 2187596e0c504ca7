package colophon.llm;

import colophon.llm.ModelDesk.Answered;
import colophon.llm.ModelDesk.Silent;

/** Asks a model, checks the form of its answer, and asks once more where that is wrong. */
final class Conversation {

  /** How much of a bad answer is shown to the model again, in UTF-16 units. */
  static final int MOST_REPEATED_CHARACTERS = 8_000;

  private final ModelSettings settings;
  private final ModelDesk desk;
  private final int attempts;

  /**
   * @param attempts how often it is asked at most
   */
  Conversation(ModelSettings settings, ModelDesk desk, int attempts) {
    this.settings = settings;
    this.desk = desk;
    this.attempts = attempts;
  }

  /** Reads an answer, or says what is wrong with it. */
  interface Reading<T> {
    T read(String text) throws MessageFormatException;
  }

  /** What came of it. */
  sealed interface Held<T> {}

  /**
   * An answer has the form asked for.
   *
   * @param request the one it answers
   */
  record Accepted<T>(ModelRequest request, StoredAnswer stored, T answer) implements Held<T> {}

  /** None has; the reason is a sentence. */
  record Failed<T>(String reason) implements Held<T> {}

  <T> Held<T> hold(CallKey key, ModelRequest first, Reading<T> reading) {
    desk.open(key);
    ModelRequest request = first;
    String wrong = "";
    for (int attempt = 1; attempt <= attempts; attempt++) {
      switch (desk.ask(key, attempt, request)) {
        case Silent silent -> {
          return new Failed<>(
              wrong.isEmpty()
                  ? silent.reason()
                  : silent.reason() + " Its first answer was not accepted: " + wrong + ".");
        }
        case Answered answered -> {
          ModelAnswer answer = answered.stored().answer();
          if (answer.finish().equals(StopWord.CONTENT_FILTER.name())) {
            // Asked again in the same words, it would decline again.
            return new Failed<>(
                settings + ModelDesk.WITHHELD + "; choose another model, or write it yourself.");
          }
          try {
            return new Accepted<>(request, answered.stored(), accept(answer, reading));
          } catch (MessageFormatException e) {
            wrong = String.valueOf(e.getMessage());
            request = request.followedBy(repeated(answer), reply(wrong));
          }
        }
      }
    }
    return new Failed<>(
        "The model "
            + settings
            + " gave no usable answer"
            + (attempts > 1 ? " in " + attempts + " tries" : "")
            + "; what was wrong with the last one: "
            + wrong
            + ".");
  }

  private <T> T accept(ModelAnswer answer, Reading<T> reading) throws MessageFormatException {
    if (answer.finish().equals(StopWord.LENGTH.name())) {
      throw new MessageFormatException(
          "the answer: it was cut off at its limit of "
              + settings.parameters().mostOutputTokens()
              + " tokens");
    }
    return reading.read(answer.text());
  }

  private static String repeated(ModelAnswer answer) {
    String text = answer.text();
    if (text.isBlank()) {
      return "(no answer)";
    }
    return text.length() <= MOST_REPEATED_CHARACTERS
        ? text
        : text.substring(0, MOST_REPEATED_CHARACTERS) + " (cut)";
  }

  private static String reply(String wrong) {
    return "This answer cannot be used. What is wrong: "
        + wrong
        + ". Answer again with the whole JSON object, corrected.";
  }
}
