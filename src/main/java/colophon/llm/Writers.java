package colophon.llm;

import colophon.brief.BriefWriter;
import dev.langchain4j.model.chat.ChatModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the writer that a pipeline asks for. */
public final class Writers {

  private final Models models;
  private final AnswerStore store;
  private final PriceList prices;
  private final Markers markers;
  private final InstantSource clock;
  private final Pause pause;

  Writers(
      Models models,
      AnswerStore store,
      PriceList prices,
      Markers markers,
      InstantSource clock,
      Pause pause) {
    this.models = models;
    this.store = store;
    this.prices = prices;
    this.markers = markers;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * A writer on a pipeline's account.
   *
   * @param pipeline whose budget is used
   * @param mayGoOutside whether the terms of the source of that id allow its text to be sent to an
   *     outside model
   * @throws ModelSettingsException where a key is missing or would be sent in the clear, or where
   *     money is limited and the price is not known
   */
  public BriefWriter writer(
      String pipeline, ModelSettings settings, BudgetLimits limits, Predicate<String> mayGoOutside)
      throws ModelSettingsException {
    Optional<PriceList.Price> price = prices.price(settings);
    BudgetLimits kept = limits.keptFor(settings, price.isPresent());
    ChatModel model = models.build(settings, List.of(new CallMeter()));
    var desk =
        new ModelDesk(
            model,
            settings,
            store,
            new Budget(pipeline, kept, prices.currency()),
            price.orElse(null),
            clock,
            pause);
    return new LangChainBriefWriter(settings, desk, markers, mayGoOutside);
  }
}
