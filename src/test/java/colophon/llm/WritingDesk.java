package colophon.llm;

import colophon.database.TestDatabase;
import colophon.llm.PriceList.Price;
import dev.langchain4j.model.chat.ChatModel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A writer with its store, clock and pauses at hand. */
final class WritingDesk {

  static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");
  static final Price PRICE = new Price(2_000_000, 10_000_000);
  static final BudgetLimits LIMITS =
      new BudgetLimits(20, 1_000_000, 10_000_000L, 40, 2_000_000, 20_000_000L);

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  final AnswerStore store =
      new AnswerStore(
          DATABASE.jdbc(), new TransactionTemplate(new JdbcTransactionManager(DATABASE.source())));
  final List<Duration> pauses = new ArrayList<>();
  Instant now = NOON;
  final InstantSource clock = () -> now;

  /** A desk on which nobody has written. */
  WritingDesk() {
    DATABASE.jdbc().sql("truncate model_outcome, model_call").update();
  }

  JdbcClient jdbc() {
    return DATABASE.jdbc();
  }

  static ModelSettings settings(String use) {
    return settings(use, null);
  }

  static ModelSettings settings(String use, String baseUrl) {
    try {
      return ModelSettings.parse(
          use, baseUrl == null ? null : URI.create(baseUrl), ModelParameters.DEFAULT);
    } catch (ModelSettingsException e) {
      throw new IllegalStateException(e);
    }
  }

  LangChainBriefWriter writer(ChatModel model) {
    return writer(model, settings("openai:gpt-x"), LIMITS, source -> true);
  }

  LangChainBriefWriter writer(
      ChatModel model, ModelSettings settings, BudgetLimits limits, Predicate<String> outside) {
    var desk =
        new ModelDesk(
            model, settings, store, new Budget("nara", limits, "USD"), PRICE, clock, pauses::add);
    return new LangChainBriefWriter(settings, desk, new Markers(new byte[32]), outside);
  }
}
