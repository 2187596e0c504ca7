package colophon.desk;

import java.util.List;

/**
 * What the status page and the open API show: counts, states and times. Whoever reaches this
 * machine reads it without a login, so no word of a draft that is not out may stand in it.
 */
public record StatusView(
    String publisher,
    boolean scheduleTicks,
    List<PipelineLine> pipelines,
    List<RunLine> runs,
    List<WaitingLine> waiting,
    List<BriefLine> briefs,
    List<String> warnings) {

  public StatusView {
    pipelines = List.copyOf(pipelines);
    runs = List.copyOf(runs);
    waiting = List.copyOf(waiting);
    briefs = List.copyOf(briefs);
    warnings = List.copyOf(warnings);
  }

  /** One pipeline and when it runs next. */
  public record PipelineLine(
      String name, String title, String state, String nextSlot, String review, int sources) {}

  /** One run of the history. */
  public record RunLine(
      String id, String pipeline, String slot, String startedBy, String outcome, String summary) {}

  /**
   * One draft that waits for a person.
   *
   * @param reasons for how many reasons; the words are for those who may read the draft
   */
  public record WaitingLine(String draft, String since, int reasons) {}

  /** One brief that is out. */
  public record BriefLine(String slug, String version, String published) {}
}
