package colophon.cli;

import colophon.attest.InlineForm;
import colophon.edition.VersionPlan;
import colophon.evidence.ExportDesk;
import colophon.evidence.InlineExport;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a published brief as one file that carries its content credential inside. */
@Command(
    name = "export",
    description = {
      "Writes a published brief as one file that carries its content credential inside:",
      "a page with it in its head, or a text with it in characters that nobody sees.",
      "The copy is signed with the newsroom's key and verified before it is handed out.",
      "Only of a version that is out and not withdrawn. Check it with: colophon verify FILE",
      "Exit codes: 0 written, 1 not written, 66 there is no such version."
    })
final class ExportCommand implements Callable<Integer> {

  /** The forms by the names that people give. */
  enum Form {
    INLINE_HTML("inline-html", InlineForm.HTML),
    INLINE_TEXT("inline-text", InlineForm.TEXT);

    private final String word;
    private final InlineForm form;

    Form(String word, InlineForm form) {
      this.word = word;
      this.form = form;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "BRIEF", description = "The brief's id or slug, as show lists it.")
  private String brief = "";

  @Option(
      names = "--form",
      required = true,
      paramLabel = "FORM",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Form form = Form.INLINE_HTML;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "Which version of the brief. Default: the newest.")
  private @Nullable Integer version;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it. Default: SLUG-vN.inline.html or .inline.txt here.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      VersionPlan plan = Briefs.version(brief, version, newsroom.room(PublicationStore.class));
      return switch (newsroom.room(ExportDesk.class).inline(plan, form.form)) {
        case InlineExport.Refused refused ->
            throw new CommandFailure(
                ExitCode.NOT_ALL_DONE,
                "Nothing was written: " + String.join(" ", refused.reasons()));
        case InlineExport.Made made -> handOut(made);
      };
    }
  }

  private int handOut(InlineExport.Made made) throws IOException {
    Report report = verified(made);
    if (report.outcome() != Outcome.TRUSTED) {
      spec.commandLine().getErr().print(report.text());
      throw new CommandFailure(
          ExitCode.NOT_ALL_DONE, "Nothing was written: the copy is not intact, as said above.");
    }
    Path target = file == null ? Path.of(made.fileName()) : file;
    NewFile.write(target, out -> out.write(made.bytes()));
    spec.commandLine()
        .getOut()
        .println(
            "Wrote "
                + target
                + ": "
                + made.bytes().length
                + " bytes, the credential inside. Check it with: colophon verify "
                + target);
    return ExitCode.DONE;
  }

  /** Verified with the newsroom's own keys, where nobody finds it yet. */
  private Report verified(InlineExport.Made made) throws IOException {
    Path folder = Files.createTempDirectory("colophon-export");
    Path copy = folder.resolve(made.fileName());
    try {
      Files.write(copy, made.bytes());
      return Verifier.verify(copy, places.home().resolve("keys"), Instant.now());
    } finally {
      Files.deleteIfExists(copy);
      Files.delete(folder);
    }
  }
}
