package colophon.llm;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.BriefWriter;
import colophon.brief.Draft;
import colophon.brief.Prompt;
import colophon.brief.SectionOrder;
import colophon.brief.SectionOutcome;
import colophon.brief.Writing;
import colophon.brief.WritingOrder;
import colophon.brief.WritingOutcome;
import colophon.brief.WritingOutcome.SetAside;
import colophon.brief.WritingOutcome.Written;
import colophon.kernel.Digest;
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
    PassagesMessage message = message(order);
    if (message.isEmpty()) {
      return new SetAside(nothingToSend(message));
    }
    var request =
        new ModelRequest(
            settings,
            SystemMessages.of(order.prompt(), message.marker()),
            List.of(message.format()),
            BriefAnswer.SCHEMA);
    var key = new CallKey(order.runId(), order.dossier().revision().storyId(), STAGE);
    return switch (conversation().hold(key, request, new AnswerCheck(message)::check)) {
      case Conversation.Failed<BriefAnswer> failed -> new SetAside(failed.reason());
      case Conversation.Accepted<BriefAnswer> accepted -> new Written(draft(order, key, accepted));
    };
  }

  /**
   * Writes one section again.
   *
   * @throws java.util.concurrent.CancellationException as {@link #write}
   */
  @Override
  public SectionOutcome rewrite(SectionOrder order) {
    var whole = new WritingOrder(order.runId(), order.dossier(), order.prompt(), order.style());
    var present = new PresentBrief(order.dossier());
    Optional<String> refusal = refusal(whole);
    Optional<Integer> number = present.number(order.present(), order.section());
    if (refusal.isPresent()) {
      return new SectionOutcome.SetAside(refusal.get());
    }
    if (number.isEmpty()) {
      return new SectionOutcome.SetAside(
          "The subhead of this section rests on words that no model is given; change it first.");
    }
    PassagesMessage message = message(whole);
    if (message.isEmpty()) {
      return new SectionOutcome.SetAside(nothingToSend(message));
    }
    SectionRequest asked = SectionRequest.of(order, number.get());
    var request =
        new ModelRequest(
            settings,
            SystemMessages.of(order.prompt(), message.marker()),
            List.of(message.format(), present.answer(order.present()).format(), asked.format()),
            SectionAnswer.SCHEMA);
    var key = new CallKey(order.runId(), order.dossier().revision().storyId(), order.stage());
    var check = new AnswerCheck(message);
    return switch (conversation().hold(key, request, text -> check.section(text, asked))) {
      case Conversation.Failed<SectionAnswer> failed ->
          new SectionOutcome.SetAside(failed.reason());
      case Conversation.Accepted<SectionAnswer> accepted ->
          new SectionOutcome.Written(
              new BriefAssembly(order.dossier(), order.present().language())
                  .again(
                      accepted.answer(),
                      order.section(),
                      id -> order.present().sentence(id).isPresent()),
              writing(order.prompt(), key, accepted));
    };
  }

  private PassagesMessage message(WritingOrder order) {
    return PassagesMessage.of(
        order, builtIn() ? Datamark.NONE : markers.marker(order), mostBytes());
  }

  private Conversation conversation() {
    return new Conversation(settings, desk, builtIn() ? 1 : MOST_ATTEMPTS);
  }

  private boolean builtIn() {
    return settings.provider() == Provider.EXTRACTIVE;
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
      WritingOrder order, CallKey key, Conversation.Accepted<BriefAnswer> accepted) {
    Writing writing = writing(order.prompt(), key, accepted);
    Brief brief = accepted.answer().toBrief(order.dossier(), order.style().language());
    String name = key.runId() + "\n" + key.storyId() + "\n" + writing.response();
    return new Draft(
        "d-" + Digest.ofText(name).brief(20),
        key.storyId(),
        order.dossier().revision().number(),
        brief,
        writing,
        accepted.stored().endedAt());
  }

  private Writing writing(Prompt prompt, CallKey key, Conversation.Accepted<?> accepted) {
    Bill bill = desk.bill(key);
    return new Writing(
        settings.provider().id(),
        settings.model(),
        accepted.stored().answer().model(),
        prompt.id(),
        prompt.version(),
        prompt.digest(),
        settings.parameters().recorded(settings.provider()),
        accepted.request().digest(),
        accepted.stored().answer().digest(),
        bill.inputTokens(),
        bill.outputTokens(),
        bill.micros(),
        desk.calls(key));
  }
}
