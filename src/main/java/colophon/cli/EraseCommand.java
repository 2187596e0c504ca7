package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.evidence.Erasable;
import colophon.evidence.ErasureClass;
import colophon.evidence.ErasureDesk;
import colophon.evidence.ErasurePlan;
import colophon.evidence.RetentionSweep;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases bytes by order, or what the retention rules say is due. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erases bytes by order, or what is older than the newsroom's retention periods, and keeps a",
      "signed tombstone in their place. Records, statements and the log stay as they are: they hold",
      "digests. Without --yes it only says what it would erase. docs/erasure.md explains it.",
      "Exit codes: 0 done, 1 a legal hold kept some of it, 66 there is nothing of that kind."
    })
final class EraseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @ArgGroup(multiplicity = "1")
  private ErasureTarget target = new ErasureTarget();

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description =
          "copies (archived copies of sources), model (model requests and answers), texts (of"
              + " articles), drafts (with their reports) or people (names). Needed by order, but"
              + " for --draft and --person; with --due it narrows what is looked at.")
  private @Nullable String word;

  @Option(
      names = "--order",
      paramLabel = "TEXT",
      description = "By order of whom, public, such as \"District Court of Alder, 3 O 12/26\".")
  private @Nullable String order;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, public, a few words.")
  private @Nullable String reason;

  @Option(names = "--yes", description = "Erase it. There is no way back.")
  private boolean yes;

  @Override
  public Integer call() {
    if (target.due) {
      if (order != null || reason != null) {
        throw usage("What is due is erased by rule: leave out --order and --reason.");
      }
      return due(word == null ? null : ErasureTarget.named(word));
    }
    String by = text("--order", order);
    String why = text("--reason", reason);
    ErasureClass asked = target.of(word);
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      var desk = newsroom.room(ErasureDesk.class);
      ErasurePlan plan = target.plan(asked, desk, newsroom.room(PublicationStore.class));
      if (plan.goes().isEmpty() && plan.stays().isEmpty()) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND,
            "There are no " + asked.text() + " of that kind here, or they are erased already.");
      }
      return carryOut(desk, plan, by, why);
    }
  }

  private int due(@Nullable ErasureClass only) {
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      var desk = newsroom.room(ErasureDesk.class);
      var sweep = newsroom.room(RetentionSweep.class);
      Map<String, Period> periods = newsroom.definitions().newsroom().retention().periods();
      int code = ExitCode.DONE;
      for (ErasureClass each : ErasureClass.values()) {
        Period period = periods.get(each.word());
        if (only != null && only != each) {
          continue;
        }
        if (period == null) {
          out().println("No period is set for " + each.text() + ": they are kept.");
          continue;
        }
        RetentionSweep.Due due = sweep.due(each, period);
        out()
            .println(
                "Kept for " + period + ", so before " + due.before() + ": " + each.text() + ".");
        code = Math.max(code, carryOut(desk, due.plan(), due.by(), due.reason()));
      }
      return code;
    }
  }

  private int carryOut(ErasureDesk desk, ErasurePlan plan, String by, String why) {
    for (ErasurePlan.Held held : plan.stays()) {
      out().println("Held: " + held.thing().line());
      out().println("  not erased, because of " + held.hold().sentence() + ".");
    }
    if (!yes) {
      list("Would be erased", plan.goes());
      out()
          .println(
              "The digests stay in the signed records and in the log, so every version verifies as"
                  + " before, and whoever has the same bytes can still show that they are the same.");
      out()
          .println(
              "What cannot be shown any more: the bytes themselves, and in a replay what begins with"
                  + " them.");
      out().println("Nothing was erased. To erase it, add --yes; there is no way back.");
      return plan.stays().isEmpty() ? ExitCode.DONE : ExitCode.NOT_ALL_DONE;
    }
    try {
      List<Erasable> erased = desk.erase(plan, by, why);
      list("Erased, with a signed tombstone for each", erased);
      return plan.stays().isEmpty() && erased.size() == plan.goes().size()
          ? ExitCode.DONE
          : ExitCode.NOT_ALL_DONE;
    } catch (KeysUnusableException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw usage("--order or --reason cannot stand in a tombstone: " + e.getMessage() + ".");
    }
  }

  private void list(String what, List<Erasable> things) {
    out().println(what + " (" + things.size() + "):");
    things.forEach(thing -> out().println("  " + thing.line()));
    if (things.size() == ErasureDesk.MOST) {
      out().println("That is the most at once; run it again for the rest.");
    }
  }

  private static String text(String option, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw usage("By order: say " + option + " TEXT, which will be public. By rule: --due.");
    }
    return text.strip();
  }

  private static CommandFailure usage(String sentence) {
    return new CommandFailure(ExitCode.USAGE, sentence);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
