package colophon.desk;

import java.util.List;

/**
 * The review screen.
 *
 * @param root the id in the page's address: the draft that the writer delivered
 * @param draft the draft shown, the last of its line
 * @param closed why it cannot be approved; empty where it can
 * @param place where the draft is, in a sentence; empty where it waits
 * @param mayTakeUp whether the person may let it wait again
 * @param mayEdit whether the person may change anything
 * @param open who else has it open, a sentence; empty where nobody has
 * @param opened how many sentences the person has opened against their evidence
 */
public record ReviewView(
    String root,
    String draft,
    String headline,
    String slug,
    String origin,
    String sources,
    List<Chip> chips,
    Sentence title,
    List<Sentence> standfirst,
    List<Sentence> lede,
    List<Section> sections,
    List<MarkLine> wholeMarks,
    List<CommentLine> comments,
    List<HistoryLine> history,
    String closed,
    String place,
    boolean mayTakeUp,
    boolean mayEdit,
    int opened,
    int count,
    String assigned,
    Placing placing,
    First first,
    String notice,
    String open,
    Taken taken,
    EvidenceView evidence) {

  public ReviewView {
    chips = List.copyOf(chips);
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    sections = List.copyOf(sections);
    wholeMarks = List.copyOf(wholeMarks);
    comments = List.copyOf(comments);
    history = List.copyOf(history);
  }

  /** Its place in the queue, as the form shows it; times are in UTC. */
  public record Placing(
      String slug,
      int urgency,
      String note,
      String deadline,
      String heldUntil,
      String embargo,
      boolean mine) {}

  /**
   * What the first of two people decided.
   *
   * @param words who, and why where marks were overridden; empty where nobody decided yet
   * @param override whether marks stand that a second person would let stand
   * @param mine whether it was the person who looks
   */
  public record First(String words, boolean override, boolean mine, int people) {}

  /**
   * The brief that is out and is corrected or updated by the draft.
   *
   * @param headline of the version that is out; empty where nothing is taken up
   * @param note what readers will be told, so far
   */
  public record Taken(String slug, String headline, int version, boolean correction, String note) {

    /** Nothing of it is out. */
    static final Taken NOTHING = new Taken("", "", 0, false, "");
  }

  /** A count with its shape. */
  public record Chip(String style, String words) {}

  /**
   * A sentence of the brief.
   *
   * @param style of its state
   * @param state in words, for whoever does not see it
   * @param selected whether its evidence is shown
   */
  public record Sentence(
      String id,
      String text,
      String style,
      String state,
      boolean settled,
      boolean looked,
      int comments,
      boolean selected) {}

  /** A subhead and its paragraphs. */
  public record Section(Sentence subhead, List<List<Sentence>> paragraphs) {
    public Section {
      paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A mark.
   *
   * @param settled by whom and why; empty where it stands
   */
  public record MarkLine(String key, String kind, String reason, String settled, boolean blocks) {}

  /** A colleague's remark. */
  public record CommentLine(
      long number, String about, String by, String when, String text, boolean resolved) {}

  /** What somebody did, in words. */
  public record HistoryLine(String when, String words) {}
}
