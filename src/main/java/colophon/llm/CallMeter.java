package colophon.llm;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.output.TokenUsage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Meters each call where LangChain4j reports it. What a helper class of the library sums up over a
 * conversation is not believed.
 */
final class CallMeter implements ChatModelListener {

  private static final ScopedValue<CallMeter.Call> CALL = ScopedValue.newInstance();

  /**
   * A result and what the call that made it used.
   *
   * @param body of the service's answer as it came; empty where none came over our line
   */
  record Metered<T>(T result, Usage usage, byte[] body) {}

  private static final class Call {
    private final AtomicReference<@Nullable Usage> usage = new AtomicReference<>();
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile byte[] body = new byte[0];
  }

  /** Makes one call and meters it. */
  static <T> Metered<T> metered(Supplier<T> work) {
    var call = new Call();
    T result = ScopedValue.where(CALL, call).call(work::get);
    Usage usage = call.usage.get();
    if (usage == null) {
      throw new IllegalStateException(
          "a model answered without telling its listeners, so that nobody knows what it used");
    }
    return new Metered<>(result, usage, call.body);
  }

  /** Keeps what a service answered until the call is over. */
  static void answered(byte[] body) {
    if (CALL.isBound()) {
      CALL.get().body = body;
    }
  }

  /** What the service answered in the call that is being made. */
  static byte[] body() {
    return CALL.isBound() ? CALL.get().body : new byte[0];
  }

  /**
   * Counts an exchange over the line. Some clients of the library repeat a call when they cannot
   * read its answer, whatever they are told; a second exchange would be on nobody's account.
   */
  static void exchange() {
    if (CALL.isBound() && CALL.get().exchanges.incrementAndGet() > 1) {
      throw CallFailedException.of(
          CallFailedException.Kind.BROKEN,
          "the answer could not be read as its provider's protocol");
    }
  }

  @Override
  public void onResponse(ChatModelResponseContext context) {
    TokenUsage tokens = context.chatResponse().tokenUsage();
    if (CALL.isBound()) {
      CALL.get()
          .usage
          .accumulateAndGet(
              new Usage(
                  tokens == null ? 0 : count(tokens.inputTokenCount()),
                  tokens == null ? 0 : count(tokens.outputTokenCount())),
              CallMeter::sum);
    }
  }

  private static Usage sum(@Nullable Usage before, @Nullable Usage now) {
    Usage first = before == null ? Usage.NOTHING : before;
    Usage second = now == null ? Usage.NOTHING : now;
    return new Usage(
        first.inputTokens() + second.inputTokens(), first.outputTokens() + second.outputTokens());
  }

  private static long count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }
}
