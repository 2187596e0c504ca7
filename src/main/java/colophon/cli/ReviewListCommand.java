package colophon.cli;

import colophon.publication.StepWatcher;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.ReviewStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Lists the drafts that wait for an editor. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the drafts that wait, the longest waiting first, and why.")
final class ReviewListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      List<Copy.Waiting> waiting = newsroom.room(ReviewStore.class).waiting();
      if (json) {
        out.println(
            new JsonMapper()
                .writeValueAsString(
                    waiting.stream()
                        .map(copy ->
                            Map.of(
                                "draft", copy.draft().id(),
                                "headline", copy.draft().brief().headline().text(),
                                "since", copy.since().toString(),
                                "flags", copy.flags()))
                        .toList()));
        return ExitCode.DONE;
      }
      for (Copy.Waiting copy : waiting) {
        out.println(copy.draft().id() + "  " + copy.draft().brief().headline().text());
        copy.flags().stream().map(Flag::reason).forEach(reason -> out.println("    " + reason));
      }
      ErasedDrafts.waiting(newsroom).forEach(out::println);
      out.println(
          waiting.isEmpty()
              ? "Nothing waits for an editor."
              : "Read one with: colophon review show DRAFT" + places.asOptions());
      return ExitCode.DONE;
    }
  }
}
