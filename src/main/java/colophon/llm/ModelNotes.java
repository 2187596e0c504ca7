package colophon.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator should know of a model before a run. Nobody is called. */
public final class ModelNotes {

  private ModelNotes() {}

  /**
   * One thing to know.
   *
   * @param mend whether it must be mended before a run can write
   */
  public record Note(boolean mend, String sentence) {}

  /** What stands in the way, where text goes, and what cannot be metered. */
  public static List<Note> of(
      ModelSettings settings,
      BudgetLimits limits,
      PriceList prices,
      Map<String, String> environment) {
    var notes = new ArrayList<Note>();
    try {
      new Keys(environment).key(settings);
    } catch (ModelSettingsException e) {
      notes.add(new Note(true, e.getMessage() + "."));
    }
    if (settings.outside()) {
      notes.add(
          new Note(
              false,
              "source text is sent to " + settings.baseUrl() + ", where source terms allow it."));
    }
    boolean priced = prices.price(settings).isPresent();
    try {
      limits.keptFor(settings, priced);
      if (!priced) {
        notes.add(
            new Note(
                false,
                "the price of "
                    + settings
                    + " is not known, so records leave its cost out and only calls and tokens are"
                    + " limited; state its price under \"price\" of the model to limit money."));
      }
    } catch (ModelSettingsException e) {
      notes.add(new Note(true, e.getMessage() + "."));
    }
    return List.copyOf(notes);
  }

  /** The model and how it is asked, in one line. */
  public static String line(ModelSettings settings) {
    if (settings.provider() == Provider.EXTRACTIVE) {
      return settings + " (built in)";
    }
    ModelParameters asked = settings.parameters();
    return settings
        + " at "
        + settings.baseUrl()
        + " ("
        + (settings.outside() ? "outside" : "inside")
        + ", answer "
        + asked.answer().id()
        + ", temperature "
        + (asked.temperatureMilli() == null
            ? "not sent"
            : String.valueOf(asked.temperatureMilli() / 1000.0))
        + ", context "
        + asked.context(settings.provider())
        + " tokens)";
  }
}
