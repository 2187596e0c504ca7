package colophon.llm;

import colophon.brief.BriefWriter;
import dev.langchain4j.model.chat.ChatModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
   * @throws ModelSettingsException where a key is missing or would be sent in the clear
   */
  public BriefWriter writer(
      String pipeline, ModelSettings settings, BudgetLimits limits, Predicate<String> mayGoOutside)
      throws ModelSettingsException {
    ChatModel model = models.build(settings, List.of(new CallMeter()));
    var desk =
        new ModelDesk(
            model,
            settings,
            store,
            new Budget(pipeline, limits),
            prices.price(settings).orElse(PriceList.Price.FREE),
            clock,
            pause);
    return new LangChainBriefWriter(settings, desk, markers, mayGoOutside);
  }

  /**
   * What an operator should know of these settings before a run: what stands in the way, where text
   * goes, and what cannot be metered. Nobody is called.
   */
  public List<String> notes(ModelSettings settings) {
    var notes = new ArrayList<String>();
    try {
      models.check(settings);
    } catch (ModelSettingsException e) {
      notes.add(e.getMessage());
    }
    if (settings.outside()) {
      notes.add("Source text is sent to " + settings.baseUrl() + ", where source terms allow it.");
    }
    if (prices.price(settings).isEmpty()) {
      notes.add(
          "The price of "
              + settings
              + " is not in the price list, so its calls count as free of charge; limit its calls"
              + " and tokens instead of its money.");
    }
    return List.copyOf(notes);
  }
}
