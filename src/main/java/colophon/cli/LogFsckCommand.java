package colophon.cli;

import colophon.attest.LogInspection;
import colophon.attest.LogRefusedException;
import colophon.attest.LogStore;
import colophon.publication.StepWatcher;
import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Computes the whole log again and names the first thing that is wrong. */
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the whole log again from its entries and names the first thing that is wrong: an",
      "entry, a kept hash, a checkpoint. The checkpoint that the newsroom's folder keeps outside of",
      "the database is compared too. Give others that you kept elsewhere: only they can show that",
      "the log was not written anew as a whole.",
      "Exit codes: 0 nothing wrong was found, 20 something is wrong, 65 a checkpoint cannot be",
      "read, 69 no database."
    })
final class LogFsckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "A signed checkpoint that you kept, such as a copy of the site's"
              + " log/checkpoint. May be given more than once.")
  private List<Path> checkpoints = List.of();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, SignedNote> elsewhere = elsewhere();
    kept()
        .ifPresent(
            note -> elsewhere.put("the checkpoint in " + OpenNewsroom.kept(places).file(), note));
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      LogStore log = newsroom.room(LogStore.class);
      LogInspection.Result result = new LogInspection(log).inspect(elsewhere);
      if (json) {
        var document = new LinkedHashMap<String, Object>();
        document.put("log", log.origin());
        document.put("entries", result.entries());
        document.put("checkpoints", result.checkpoints());
        document.put("sound", result.fault().isEmpty());
        result
            .fault()
            .ifPresent(fault -> {
              document.put("index", fault.index());
              document.put("fault", fault.sentence());
            });
        out.println(new JsonMapper().writeValueAsString(document));
      } else {
        tell(log, result, elsewhere.isEmpty(), out);
      }
      return result.fault().isEmpty() ? ExitCode.DONE : ExitCode.INVALID;
    }
  }

  private static void tell(
      LogStore log, LogInspection.Result result, boolean alone, PrintWriter out) {
    result
        .fault()
        .ifPresentOrElse(
            fault -> {
              out.println("WRONG  " + fault.sentence());
              out.println(
                  "Publish nothing more into this log. Restore the database from a backup that was"
                      + " made before the change, and inspect it again.");
            },
            () -> {
              out.println(
                  "No fault found in "
                      + result.entries()
                      + (result.entries() == 1 ? " entry" : " entries")
                      + " of "
                      + log.origin()
                      + "; "
                      + result.checkpoints()
                      + (result.checkpoints() == 1
                          ? " checkpoint agrees."
                          : " checkpoints agree."));
              if (alone) {
                out.println(
                    "Whoever can write to the database could have written the log anew as a whole:"
                        + " compare it with a checkpoint that was kept elsewhere (--checkpoint).");
              }
            });
  }

  private Optional<SignedNote> kept() {
    try {
      return OpenNewsroom.kept(places).read();
    } catch (LogRefusedException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private Map<String, SignedNote> elsewhere() {
    var notes = new LinkedHashMap<String, SignedNote>();
    for (Path file : checkpoints) {
      try {
        if (Files.size(file) > SignedNote.MOST_BYTES) {
          throw new LogFormatException("it is larger than any checkpoint");
        }
        notes.put("the checkpoint in " + file, SignedNote.parse(Files.readAllBytes(file)));
      } catch (IOException | LogFormatException e) {
        throw new CommandFailure(
            ExitCode.BAD_INPUT,
            "The checkpoint in "
                + file
                + " cannot be read ("
                + (e instanceof IOException ? e.getClass().getSimpleName() : e.getMessage())
                + ").");
      }
    }
    return notes;
  }
}
