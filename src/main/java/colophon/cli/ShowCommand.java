package colophon.cli;

import colophon.attest.Attestor;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Lists what is out, or shows one brief's versions. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Lists the briefs that are out, or shows one with all its versions and records.")
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "BRIEF", arity = "0..1", description = "A brief's id or slug.")
  private @Nullable String brief;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      var store = newsroom.room(PublicationStore.class);
      List<VersionPlan> versions =
          brief == null ? store.current() : store.released(Briefs.idOf(brief, store));
      if (json) {
        out.println(
            new JsonMapper()
                .writeValueAsString(versions.stream().map(plan -> facts(plan, newsroom)).toList()));
        return ExitCode.DONE;
      }
      for (VersionPlan plan : versions) {
        facts(plan, newsroom).forEach((name, value) -> out.printf("%-10s %s%n", name, value));
        out.println();
      }
      if (versions.isEmpty()) {
        out.println("No brief is out. Start with: colophon demo");
      }
      if (brief != null && !versions.isEmpty()) {
        store
            .withdrawal(versions.getLast().briefId())
            .ifPresent(withdrawal ->
                out.println(
                    "Withdrawn by "
                        + withdrawal.by()
                        + " on "
                        + withdrawal.at()
                        + ": "
                        + withdrawal.reason()));
      }
      return ExitCode.DONE;
    }
  }

  private static Map<String, String> facts(VersionPlan plan, OpenNewsroom newsroom) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("brief", plan.briefId());
    facts.put("slug", plan.slug().value());
    facts.put("version", plan.version() + ", " + plan.kind().name().toLowerCase(Locale.ROOT));
    facts.put("published", plan.publishedAt().toString());
    if (plan.note() != null) {
      facts.put("note", plan.note());
    }
    newsroom
        .room(Attestor.class)
        .recordDigest(plan.briefId(), plan.version())
        .ifPresent(digest -> facts.put("record", digest.toString()));
    facts.put(
        "files",
        newsroom
            .places()
            .site()
            .resolve("briefs")
            .resolve(plan.slug().value())
            .resolve("v" + plan.version())
            .toString());
    return facts;
  }
}
