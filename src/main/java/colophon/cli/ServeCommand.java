package colophon.cli;

import colophon.desk.ServedNewsroom;
import colophon.pipeline.Clockwork;
import colophon.pipeline.ServingNode;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the schedule and shows a status page. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps the schedule, and serves the desk, the published site and a status page.",
      "It runs until it is stopped (Ctrl-C), and listens on this machine only; how people elsewhere come",
      "to the desk, through a web server in front of it, is in docs/operating.md. Who may sign in at the",
      "desk is made with colophon users add. Runs asked for with colophon run are done by it.",
      "Exit codes: 0 stopped, 65 a definition is wrong, 69 no database or the port is taken."
    })
final class ServeCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--port", paramLabel = "PORT", description = "Default: 8080.")
  private int port = 8080;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (port < 0 || port > MOST_PORT) {
      throw new CommandFailure(
          ExitCode.USAGE,
          port + " is no port; give one from 1 to " + MOST_PORT + ", or 0 for any.");
    }
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      return serve(newsroom, port, out);
    }
  }

  /** Serves an open newsroom until the process is stopped. */
  static int serve(OpenNewsroom newsroom, int port, PrintWriter out) throws InterruptedException {
    AppliedFiles.apply(newsroom, "start");
    var carrier = new RunCarrier(newsroom, newsroom.room(InstantSource.class).instant());
    try (carrier;
        var node =
            ServingNode.announce(
                newsroom.database().source(), newsroom.definitions().pipelines().values());
        var clockwork = clockwork(newsroom, node, carrier);
        var web = web(newsroom, clockwork, port)) {
      newsroom.interruption().endsWith(ExitCode.DONE);
      newsroom
          .interruption()
          .says(out, "Stopping: what is under way is finished first, at most 20 seconds.");
      newsroom
          .interruption()
          .closes(() -> {
            // In this order nothing new begins, and nobody leaves a run to a process that goes.
            node.close();
            clockwork.close();
            web.close();
            carrier.close();
            newsroom.close();
            out.println("Stopped.");
          });
      out.println("Desk     http://127.0.0.1:" + web.port() + "/desk");
      URI outside = newsroom.definitions().newsroom().desk();
      if (outside != null) {
        out.println("Outside  " + outside + "/desk, through the web server in front of it");
      }
      out.println("Status   http://127.0.0.1:" + web.port() + "/status");
      out.println("Briefs   http://127.0.0.1:" + web.port() + "/");
      out.println("Stop it with Ctrl-C.");
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    }
  }

  private static Clockwork clockwork(OpenNewsroom newsroom, ServingNode node, RunCarrier carrier) {
    var beats = new ServeBeats(newsroom, node, carrier);
    beats.begin();
    return Clockwork.start(newsroom.database().source(), beats.work(), beats.every());
  }

  private static ServedNewsroom web(OpenNewsroom newsroom, Clockwork clockwork, int port) {
    try {
      return ServedNewsroom.start(
          StatusDesks.of(newsroom, clockwork::ticks),
          newsroom.rooms(),
          newsroom.places().site(),
          port);
    } catch (ServedNewsroom.PortTakenException e) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE,
          "Port " + port + " is taken by another program; choose another with --port.");
    }
  }
}
