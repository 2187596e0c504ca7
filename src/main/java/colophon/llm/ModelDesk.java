package colophon.llm;

import colophon.llm.Budget.Spent;
import colophon.llm.CallFailedException.Kind;
import colophon.llm.CallMeter.Metered;
import colophon.llm.Reservation.Refused;
import colophon.llm.Reservation.Reserved;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model on account: looks for a stored answer first, reserves before it calls, keeps the
 * answer before it is used, waits when it is told to, and counts.
 */
final class ModelDesk {

  /** The most calls for one stage of one story, refused and repeated ones included. */
  static final int MOST_CALLS = 3;

  /** The longest wait that a service may ask of us. */
  static final Duration MOST_WAIT = Duration.ofSeconds(60);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

  private final ChatModel model;
  private final ModelSettings settings;
  private final AnswerStore store;
  private final Budget budget;
  private final PriceList.Price price;
  private final InstantSource clock;
  private final Pause pause;

  ModelDesk(
      ChatModel model,
      ModelSettings settings,
      AnswerStore store,
      Budget budget,
      PriceList.Price price,
      InstantSource clock,
      Pause pause) {
    this.model = model;
    this.settings = settings;
    this.store = store;
    this.budget = budget;
    this.price = price;
    this.clock = clock;
    this.pause = pause;
  }

  /** What came of asking. */
  sealed interface Asked {}

  /** There is an answer, and it is stored. */
  record Answered(StoredAnswer stored) implements Asked {}

  /** There is none; the reason is a sentence. */
  record Silent(String reason) implements Asked {}

  /** Settles what an earlier process left in flight. */
  void open(CallKey key) {
    store.settleAbandoned(key, now());
  }

  Asked ask(CallKey key, int attempt, ModelRequest request) {
    Optional<StoredAnswer> known = store.answer(key, attempt, request.digest());
    if (known.isPresent()) {
      return new Answered(known.get());
    }
    Duration wait = FIRST_WAIT;
    for (int calls = store.calls(key); calls < MOST_CALLS; calls++) {
      Reservation reservation = store.reserve(key, attempt, request, budget, most(request), now());
      switch (reservation) {
        case Refused refused -> {
          return new Silent(refused.reason());
        }
        case Reserved call -> {
          try {
            return new Answered(call(call, request));
          } catch (CallFailedException failed) {
            settle(call, failed);
            boolean last = calls + 1 == MOST_CALLS;
            Duration asked = failed.retryAfter().orElse(wait);
            if (failed.kind() != Kind.LATER || last || asked.compareTo(MOST_WAIT) > 0) {
              return new Silent(sentence(failed, asked));
            }
            rest(asked);
            wait = wait.multipliedBy(2);
          }
        }
      }
    }
    return new Silent(
        "The model "
            + settings
            + " was called "
            + MOST_CALLS
            + " times for this story without a usable answer; the last time: "
            + store.lastFailure(key).orElse("its answer was not accepted.")
            + " Run the pipeline again to try once more.");
  }

  /** How many calls were made, and what they used. */
  int calls(CallKey key) {
    return store.calls(key);
  }

  Usage usage(CallKey key) {
    return store.usage(key);
  }

  private StoredAnswer call(Reserved call, ModelRequest request) {
    Metered<ChatResponse> metered = CallMeter.metered(() -> ring(request));
    ModelAnswer answer = ModelAnswer.of(metered.result(), settings);
    Usage usage = metered.usage();
    Instant ended = now();
    store.answered(call, answer, usage, price.of(usage.inputTokens(), usage.outputTokens()), ended);
    return new StoredAnswer(answer, ended);
  }

  private ChatResponse ring(ModelRequest request) {
    try {
      return model.chat(request.toChatRequest());
    } catch (CancellationException e) {
      throw e;
    } catch (ContentFilteredException e) {
      throw CallFailedException.of(
          Kind.DECLINED, "The model " + settings + " declined to write about this story.");
    } catch (InvalidRequestException e) {
      // Only the built-in writer throws this; what a service refuses comes over our own line.
      throw CallFailedException.of(Kind.DECLINED, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw CallFailedException.within(e)
          .orElseGet(() -> {
            LOG.debug("an answer of {} could not be read", settings, e);
            return CallFailedException.of(
                Kind.BROKEN, "the answer could not be read as its provider's protocol");
          });
    }
  }

  private void settle(Reserved call, CallFailedException failed) {
    String said = String.valueOf(failed.getMessage());
    String reason = said.endsWith(".") ? said : said + ".";
    switch (failed.kind()) {
      case LATER, REFUSED, DECLINED, UNREACHABLE -> store.failed(call, reason, now());
      case TOO_SLOW, TOO_LARGE, BROKEN -> store.unknown(call, reason, now());
      case STOPPED -> throw new CancellationException(said);
    }
  }

  private String sentence(CallFailedException failed, Duration asked) {
    String reason = "No brief was written by " + settings + ": " + failed.getMessage();
    return switch (failed.kind()) {
      case LATER ->
          asked.compareTo(MOST_WAIT) > 0
              ? reason + " and asked us to wait " + asked.toSeconds() + " s; run again after that."
              : reason + ", as often as we may ask; run again later.";
      case DECLINED, STOPPED -> String.valueOf(failed.getMessage());
      case REFUSED -> reason + "; check the model's name, its parameters and its key.";
      case UNREACHABLE ->
          reason + "; check the base URL and the network, and that the service runs.";
      case TOO_SLOW -> reason + "; raise the model's deadline or choose a faster model.";
      case TOO_LARGE, BROKEN -> reason + "; check that the base URL is the provider's.";
    };
  }

  private void rest(Duration wait) {
    try {
      pause.of(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped while waiting for a model");
    }
  }

  private Spent most(ModelRequest request) {
    if (settings.provider() == Provider.EXTRACTIVE) {
      return new Spent(1, 0, 0);
    }
    long input = request.mostInputTokens();
    long output = settings.parameters().mostOutputTokens();
    return new Spent(1, input + output, price.of(input, output));
  }

  /** PostgreSQL keeps microseconds; what is used now must be what is read back later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
