package colophon.desk;

import java.util.List;
import java.util.Map;

/**
 * The history of one brief.
 *
 * @param state what the brief is today
 * @param events what happened, the earliest first
 * @param versions the newest first
 */
public record HistoryView(
    String slug,
    String headline,
    String state,
    String pipeline,
    List<Event> events,
    List<VersionPart> versions) {

  public HistoryView {
    events = List.copyOf(events);
    versions = List.copyOf(versions);
  }

  /** Something that happened. */
  public record Event(String when, String what) {}

  /**
   * One version.
   *
   * @param facts what its record says, by what it is about
   * @param desk the id of its draft at the desk; empty where that cannot be opened any more
   * @param entry its index in the log
   * @param receipt what its record says of the review, by what it is about
   */
  public record VersionPart(
      int number,
      String kind,
      String state,
      String when,
      String note,
      String record,
      String desk,
      long entry,
      List<Map.Entry<String, String>> facts,
      List<Map.Entry<String, String>> receipt,
      List<SourceLine> sources) {
    public VersionPart {
      facts = List.copyOf(facts);
      receipt = List.copyOf(receipt);
      sources = List.copyOf(sources);
    }
  }

  /**
   * A source.
   *
   * @param cited how many sentences rest on it
   * @param copy the digest of the archived copy; empty where it is not kept any more
   */
  public record SourceLine(
      String outlet,
      String title,
      String address,
      String published,
      String rights,
      int cited,
      String copy) {}
}
