package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.evidence.Erasable;
import colophon.evidence.ErasureClass;
import colophon.evidence.ErasureDesk;
import colophon.evidence.ErasurePlan;
import colophon.kernel.Digest;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
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

  /** What is asked for; one of the four. */
  static final class Which {

    @Option(
        names = "--brief",
        required = true,
        paramLabel = "BRIEF",
        description = "What the versions of this brief rest on (id or slug).")
    private @Nullable String brief;

    @Option(
        names = "--source",
        required = true,
        paramLabel = "URL",
        description = "The archived copies of this address.")
    private @Nullable String source;

    @Option(
        names = "--digest",
        required = true,
        paramLabel = "D",
        description = "What has this digest, sha256: and 64 digits.")
    private @Nullable String digest;

    @Option(
        names = "--due",
        required = true,
        description = "What is older than the periods under retention in newsroom.yaml.")
    private boolean due;
  }

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description =
          "copies (archived copies of sources) or model (model requests and answers). Needed by"
              + " order; with --due it narrows what is looked at.")
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
    ErasureClass asked = word == null ? null : classOf(word);
    if (which.due) {
      if (order != null || reason != null) {
        throw usage("What is due is erased by rule: leave out --order and --reason.");
      }
      return due(asked);
    }
    String by = text("--order", order);
    String why = text("--reason", reason);
    if (asked == null) {
      throw usage("Name what is to be erased: --class copies, or --class model.");
    }
    if (which.source != null && asked != ErasureClass.COPIES) {
      throw usage(
          "A source has archived copies only. Name the brief, or a digest, to erase what a model"
              + " was asked and answered.");
    }
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      var desk = newsroom.room(ErasureDesk.class);
      ErasurePlan plan = plan(asked, desk, newsroom);
      if (plan.goes().isEmpty() && plan.stays().isEmpty()) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND,
            "There are no " + asked.text() + " of that kind here, or they are erased already.");
      }
      return carryOut(desk, plan, by, why);
    }
  }

  private ErasurePlan plan(ErasureClass asked, ErasureDesk desk, OpenNewsroom newsroom) {
    if (which.brief != null) {
      return desk.ofBrief(asked, Briefs.idOf(which.brief, newsroom.room(PublicationStore.class)));
    }
    if (which.source != null) {
      return desk.ofSource(which.source);
    }
    try {
      return desk.ofDigest(asked, Digest.parse(String.valueOf(which.digest)));
    } catch (IllegalArgumentException e) {
      throw usage("That is no digest: " + e.getMessage() + ".");
    }
  }

  private int due(@Nullable ErasureClass only) {
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      var desk = newsroom.room(ErasureDesk.class);
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
        Instant before =
            LocalDate.now(newsroom.room(java.time.InstantSource.class).withZone(ZoneOffset.UTC))
                .minus(period)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        out().println("Kept for " + period + ", so before " + before + ": " + each.text() + ".");
        code =
            Math.max(
                code,
                carryOut(
                    desk,
                    desk.before(each, before),
                    "the newsroom's retention rule",
                    each.text() + " are kept for " + period));
      }
      return code;
    }
  }

  private int carryOut(ErasureDesk desk, ErasurePlan plan, String by, String why) {
    for (ErasurePlan.Held held : plan.stays()) {
      out().println("Held: " + said(held.thing()));
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
              "What cannot be shown any more: the bytes themselves, and in a replay the stage that"
                  + " begins with them.");
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
    things.forEach(thing -> out().println("  " + said(thing)));
    if (things.size() == ErasureDesk.MOST) {
      out().println("That is the most at once; run it again for the rest.");
    }
  }

  private static String said(Erasable thing) {
    return thing.what() + ", " + thing.since() + ", " + thing.digest();
  }

  private static ErasureClass classOf(String word) {
    return ErasureClass.of(word)
        .orElseThrow(
            () -> usage("There is no class \"" + word + "\"; there are copies and model."));
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
