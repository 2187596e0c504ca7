package colophon.cli;

import colophon.desk.ServedNewsroom;
import colophon.pipeline.Clockwork;
import colophon.pipeline.RunWatcher;
import java.io.PrintWriter;
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
      "Keeps the schedule, serves the published site and a status page, until it is stopped",
      "(Ctrl-C). It listens on this machine only, since the page has no login yet.",
      "Exit codes: 0 stopped, 65 a definition is wrong, 69 no database or the port is taken."
    })
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--port", paramLabel = "PORT", description = "Default: 8080.")
  private int port = 8080;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      AppliedFiles.apply(newsroom, "start");
      var beats = new ServeBeats(newsroom, StepsOnRequest.watching(RunWatcher.NONE));
      beats.begin();
      try (var clockwork =
              Clockwork.start(newsroom.database().source(), beats.work(), beats.every());
          var web = web(newsroom, clockwork)) {
        out.println("Status   http://127.0.0.1:" + web.port() + "/status");
        out.println("Briefs   http://127.0.0.1:" + web.port() + "/");
        out.println("Stop it with Ctrl-C.");
        var stopped = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(() -> {
                  stopped.countDown();
                  await(done);
                }));
        stopped.await();
        out.println("Stopping: what is under way is finished first, at most 20 seconds.");
        web.close();
        clockwork.close();
        newsroom.close();
        done.countDown();
        return ExitCode.DONE;
      }
    }
  }

  private ServedNewsroom web(OpenNewsroom newsroom, Clockwork clockwork) {
    try {
      return ServedNewsroom.start(
          StatusDesks.of(newsroom, clockwork::ticks), newsroom.places().site(), port);
    } catch (ServedNewsroom.PortTakenException e) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE,
          "Port " + port + " is taken by another program; choose another with --port.");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(25, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
