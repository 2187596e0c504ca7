package colophon.cli;

import colophon.kernel.Digest;
import colophon.pipeline.DefinitionException;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

/** A brief from these sources, nothing scheduled. */
@Command(
    name = "brief",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a brief from the articles you name: web addresses, files or folders, two or more as"
          + " a",
      "rule. The draft waits for an editor, as everything does that no pipeline lets out.",
      "Exit codes: 0 there is a draft, 1 there is none and the text says why, 69 no database."
    })
final class BriefCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(
      paramLabel = "URL|FILE",
      arity = "1..*",
      description = "An article: http or https, or a file (HTML, TXT, PDF, DOCX), or a folder.")
  private List<String> sources = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "extractive (built in), or PROVIDER:MODEL. Default: extractive.")
  private String model = "extractive";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the model's service is, if not at its provider's own address.")
  private @Nullable String baseUrl;

  @Option(
      names = "--may-send",
      description =
          "You may send the text of these articles to a model outside your own machines: their"
              + " terms allow it.")
  private boolean maySend;

  @Option(names = "--json", description = "Print the result as JSON and no progress.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Pipeline pipeline = pipeline();
    RunWatcher watcher =
        StepsOnRequest.watching(json ? RunWatcher.NONE : new Progress(out, Progress.onTerminal()));
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      Instant now = Instant.now();
      RunResult result =
          new Newsdesk(newsroom, watcher).run(pipeline, new Slot("asked " + now, now));
      if (json) {
        out.println(new JsonMapper().writeValueAsString(result));
      } else {
        RunText.print(result, places, out);
        if (result.held().isEmpty()
            && result.published().isEmpty()
            && result.problems().isEmpty()) {
          out.println(
              "Name two or more articles about the same event, in one language, each with some"
                  + " paragraphs of text that a reader can see.");
        }
      }
      return result.held().isEmpty() && result.published().isEmpty()
          ? ExitCode.NOT_ALL_DONE
          : ExitCode.DONE;
    }
  }

  /** A pipeline of the moment: it has these sources, no schedule, and everything waits. */
  private Pipeline pipeline() {
    var list = new ArrayList<Map<String, Object>>();
    for (String source : new LinkedHashSet<>(sources)) {
      list.add(source(source));
    }
    var definition = new LinkedHashMap<String, Object>();
    String key = Digest.ofText(String.join("\n", sources)).brief(8);
    definition.put("name", "brief-" + key);
    definition.put("title", "A brief on request");
    definition.put("timeZone", ZoneId.systemDefault().getId());
    definition.put("sources", list);
    definition.put("briefsPerRun", 3);
    definition.put(
        "model", baseUrl == null ? Map.of("use", model) : Map.of("use", model, "baseUrl", baseUrl));
    byte[] yaml = new JsonMapper().writeValueAsString(definition).getBytes(StandardCharsets.UTF_8);
    try {
      // Who names an article means it, however old it is.
      return PipelineReader.read("the command line", yaml, Path.of("").toAbsolutePath())
          .over(Duration.ofDays(36_500));
    } catch (DefinitionException e) {
      throw new CommandFailure(ExitCode.USAGE, e.problems().getFirst().message());
    }
  }

  private Map<String, Object> source(String named) {
    var source = new LinkedHashMap<String, Object>();
    // What was read is kept by its source's id, so another address must have another.
    source.put("id", "source-" + Digest.ofText(place(named)).brief(12));
    source.put("outsideModel", maySend);
    if (named.startsWith("http://") || named.startsWith("https://")) {
      source.put("outlet", named.replaceFirst("^https?://([^/:]+).*$", "$1"));
      source.put("kind", "page");
      source.put("location", named);
      return source;
    }
    Path file = Path.of(named);
    if (!Files.exists(file)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "There is no file \"" + named + "\". A web address starts with http:// or https://.");
    }
    source.put("outlet", String.valueOf(file.getFileName()));
    source.put("kind", Files.isDirectory(file) ? "folder" : "page");
    source.put("location", file.toAbsolutePath().toString());
    source.put("allow", List.of("file:" + file.toAbsolutePath()));
    return source;
  }

  private static String place(String named) {
    return named.startsWith("http://") || named.startsWith("https://")
        ? named
        : Path.of(named).toAbsolutePath().normalize().toString();
  }
}
