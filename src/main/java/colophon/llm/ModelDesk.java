package colophon.llm;

import colophon.llm.AnswerStore.Most;
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
import org.jspecify.annotations.Nullable;
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

  /** What a model says that will not write. */
  static final String WITHHELD = " or a filter of its provider declined to write about this story";

  private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

  private final ChatModel model;
  private final ModelSettings settings;
  private final AnswerStore store;
  private final Budget budget;
  private final PriceList.@Nullable Price price;
  private final InstantSource clock;
  private final Pause pause;

  ModelDesk(
      ChatModel model,
      ModelSettings settings,
      AnswerStore store,
      Budget budget,
      PriceList.@Nullable Price price,
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
            + " times without a usable answer; the last time: "
            + store.lastFailure(key).orElse("its answer was not accepted.")
            + " Start it again to try once more.");
  }

  /** How many calls were made, and what they used. */
  int calls(CallKey key) {
    return store.calls(key);
  }

  Bill bill(CallKey key) {
    return store.bill(key);
  }

  private StoredAnswer call(Reserved call, ModelRequest request) {
    Metered<ChatResponse> metered = CallMeter.metered(() -> ring(request));
    ModelAnswer answer = ModelAnswer.of(metered.result(), metered.body(), settings);
    Usage usage = metered.usage();
    Instant ended = now();
    Long micros = micros(usage.inputTokens(), usage.outputTokens());
    store.answered(call, answer, usage, micros == null ? 0 : micros, ended);
    return new StoredAnswer(answer, ended);
  }

  private ChatResponse ring(ModelRequest request) {
    try {
      return model.chat(request.toChatRequest());
    } catch (CancellationException e) {
      throw e;
    } catch (ContentFilteredException e) {
      throw CallFailedException.of(Kind.WITHHELD, settings + WITHHELD);
    } catch (InvalidRequestException e) {
      // Only the built-in writer throws this; what a service refuses comes over our own line.
      throw CallFailedException.of(Kind.DECLINED, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw CallFailedException.within(e).orElseGet(() -> unread(e));
    }
  }

  private CallFailedException unread(RuntimeException e) {
    if (StopWord.in(CallMeter.body(), settings.provider())
        .filter(StopWord.CONTENT_FILTER::equals)
        .isPresent()) {
      return CallFailedException.of(Kind.WITHHELD, settings + WITHHELD);
    }
    LOG.debug("an answer of {} could not be read", settings, e);
    return CallFailedException.of(
        Kind.BROKEN, "the answer could not be read as its provider's protocol");
  }

  private void settle(Reserved call, CallFailedException failed) {
    String said = String.valueOf(failed.getMessage());
    String reason = said.endsWith(".") ? said : said + ".";
    switch (failed.kind()) {
      case LATER, REFUSED, DECLINED, UNREACHABLE -> store.failed(call, reason, now());
      case TOO_SLOW, TOO_LARGE, BROKEN, CUT_OFF, WITHHELD -> store.unknown(call, reason, now());
      case STOPPED -> throw new CancellationException(said);
    }
  }

  private String sentence(CallFailedException failed, Duration asked) {
    String reason = "Nothing was written by " + settings + ": " + failed.getMessage();
    return switch (failed.kind()) {
      case LATER ->
          asked.compareTo(MOST_WAIT) > 0
              ? reason + " and asked us to wait " + asked.toSeconds() + " s; run again after that."
              : reason + ", as often as we may ask; run again later.";
      case DECLINED, STOPPED -> String.valueOf(failed.getMessage());
      case WITHHELD -> failed.getMessage() + "; choose another model, or write it yourself.";
      case REFUSED -> reason + "; check the model's name, its parameters and its key.";
      case UNREACHABLE -> reason + "; check the base URL, the network and the service.";
      case CUT_OFF -> reason + "; run again, and check the service where it goes on.";
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

  private Most most(ModelRequest request) {
    if (settings.provider() == Provider.EXTRACTIVE) {
      return new Most(0, 0L);
    }
    long input = request.mostInputTokens();
    long output = settings.parameters().mostOutputTokens();
    return new Most(input + output, micros(input, output));
  }

  private @Nullable Long micros(long inputTokens, long outputTokens) {
    return price == null ? null : Long.valueOf(price.of(inputTokens, outputTokens));
  }

  /** PostgreSQL keeps microseconds; what is used now must be what is read back later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
