package colophon.publication;

import colophon.attest.Checkpoints;
import colophon.capture.PostWire;
import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Has checkpoints cosigned by the newsroom's witnesses, outside of every transaction. What came
 * within the deadline is kept with the checkpoint for good, so that a published proof never
 * changes; a witness that says nothing, or no, is noted and holds nothing up for longer.
 */
public final class Cosigning implements AutoCloseable {

  /** How long all witnesses together are waited for at one checkpoint. */
  static final Duration DEADLINE = Duration.ofSeconds(5);

  /** What an exchange that was aborted at the deadline is given to say so. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int MOST_SIZE_DIGITS = 19;
  private static final int MOST_WORDS = 300;

  private final Checkpoints checkpoints;
  private final List<WitnessAddress> witnesses;
  private final Duration deadline;
  private final WitnessWire wire = new WitnessWire();

  Cosigning(Checkpoints checkpoints, List<WitnessAddress> witnesses) {
    this(checkpoints, witnesses, DEADLINE);
  }

  Cosigning(Checkpoints checkpoints, List<WitnessAddress> witnesses, Duration deadline) {
    this.checkpoints = checkpoints;
    this.witnesses = List.copyOf(witnesses);
    this.deadline = deadline;
  }

  /**
   * Settles with which cosignatures each checkpoint is shown that is not settled yet.
   *
   * @return a sentence for each witness that did not cosign
   */
  List<String> settle() {
    var notes = new ArrayList<String>();
    for (Checkpoints.Unsettled checkpoint : checkpoints.unsettled()) {
      checkpoints.settle(checkpoint, cosigned(checkpoint, notes));
    }
    return notes;
  }

  private SignedNote cosigned(Checkpoints.Unsettled checkpoint, List<String> notes) {
    SignedNote note = checkpoint.note();
    if (witnesses.isEmpty()) {
      return note;
    }
    // Not closed but left behind: closing would wait for a look-up that knows no deadline.
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      long end = System.nanoTime() + deadline.plus(GRACE).toNanos();
      var asked = new LinkedHashMap<WitnessAddress, Future<SignedNote>>();
      for (WitnessAddress witness : witnesses) {
        asked.put(witness, threads.submit(() -> ask(witness, checkpoint)));
      }
      for (var each : asked.entrySet()) {
        try {
          SignedNote answered = each.getValue().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          note = note.with(answered.signatures().getLast());
        } catch (ExecutionException e) {
          notes.add(silent(each.getKey(), checkpoint, reason(e.getCause())));
        } catch (TimeoutException e) {
          notes.add(silent(each.getKey(), checkpoint, WitnessWire.LATE));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return note;
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return note;
  }

  private static String silent(
      WitnessAddress witness, Checkpoints.Unsettled checkpoint, String reason) {
    return "The witness "
        + witness.name()
        + " did not cosign the log's checkpoint of "
        + checkpoint.size()
        + (checkpoint.size() == 1 ? " entry: " : " entries: ")
        + reason
        + ".";
  }

  /** The checkpoint with the witness's cosignature as its last. */
  private SignedNote ask(WitnessAddress witness, Checkpoints.Unsettled checkpoint)
      throws IOException {
    long end = System.nanoTime() + deadline.toNanos();
    long known = Math.min(checkpoints.lastCosignedBy(witness.key()), checkpoint.size());
    PostWire.Answer answer = send(witness, checkpoint, known, end);
    if (answer.status() == CONFLICT) {
      long size = size(answer.body());
      if (size > checkpoint.size()) {
        throw new IOException(
            "it has cosigned a tree of "
                + size
                + " entries already; see with colophon log fsck that this log was not put back");
      }
      if (size >= 0 && size != known) {
        answer = send(witness, checkpoint, size, end);
      }
    }
    if (answer.status() != OK) {
      throw new IOException("it answered " + answer.status() + " " + words(answer.body()));
    }
    try {
      return checkpoint.note().cosigned(witness.key(), answer.body());
    } catch (LogFormatException e) {
      throw new IOException("its answer is no cosignature (" + e.getMessage() + ")", e);
    }
  }

  private PostWire.Answer send(
      WitnessAddress witness, Checkpoints.Unsettled checkpoint, long known, long end)
      throws IOException {
    byte[] request = checkpoints.since(known, checkpoint).format().getBytes(StandardCharsets.UTF_8);
    return wire.post(witness, request, Duration.ofNanos(end - System.nanoTime()));
  }

  /** The size in the answer of a witness that knows another tree; -1 where it holds none. */
  private static long size(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return text.matches("0|[1-9][0-9]*") && text.length() < MOST_SIZE_DIGITS
        ? Long.parseLong(text)
        : -1;
  }

  private static String words(byte[] body) {
    String text =
        new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String cut = text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    return cut.isEmpty() ? "" : "(" + cut.replaceAll("\\.$", "") + ")";
  }

  private static String reason(@Nullable Throwable cause) {
    return cause instanceof IOException && cause.getMessage() != null
        ? cause.getMessage()
        : "something went wrong (" + cause + ")";
  }

  @Override
  public void close() {
    wire.close();
  }
}
