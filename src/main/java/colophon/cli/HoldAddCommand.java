package colophon.cli;

import colophon.evidence.Hold;
import colophon.evidence.HoldStore;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Begins a legal hold. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Begins a legal hold on a brief (everything that its versions rest on) or on a source (the",
      "archived copies of its address and the texts read from them, those to come too)."
    })
final class HoldAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @ArgGroup(multiplicity = "1")
  private BriefOrSource which = new BriefOrSource();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who holds it.")
  private String by = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for the newsroom's own eyes.")
  private String reason = "";

  @Override
  public Integer call() {
    if (by.isBlank() || reason.isBlank()) {
      throw new CommandFailure(ExitCode.USAGE, "Say who holds it and why.");
    }
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      String source = which.source;
      String name =
          source != null
              ? source
              : Briefs.idOf(String.valueOf(which.brief), newsroom.room(PublicationStore.class));
      Hold.Kind kind = source != null ? Hold.Kind.SOURCE : Hold.Kind.BRIEF;
      long number = newsroom.room(HoldStore.class).add(kind, name, by.strip(), reason.strip());
      spec.commandLine()
          .getOut()
          .println(
              "Hold "
                  + number
                  + " begins. To end it: colophon hold remove "
                  + number
                  + " --by NAME");
      return ExitCode.DONE;
    }
  }
}
