package colophon.cli;

import colophon.tlog.NoteKey;
import colophon.witness.LogKeys;
import colophon.witness.Witness;
import colophon.witness.WitnessFolder;
import colophon.witness.WitnessFolderException;
import colophon.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers logs that ask for a cosignature. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Answers logs over HTTP (c2sp.org/tlog-witness, POST /add-checkpoint) until it is stopped.",
      "What it refuses is written to witness.log in its folder. It listens in plain HTTP; put a",
      "server that speaks TLS before it where it is reached from other machines.",
      "Exit codes: 65 a log's key cannot be read, 66 no witness in the folder, 69 the address is",
      "taken."
    })
final class WitnessServeCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "The witness's folder (colophon witness init).")
  private Path folder = Path.of("");

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Default: 127.0.0.1:8081. Port 0 takes any free one.")
  private String listen = "127.0.0.1:8081";

  @Option(
      names = "--log",
      required = true,
      paramLabel = "KEYFILE",
      description =
          "A log's key, obtained from its newsroom: keys.json, or a verifier key NAME+ID+BASE64."
              + " May be given more than once.")
  private List<Path> logs = List.of();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Witness witness = witness(folder, logs);
    System.setProperty("colophon.log", folder.resolve("witness.log").toAbsolutePath().toString());
    try (var server = WitnessServer.start(witness, address())) {
      out.println("Witness  http://" + host() + ":" + server.port() + "/add-checkpoint");
      out.println("Stop it with Ctrl-C.");
      out.flush();
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE,
          "The address " + listen + " is taken by another program, or is none of this machine.");
    }
  }

  /** The witness of a folder that knows these logs, or the end of the command. */
  static Witness witness(Path folder, List<Path> logs) {
    var keys = new ArrayList<NoteKey>();
    try {
      for (Path file : logs) {
        keys.addAll(LogKeys.read(file));
      }
    } catch (WitnessFolderException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    }
    try {
      return new Witness(WitnessFolder.open(folder), keys, Clock.systemUTC());
    } catch (WitnessFolderException e) {
      throw new CommandFailure(ExitCode.NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  private String host() {
    return listen.substring(0, Math.max(0, listen.lastIndexOf(':')));
  }

  private InetSocketAddress address() {
    String port = listen.substring(listen.lastIndexOf(':') + 1);
    if (host().isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MOST_PORT) {
      throw new CommandFailure(
          ExitCode.USAGE, "\"" + listen + "\" is no address; write it like 127.0.0.1:8081.");
    }
    return new InetSocketAddress(host().replaceAll("[\\[\\]]", ""), Integer.parseInt(port));
  }
}
