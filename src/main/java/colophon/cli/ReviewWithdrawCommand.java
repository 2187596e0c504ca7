package colophon.cli;

import colophon.edition.VersionPlan;
import colophon.pipeline.Pipeline;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.publication.SiteNotWritableException;
import colophon.publication.StepWatcher;
import java.util.List;
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
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      var store = newsroom.room(PublicationStore.class);
      String id = Briefs.idOf(brief, store);
      List<VersionPlan> versions = store.released(id);
      Pipeline pipeline =
          versions.isEmpty()
              ? null
              : newsroom.definitions().pipelines().get(versions.getLast().pipeline());
      if (pipeline == null) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "The brief \"" + brief + "\" is not out; nothing was withdrawn.");
      }
      newsroom
          .room(Publisher.class)
          .withdraw(id, by, reason, newsroom.definitions().newsroom().imprint(pipeline));
      spec.commandLine()
          .getOut()
          .println("Withdrawn: " + versions.size() + " versions. A notice stands in their place.");
      return ExitCode.DONE;
    } catch (SiteNotWritableException e) {
      throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
    }
  }
}
