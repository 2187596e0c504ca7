package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.WritingOrder;
import colophon.brief.WritingOutcome;
import colophon.llm.Budget.Spent;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final int RUNS = 6;

  private final WritingDesk desk = new WritingDesk();

  /** A good model that takes its time, so that calls are in flight together. */
  private static final class SlowModel implements ChatModel {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public ChatResponse doChat(ChatRequest request) {
      calls.incrementAndGet();
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return ChatResponse.builder()
          .aiMessage(AiMessage.from(BriefAnswerTest.GOOD))
          .tokenUsage(new TokenUsage(1_000, 200))
          .finishReason(FinishReason.STOP)
          .build();
    }

    @Override
    public List<ChatModelListener> listeners() {
      return List.of(new CallMeter());
    }
  }

  @Test
  void runsAtOnceStayWithinTheCallsOfADayTogether() throws Exception {
    var limits = new BudgetLimits(20, 1_000_000, 10_000_000L, 3, 2_000_000, 20_000_000L);
    List<WritingOutcome> outcomes = writeAtOnce(limits, 3);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome instanceof WritingOutcome.SetAside)
        .hasSize(RUNS - 3)
        .allSatisfy(outcome ->
            assertThat(((WritingOutcome.SetAside) outcome).reason())
                .isEqualTo(
                    "The model budget of pipeline nara allows 3 calls a day (callsPerDay): 3 calls"
                        + " used or reserved, 0 calls left, and this call may need 1 call. Raise"
                        + " callsPerDay in the pipeline, or wait for the next day (UTC)."));
  }

  @Test
  void runsAtOnceStayWithinTheMoneyOfADayTogether() throws Exception {
    // One call reserves about 0.09; two fit at once, and what they give back leaves room for more.
    var limits = new BudgetLimits(20, 1_000_000, 10_000_000L, 40, 2_000_000, 200_000L);
    writeAtOnce(limits, -1);
    assertThat(spent().micros()).isLessThanOrEqualTo(200_000);
  }

  @Test
  void moneyIsNotLimitedByAGuess() throws Exception {
    var settings = WritingDesk.settings("openai:unheard-of");
    var stated = new BudgetLimits(20, 1_000, null, 40, 2_000, 5L);
    assertThatThrownBy(() -> stated.keptFor(settings, false))
        .hasMessageContaining("the price of openai:unheard-of is not known, so a budget in money")
        .hasMessageContaining("state what a million tokens cost");
    var unstated = new BudgetLimits(20, 1_000, null, 40, 2_000, null);
    assertThat(unstated.keptFor(settings, false)).isEqualTo(unstated);
    assertThat(unstated.keptFor(settings, true).microsPerRun())
        .isEqualTo(BudgetLimits.DEFAULT_MICROS_PER_RUN);
  }

  private List<WritingOutcome> writeAtOnce(BudgetLimits limits, int calls) throws Exception {
    var model = new SlowModel();
    var start = new CyclicBarrier(RUNS);
    var outcomes = new ArrayList<WritingOutcome>();
    try (var threads = Executors.newFixedThreadPool(RUNS)) {
      var running = new ArrayList<Future<WritingOutcome>>();
      for (int i = 0; i < RUNS; i++) {
        WritingOrder order = Dossiers.order("run-" + i, Dossiers.bridge());
        running.add(
            threads.submit(() -> {
              start.await(20, TimeUnit.SECONDS);
              return desk.writer(model, WritingDesk.settings("openai:gpt-x"), limits, s -> true)
                  .write(order);
            }));
      }
      for (Future<WritingOutcome> each : running) {
        outcomes.add(each.get(60, TimeUnit.SECONDS));
      }
    }
    if (calls >= 0) {
      assertThat(model.calls).hasValue(calls);
      assertThat(spent().calls()).isEqualTo(calls);
    }
    assertThat(outcomes).anyMatch(outcome -> outcome instanceof WritingOutcome.Written);
    return outcomes;
  }

  private Spent spent() {
    return desk.store.spentOn(
        new Budget("nara", WritingDesk.LIMITS, "USD"), LocalDate.of(2026, 1, 14));
  }
}
