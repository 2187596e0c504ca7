package colophon.llm;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.BriefWriter;
import colophon.brief.Draft;
import colophon.brief.Writing;
import colophon.brief.WritingOrder;
import colophon.brief.WritingOutcome;
import colophon.brief.WritingOutcome.SetAside;
import colophon.brief.WritingOutcome.Written;
import colophon.kernel.Digest;
import colophon.llm.ModelDesk.Answered;
import colophon.llm.ModelDesk.Silent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Has a model write a brief, checks the form of what it answers, and asks once more where that is
 * wrong. What a sentence claims is judged elsewhere.
 */
final class LangChainBriefWriter implements BriefWriter {

  /** The name under which answers are kept. */
  static final String STAGE = "write";

  /** The first question and one more. */
  static final int MOST_ATTEMPTS = 2;

  /** How much of a bad answer is shown to the model again, in UTF-16 units. */
  static final int MOST_REPEATED_CHARACTERS = 8_000;

  /** Tokens kept free for instructions, schema and a second question. */
  private static final int ROOM_TOKENS = 8_192;

  private final ModelSettings settings;
  private final ModelDesk desk;
  private final Markers markers;
  private final Predicate<String> mayGoOutside;

  /**
   * @param mayGoOutside whether the terms of the source of that id allow its text to be sent to an
   *     outside model
   */
  LangChainBriefWriter(
      ModelSettings settings, ModelDesk desk, Markers markers, Predicate<String> mayGoOutside) {
    this.settings = settings;
    this.desk = desk;
    this.markers = markers;
    this.mayGoOutside = mayGoOutside;
  }

  /**
   * Writes one brief.
   *
   * @throws java.util.concurrent.CancellationException where the thread is interrupted; the call in
   *     flight then stays open and is settled by the next order of the same run and story
   */
  @Override
  public WritingOutcome write(WritingOrder order) {
    Optional<String> refusal = refusal(order);
    if (refusal.isPresent()) {
      return new SetAside(refusal.get());
    }
    boolean builtIn = settings.provider() == Provider.EXTRACTIVE;
    Datamark marker = builtIn ? Datamark.NONE : markers.marker(order);
    var message = PassagesMessage.of(order, marker, mostBytes());
    if (message.sources().stream().allMatch(source -> source.passages().isEmpty())) {
      return new SetAside(nothingToSend(message));
    }
    var request =
        new ModelRequest(
            settings, SystemMessages.of(order.prompt(), marker), List.of(message.format()));
    return converse(order, message, request, builtIn ? 1 : MOST_ATTEMPTS);
  }

  private WritingOutcome converse(
      WritingOrder order, PassagesMessage message, ModelRequest first, int attempts) {
    CallKey key = new CallKey(order.runId(), order.dossier().revision().storyId(), STAGE);
    desk.open(key);
    ModelRequest request = first;
    String wrong = "";
    for (int attempt = 1; attempt <= attempts; attempt++) {
      switch (desk.ask(key, attempt, request)) {
        case Silent silent -> {
          return new SetAside(
              wrong.isEmpty()
                  ? silent.reason()
                  : silent.reason() + " Its first answer was not accepted: " + wrong + ".");
        }
        case Answered answered -> {
          ModelAnswer answer = answered.stored().answer();
          if (answer.finish().equals(StopWord.CONTENT_FILTER.name())) {
            // Asked again in the same words, it would decline again.
            return new SetAside(
                settings + ModelDesk.WITHHELD + "; choose another model, or write it yourself.");
          }
          try {
            BriefAnswer checked = accept(answer, message);
            return new Written(draft(order, key, request, answered.stored(), checked));
          } catch (MessageFormatException e) {
            wrong = String.valueOf(e.getMessage());
            request = request.followedBy(repeated(answer), reply(wrong));
          }
        }
      }
    }
    return new SetAside(
        "The model "
            + settings
            + " gave no usable answer"
            + (attempts > 1 ? " in " + attempts + " tries" : "")
            + "; what was wrong with the last one: "
            + wrong
            + ".");
  }

  private BriefAnswer accept(ModelAnswer answer, PassagesMessage message)
      throws MessageFormatException {
    if (answer.finish().equals(StopWord.LENGTH.name())) {
      throw new MessageFormatException(
          "the answer: it was cut off at its limit of "
              + settings.parameters().mostOutputTokens()
              + " tokens");
    }
    return new AnswerCheck(message).check(answer.text());
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

  private Optional<String> refusal(WritingOrder order) {
    if (order.prompt().instructions().isBlank()) {
      return Optional.of(
          "The prompt " + order.prompt().id() + " has no instructions; write them in its file.");
    }
    if (!settings.outside()) {
      return Optional.empty();
    }
    return order.dossier().articles().stream()
        .filter(article -> !mayGoOutside.test(article.sourceId()))
        .findFirst()
        .map(this::kept);
  }

  private String kept(Article article) {
    return "The terms of "
        + article.outlet()
        + " (source "
        + article.sourceId()
        + ") keep its text from outside models, and "
        + settings
        + " is one; choose a model on this machine, or leave the source out of the pipeline.";
  }

  private static String nothingToSend(PassagesMessage message) {
    return message.cut() > 0
        ? "The sources of this story do not fit into what the model reads in one call; raise its"
            + " contextTokens or choose a model that reads more."
        : "No passage of this story may be given to a writer: "
            + message.withheld()
            + " read like instructions to a machine; an editor must look at the sources.";
  }

  private int mostBytes() {
    ModelParameters asked = settings.parameters();
    long tokens =
        (long) asked.context(settings.provider()) - asked.mostOutputTokens() - ROOM_TOKENS;
    return (int) Math.min(PassagesMessage.MOST_BYTES, Math.max(0, tokens) * 2);
  }

  private Draft draft(
      WritingOrder order,
      CallKey key,
      ModelRequest request,
      StoredAnswer stored,
      BriefAnswer checked) {
    Digest answer = stored.answer().digest();
    Brief brief = checked.toBrief(order.dossier(), order.style().language());
    Bill bill = desk.bill(key);
    var writing =
        new Writing(
            settings.provider().id(),
            settings.model(),
            stored.answer().model(),
            order.prompt().id(),
            order.prompt().version(),
            order.prompt().digest(),
            settings.parameters().recorded(settings.provider()),
            request.digest(),
            answer,
            bill.inputTokens(),
            bill.outputTokens(),
            bill.micros(),
            desk.calls(key));
    String id = "d-" + Digest.ofText(key.runId() + "\n" + key.storyId() + "\n" + answer).brief(20);
    return new Draft(
        id, key.storyId(), order.dossier().revision().number(), brief, writing, stored.endedAt());
  }
}
