package colophon.cli;

import colophon.publication.StepWatcher;
import colophon.review.Copy;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a draft sentence by sentence, each with its evidence and what the checks found. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a draft sentence by sentence with the words of the sources it rests on.")
final class ReviewShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "DRAFT", description = "The draft's id, as review list shows it.")
  private String draft = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      Copy copy = new ReviewDesk(newsroom).copy(draft);
      DraftText.print(copy, newsroom, out);
      return ExitCode.DONE;
    }
  }
}
