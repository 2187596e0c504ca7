package colophon.cli;

import colophon.publication.StepWatcher;
import colophon.review.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a draft back; the reason is for whoever writes it again. */
@Command(
    name = "send-back",
    mixinStandardHelpOptions = true,
    description = "Sends a draft back; the reason is for whoever writes it again.")
final class ReviewSendBackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "DRAFT", description = "The draft's id, as review list shows it.")
  private String draft = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  private String by = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      new ReviewDesk(newsroom).decide(draft, new Decision.SendBack(by, reason));
      spec.commandLine().getOut().println("Sent back.");
      return ExitCode.DONE;
    }
  }
}
