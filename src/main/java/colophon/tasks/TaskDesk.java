package colophon.tasks;

import colophon.copydesk.Person;
import colophon.kernel.Digest;
import colophon.text.NormalText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where tasks arrive, and what editors do about them. */
public final class TaskDesk {

  /** The shortest and the longest report, in code points. */
  public static final int LEAST_MESSAGE = 10;

  public static final int MOST_MESSAGE = 4_000;

  /** The longest contact, in code points. */
  public static final int MOST_CONTACT = 200;

  /** The longest reason, in code points. */
  public static final int MOST_REASON = 600;

  /** A report's words stand apart, where they can be erased. */
  private static final byte[] NOTHING = {'{', '}'};

  private final TaskStore store;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  TaskDesk(TaskStore store, TransactionTemplate transaction, InstantSource clock) {
    this.store = store;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** How something that was wanted of a task ended. */
  public sealed interface Outcome {

    /** It stands. */
    record Done(Task task) implements Outcome {}

    /** It does not; the reason is a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Takes a reader's report of an error.
   *
   * @param version that was out when the reader wrote
   * @param contact may be empty
   */
  public Outcome report(String briefId, int version, String message, String contact) {
    String words = clean(message);
    String address = NormalText.line(NormalText.withoutInvisible(contact)).strip();
    int length = words.codePointCount(0, words.length());
    if (length < LEAST_MESSAGE) {
      return new Outcome.Refused("Say in a sentence what is wrong, and where.");
    }
    if (length > MOST_MESSAGE) {
      return new Outcome.Refused(
          "A report has at most " + MOST_MESSAGE + " characters; this one has " + length + ".");
    }
    if (address.codePointCount(0, address.length()) > MOST_CONTACT) {
      return new Outcome.Refused("A contact has at most " + MOST_CONTACT + " characters.");
    }
    Instant now = clock.instant();
    var fingerprint = Digest.ofText("report\n" + briefId + "\n" + words + "\n" + address);
    return Objects.requireNonNull(
        transaction.execute(status ->
            store
                .add("report", briefId, version, NOTHING, fingerprint, now)
                .<Outcome>map(id -> {
                  store.report(id, words, address);
                  return new Outcome.Done(store.find(id).orElseThrow());
                })
                .orElseGet(() -> new Outcome.Refused("The same report arrived before."))));
  }

  /** Tells that a cited page is not what it was; false where that was told before. */
  boolean changed(String briefId, int version, Task.About.Source about) {
    byte[] document = TaskStore.document(about);
    // Why a page is gone is told in other words each time; that it is gone is told once.
    var known =
        new Task.About.Source(
            about.outlet(),
            about.title(),
            about.address(),
            about.gone() ? "gone" : "",
            about.spots());
    var fingerprint =
        Digest.ofText(
            "source\n" + briefId + "\n" + version + "\n" + Digest.of(TaskStore.document(known)));
    return store
        .add("source", briefId, version, document, fingerprint, clock.instant())
        .isPresent();
  }

  public Optional<Task> find(long id) {
    return store.find(id);
  }

  /** A part of the tasks that fit, the newest first. */
  public List<Task> page(TaskFilter filter, int from, int most) {
    return store.page(filter, from, most);
  }

  public int count(TaskFilter filter) {
    return store.count(filter);
  }

  /** Takes a task, so that colleagues see who works on it. */
  public Outcome take(long id, Person by) {
    return done(
        id,
        Task.Kind.TAKEN,
        "",
        by,
        task ->
            open(task)
                .or(() ->
                    task.taken()
                        .map(who ->
                            who.login().equals(by.login())
                                ? "It is yours already."
                                : who.name() + " has taken it.")));
  }

  /** Gives a task back to everybody. */
  public Outcome giveBack(long id, Person by) {
    return done(
        id,
        Task.Kind.GIVEN_BACK,
        "",
        by,
        task ->
            open(task)
                .or(() ->
                    task.taken().isPresent()
                        ? Optional.empty()
                        : Optional.of("Nobody has taken it.")));
  }

  /** Closes a task with a reason that colleagues read. */
  public Outcome close(long id, String reason, Person by) {
    String why = clean(reason);
    return done(
        id,
        Task.Kind.CLOSED,
        why,
        by,
        task ->
            open(task)
                .or(() ->
                    why.isEmpty()
                        ? Optional.of("Say in a sentence what came of it.")
                        : why.codePointCount(0, why.length()) > MOST_REASON
                            ? Optional.of("A reason has at most " + MOST_REASON + " characters.")
                            : Optional.empty()));
  }

  /** Opens a closed task again. */
  public Outcome openAgain(long id, Person by) {
    return done(
        id,
        Task.Kind.OPENED_AGAIN,
        "",
        by,
        task -> task.closed().isPresent() ? Optional.empty() : Optional.of("It is open."));
  }

  /** Takes a reader's words and contact away for good; that it was done, and by whom, stays. */
  public Outcome erase(long id, Person by) {
    return done(
        id,
        Task.Kind.ERASED,
        "",
        by,
        task ->
            store.erase(id, clock.instant())
                ? Optional.empty()
                : Optional.of("There is nothing of a reader's to erase."));
  }

  private interface Check {
    Optional<String> refuse(Task task);
  }

  private Outcome done(long id, Task.Kind kind, String reason, Person by, Check check) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          Optional<Task> found = store.hold(id);
          Optional<String> refusal =
              found.isEmpty()
                  ? Optional.of("There is no task " + id + ".")
                  : check.refuse(found.get());
          if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
          }
          store.note(id, kind, reason, by, clock.instant());
          return new Outcome.Done(store.find(id).orElseThrow());
        }));
  }

  private static Optional<String> open(Task task) {
    return task.closed().map(event -> event.by().name() + " has closed it.");
  }

  private static String clean(String text) {
    return NormalText.of(NormalText.withoutInvisible(text)).strip();
  }
}
