package colophon.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a published brief back, all its versions with it. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a published brief back, old versions included. A notice with the reason stands where"
          + " it",
      "stood; the record stays. There is no way back: a withdrawn brief takes no new version."
    })
final class ReviewWithdrawCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "BRIEF", description = "The brief's id or slug, as show lists it.")
  private String brief = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who withdraws it.")
  private String by = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in a sentence that readers will see.")
  private String reason = "";

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.openToWithdraw(places, StepsOnRequest.watcher())) {
      int versions = new ReviewDesk(newsroom).withdraw(brief, by, reason);
      spec.commandLine()
          .getOut()
          .println(
              "Withdrawn: "
                  + versions
                  + (versions == 1 ? " version" : " versions")
                  + ". A notice stands in its place.");
      return ExitCode.DONE;
    }
  }
}
