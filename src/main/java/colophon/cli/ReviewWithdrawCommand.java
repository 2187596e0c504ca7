package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.edition.Imprint;
import colophon.edition.VersionPlan;
import colophon.pipeline.Pipeline;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.publication.SiteNotWritableException;
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
    try (var newsroom = OpenNewsroom.openToWithdraw(places, StepsOnRequest.watcher())) {
      var store = newsroom.room(PublicationStore.class);
      String id = Briefs.idOf(brief, store);
      List<VersionPlan> versions = store.outOrOnItsWay(id);
      if (versions.isEmpty()) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND, "The brief \"" + brief + "\" is not out; nothing was withdrawn.");
      }
      newsroom.room(Publisher.class).withdraw(id, by, reason, imprint(newsroom, versions));
      spec.commandLine()
          .getOut()
          .println(
              "Withdrawn: "
                  + versions.size()
                  + (versions.size() == 1 ? " version." : " versions.")
                  + " A notice stands in their place.");
      return ExitCode.DONE;
    } catch (SiteNotWritableException e) {
      throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
    } catch (KeysUnusableException e) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_DONE,
          "Withdrawn: a notice stands in the brief's place. " + e.getMessage());
    }
  }

  /** Whose notice it is; another pipeline's where the brief's own has no file any more. */
  private static Imprint imprint(OpenNewsroom newsroom, List<VersionPlan> versions) {
    var pipelines = newsroom.definitions().pipelines();
    Pipeline own = pipelines.get(versions.getLast().pipeline());
    Pipeline pipeline =
        own != null
            ? own
            : pipelines.values().stream()
                .findFirst()
                .orElseThrow(() ->
                    new CommandFailure(
                        ExitCode.BAD_INPUT,
                        "There is no pipeline file to take the imprint of the notice from; put one"
                            + " back."));
    return newsroom.definitions().newsroom().imprint(pipeline);
  }
}
