package colophon.cli;

import colophon.pipeline.DefinitionStore;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Applies the files in pipeline/ and prompts/ to a newsroom. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Applies the files in pipeline/ and prompts/: every change is kept as a new version.",
      "Exit codes: 0 applied, 65 a file is wrong, 69 no database."
    })
final class ApplyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      int changed = 0;
      for (DefinitionStore.Applied applied : AppliedFiles.apply(newsroom, "command line")) {
        if (applied.change() != DefinitionStore.Change.SAME) {
          changed++;
          out.printf(
              "%-8s %s %s%n",
              applied.change().name().toLowerCase(Locale.ROOT), applied.kind(), applied.name());
        }
      }
      out.println(changed == 0 ? "Nothing has changed." : changed + " files applied.");
      return ExitCode.DONE;
    }
  }
}
