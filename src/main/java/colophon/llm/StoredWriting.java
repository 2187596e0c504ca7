package colophon.llm;

import colophon.brief.Brief;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.story.Dossier;

/** Makes a brief again from what a model was asked and answered, without asking it. */
public final class StoredWriting {

  private static final int MOST_BYTES = 64 << 20;

  private StoredWriting() {}

  /**
   * The brief that the answer became.
   *
   * @param request all that was sent, as {@link CallHistory} gives it
   * @param answer as {@link CallHistory} gives it
   * @param dossier what the request was made from
   * @throws MessageFormatException where the answer does not fit the request
   */
  public static Brief brief(byte[] request, byte[] answer, Dossier dossier)
      throws MessageFormatException {
    try {
      Json.Obj asked = JsonReader.readObject(request, MOST_BYTES);
      if (!(asked.get("turns") instanceof Json.Arr turns)
          || turns.items().isEmpty()
          || !(turns.items().getFirst() instanceof Json.Str first)) {
        throw new MessageFormatException("expected a request that begins with the passages");
      }
      PassagesMessage message = PassagesMessage.parse(first.value());
      ModelAnswer answered = ModelAnswer.parse(answer);
      return new AnswerCheck(message)
          .check(answered.text())
          .toBrief(dossier, message.style().language());
    } catch (JsonFormatException e) {
      throw new MessageFormatException("expected a stored request: " + e.getMessage());
    }
  }
}
