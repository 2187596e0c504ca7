package colophon.cli;

import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Reviewer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Approves a draft in a person's name and publishes it. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = {
      "Approves a draft and publishes it.",
      "The page will say that this person reviewed it, so it is for the person who did.",
      "Exit codes: 0 published, 1 refused and the text says why, 64 not understood, 66 no such",
      "draft, 69 no database, 73 cannot write."
    })
final class ReviewApproveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "DRAFT", description = "The draft's id, as review list shows it.")
  private String draft = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approves it.")
  private String by = "";

  @Option(names = "--role", paramLabel = "ROLE", description = "As what. Default: editor.")
  private String role = "editor";

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "Publish it as a correction of what is out, with this public note.")
  private @Nullable String note;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      var desk = new ReviewDesk(newsroom);
      // Asked again after a crash, it goes on where it was.
      Approved approved =
          desk.copy(draft) instanceof Copy.Released released
              ? again(released.approved())
              : desk.approve(draft, new Decision.Approve(by, role), note);
      return desk.publish(approved, note, out);
    }
  }

  /** What is approved already is gone on with for whoever approved it, and nobody else. */
  private Approved again(Approved approved) {
    boolean theirs =
        approved.reviewer() instanceof Reviewer.Person person && person.name().equals(by.strip())
            || approved.first().filter(first -> first.by().equals(by.strip())).isPresent();
    if (!theirs) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_DONE,
          "This draft may go out already, by the word of "
              + (approved.reviewer() instanceof Reviewer.Person person
                  ? person.name()
                  : "its pipeline")
              + "; nothing was noted in your name. A correction of what is out is made at the desk,"
              + " under Published.");
    }
    return approved;
  }
}
