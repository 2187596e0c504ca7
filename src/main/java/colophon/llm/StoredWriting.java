package colophon.llm;

import colophon.brief.Brief;
import colophon.brief.Section;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.story.Dossier;

/** Makes a brief again from what a model was asked and answered, without asking it. */
public final class StoredWriting {

  private static final int MOST_BYTES = 64 << 20;

  /** After the passages and the brief as it stood. */
  private static final int SECTION_TURN = 2;

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
    PassagesMessage message = PassagesMessage.parse(turn(request, 0));
    return new AnswerCheck(message)
        .check(ModelAnswer.parse(answer).text())
        .toBrief(dossier, message.style().language());
  }

  /**
   * The section that the answer became, where one was asked for again.
   *
   * @param present the brief as it stood
   * @param subhead the id of the section's subhead
   */
  public static Section section(
      byte[] request, byte[] answer, Dossier dossier, Brief present, String subhead)
      throws MessageFormatException {
    var check = new AnswerCheck(PassagesMessage.parse(turn(request, 0)));
    SectionRequest asked = SectionRequest.parse(turn(request, SECTION_TURN));
    return new BriefAssembly(dossier, present.language())
        .again(
            check.section(ModelAnswer.parse(answer).text(), asked),
            subhead,
            id -> present.sentence(id).isPresent());
  }

  private static String turn(byte[] request, int number) throws MessageFormatException {
    try {
      if (JsonReader.readObject(request, MOST_BYTES).get("turns") instanceof Json.Arr turns
          && turns.items().size() > number
          && turns.items().get(number) instanceof Json.Str turn) {
        return turn.value();
      }
      throw new MessageFormatException("expected a request with the passages and what was asked");
    } catch (JsonFormatException e) {
      throw new MessageFormatException("expected a stored request: " + e.getMessage());
    }
  }
}
