package colophon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Archived copies as WARC files. */
@Command(
    name = "warc",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "export|import",
    subcommands = {WarcExportCommand.class, WarcImportCommand.class},
    description = "Writes archived copies into a WARC file, or brings copies from one in.")
final class WarcCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
