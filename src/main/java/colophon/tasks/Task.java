package colophon.tasks;

import colophon.copydesk.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something for an editor to look at.
 *
 * @param version of the brief that was out then
 * @param events what people did about it, the earliest first
 */
public record Task(
    long id, String briefId, int version, About about, Instant openedAt, List<Event> events) {

  public Task {
    events = List.copyOf(events);
  }

  /** What it is about. */
  public sealed interface About {

    /**
     * A reader says that something is wrong.
     *
     * @param message the reader's words; empty where they were erased
     * @param contact how the reader may be answered; empty where none was given, or it was erased
     */
    record Report(String message, String contact) implements About {}

    /**
     * A cited page is not what it was.
     *
     * @param address of the page
     * @param reason why it cannot be read any more; empty where it was read
     * @param spots the sentences concerned
     */
    record Source(String outlet, String title, String address, String reason, List<Spot> spots)
        implements About {
      public Source {
        spots = List.copyOf(spots);
      }

      /** Whether the page is gone. */
      public boolean gone() {
        return !reason.isEmpty();
      }
    }
  }

  /**
   * A sentence whose cited words changed.
   *
   * @param sentence its words in the brief
   * @param before the words that it rests on
   * @param after what stands in their place; empty where nothing like them does
   */
  public record Spot(String sentenceId, String sentence, String before, String after) {}

  /** What people do about a task. */
  public enum Kind {
    TAKEN("taken"),
    GIVEN_BACK("given back"),
    CLOSED("closed"),
    OPENED_AGAIN("opened again"),
    ERASED("erased");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is kept and read. */
    public String word() {
      return word;
    }
  }

  /** What somebody did about it; the reason may be empty. */
  public record Event(Kind kind, String reason, Person by, Instant at) {}

  /** Who closed it and why; empty where it is open. */
  public Optional<Event> closed() {
    return last(Kind.CLOSED, Kind.OPENED_AGAIN).filter(event -> event.kind() == Kind.CLOSED);
  }

  /** Who works on it; empty where nobody does. */
  public Optional<Person> taken() {
    return last(Kind.TAKEN, Kind.GIVEN_BACK)
        .filter(event -> event.kind() == Kind.TAKEN)
        .map(Event::by);
  }

  private Optional<Event> last(Kind one, Kind other) {
    return events.reversed().stream()
        .filter(event -> event.kind() == one || event.kind() == other)
        .findFirst();
  }
}
