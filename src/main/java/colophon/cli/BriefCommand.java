package colophon.cli;

import colophon.kernel.Digest;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      "Writes a brief from the articles you name.",
      "They are web addresses, files or folders, two or more as a rule. The draft waits for an",
      "editor, as everything does that no pipeline lets out.",
      "Exit codes: 0 there is a draft, 1 there is none and the text says why, 64 a source or model",
      "is not understood, 66 no such file, 69 no database, 73 cannot write, 130 stopped with Ctrl-C."
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
    byte[] definition = definition();
    Pipeline pipeline = AskedPipelines.read(definition);
    RunWatcher watcher =
        StepsOnRequest.watching(json ? RunWatcher.NONE : new Progress(out, Progress.onTerminal()));
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      Instant now = Instant.now();
      // A draft that waits is published by the definition it was made by, which no file holds.
      newsroom
          .room(DefinitionStore.class)
          .apply("pipeline", pipeline.name(), definition, "command line");
      RunResult result =
          new Newsdesk(newsroom, watcher, json ? spec.commandLine().getErr() : out)
              .runHere(pipeline, new Slot("asked " + now, now));
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
  private byte[] definition() {
    var list = new ArrayList<Map<String, Object>>();
    for (String source : new LinkedHashSet<>(sources)) {
      list.add(source(source));
    }
    var definition = new LinkedHashMap<String, Object>();
    String key =
        Digest.ofText(list.stream().map(String::valueOf).collect(Collectors.joining("\n")))
            .brief(8);
    definition.put("name", AskedPipelines.PREFIX + key);
    definition.put("title", "A brief on request");
    definition.put("timeZone", ZoneId.systemDefault().getId());
    definition.put("sources", list);
    definition.put("briefsPerRun", 3);
    definition.put(
        "model", baseUrl == null ? Map.of("use", model) : Map.of("use", model, "baseUrl", baseUrl));
    return new JsonMapper().writeValueAsString(definition).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> source(String named) {
    var source = new LinkedHashMap<String, Object>();
    source.put("outsideModel", maySend);
    if (named.startsWith("http://") || named.startsWith("https://")) {
      source.put("outlet", named.replaceFirst("^https?://([^/:]+).*$", "$1"));
      source.put("kind", "page");
      source.put("location", named);
      source.put("id", idOf(named));
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
    source.put("id", idOf(file.toAbsolutePath().normalize().toString()));
    return source;
  }

  /** Named by what it reads, since what a source once brought is found again under its id. */
  private static String idOf(String location) {
    return "asked-" + Digest.ofText(location).brief(12);
  }
}
