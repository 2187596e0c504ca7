package colophon.cli;

import colophon.capture.WarcArchive;
import colophon.capture.WarcFormatException;
import colophon.capture.WarcImport;
import colophon.capture.WarcLimits;
import colophon.publication.StepWatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the archived copies in a WARC file into the newsroom. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the archived copies in a WARC file into the newsroom: all of them, or none where the",
      "file is truncated, damaged or holds a digest that its bytes do not have. They become no",
      "articles.",
      "Exit codes: 0 imported, 65 the file is refused, 66 there is no such file."
    })
final class WarcImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "FILE", description = "A WARC file, packed with gzip or not.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "There is no file " + file + "; name a WARC file.");
    }
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE);
        InputStream in = Files.newInputStream(file)) {
      tell(newsroom.room(WarcArchive.class).importAll(in, WarcLimits.standard()));
      return ExitCode.DONE;
    } catch (WarcFormatException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "The file " + file + " is refused, and nothing of it was kept: " + e.getMessage() + ".");
    }
  }

  private void tell(WarcImport result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Imported "
            + result.imported()
            + (result.imported() == 1 ? " archived copy" : " archived copies")
            + "; "
            + result.known()
            + (result.known() == 1 ? " was" : " were")
            + " there already.");
    for (WarcImport.PassedOver each : result.passedOver()) {
      out.println("Passed over " + each.record() + ": " + each.reason() + ".");
    }
  }
}
