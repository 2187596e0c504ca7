package colophon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Review from the command line: enough to work without the desk. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|show|approve|send-back|spike|withdraw",
    subcommands = {
      ReviewListCommand.class,
      ReviewShowCommand.class,
      ReviewApproveCommand.class,
      ReviewSendBackCommand.class,
      ReviewSpikeCommand.class,
      ReviewWithdrawCommand.class
    },
    description = "Lists and shows drafts that wait, and takes an editor's decision.")
final class ReviewCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
