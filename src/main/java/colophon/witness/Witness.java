package colophon.witness;

import colophon.tlog.AddCheckpoint;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSignature;
import colophon.tlog.Witnessing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides on one request at a time, over all processes that work in its folder, and keeps what it
 * is about to cosign before it does.
 */
public final class Witness {

  /** How a request ended: with a cosignature, or with what was decided instead. */
  public sealed interface Answer {
    record Cosigned(Checkpoint checkpoint, NoteSignature signature) implements Answer {}

    record Refused(Witnessing.Outcome outcome) implements Answer {}
  }

  private final WitnessFolder folder;
  private final List<NoteKey> logs;
  private final InstantSource clock;

  /**
   * @param logs the keys of the logs that it cosigns
   */
  public Witness(WitnessFolder folder, List<NoteKey> logs, InstantSource clock) {
    this.folder = folder;
    this.logs = List.copyOf(logs);
    this.clock = clock;
  }

  /** Decides on a request as it came in. */
  public Answer add(byte[] request) throws WitnessFolderException {
    try {
      return add(AddCheckpoint.parse(request));
    } catch (LogFormatException e) {
      return new Answer.Refused(
          new Witnessing.Outcome.Malformed("The request cannot be read: " + e.getMessage() + "."));
    }
  }

  /** Decides on a request. */
  public Answer add(AddCheckpoint request) throws WitnessFolderException {
    // The lock of a file is the process's; within it, this one keeps the threads apart.
    synchronized (Witness.class) {
      return alone(request);
    }
  }

  private Answer alone(AddCheckpoint request) throws WitnessFolderException {
    try (var channel =
            FileChannel.open(
                folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var ignored = channel.lock()) {
      Optional<String> origin = Witnessing.origin(request);
      Optional<Checkpoint> last =
          origin.isPresent() && known(origin.get()) ? folder.last(origin.get()) : Optional.empty();
      return switch (Witnessing.decide(logs, last, request)) {
        case Witnessing.Outcome.Cosign cosign -> {
          folder.keep(cosign.checkpoint(), cosign.note());
          yield new Answer.Cosigned(
              cosign.checkpoint(), folder.cosigner().cosign(cosign.note(), clock.instant()));
        }
        case Witnessing.Outcome refused -> new Answer.Refused(refused);
      };
    } catch (IOException e) {
      throw new WitnessFolderException(
          "The witness's folder cannot be locked ("
              + e.getClass().getSimpleName()
              + "). Check its permissions.");
    }
  }

  private boolean known(String origin) {
    return logs.stream().anyMatch(key -> key.name().equals(origin));
  }
}
