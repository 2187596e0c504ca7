package colophon.cli;

import colophon.capture.Snapshot;
import colophon.capture.WarcArchive;
import colophon.evidence.ErasureDesk;
import colophon.evidence.EvidenceDesk;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes archived copies into a WARC file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes archived copies into a WARC file: those that a brief was written from, or all.",
      "It is of WARC/1.1 (ISO 28500), each record packed by itself. The same copies give the same",
      "bytes."
    })
final class WarcExportCommand implements Callable<Integer> {

  /** Which copies; one of the two. */
  static final class Which {

    @Option(
        names = "--brief",
        required = true,
        paramLabel = "BRIEF",
        description = "The copies that the versions of this brief were written from.")
    private @Nullable String brief;

    @Option(names = "--all", required = true, description = "Every copy there is.")
    private boolean all;
  }

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Parameters(paramLabel = "FILE", description = "The file to write, such as copies.warc.gz.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    String software = "Colophon/" + Version.number();
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      int[] copies = new int[1];
      List<String> erased = List.of();
      String brief = which.brief;
      if (brief == null) {
        WarcArchive archive = newsroom.room(WarcArchive.class);
        NewFile.write(file, out -> copies[0] = archive.export(out, software));
        int gone = newsroom.room(ErasureDesk.class).erasedCopies();
        if (gone > 0) {
          erased = List.of("Not in it: " + gone + " that were erased (docs/erasure.md).");
        }
      } else {
        String id = Briefs.idOf(brief, newsroom.room(PublicationStore.class));
        List<Snapshot> snapshots = newsroom.room(EvidenceDesk.class).copies(id);
        copies[0] = snapshots.size();
        erased =
            newsroom.room(EvidenceDesk.class).erased(id).stream()
                .map(each -> "Not in it: a copy that was " + each.sentence() + ".")
                .toList();
        NewFile.write(file, out -> WarcArchive.export(snapshots, out, software));
      }
      spec.commandLine()
          .getOut()
          .println(
              "Wrote "
                  + copies[0]
                  + (copies[0] == 1 ? " archived copy to " : " archived copies to ")
                  + file
                  + ".");
      erased.forEach(spec.commandLine().getOut()::println);
      return ExitCode.DONE;
    }
  }
}
