package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Commands in processes of their own, stopped in the middle or working beside one another. */
class InterruptionTest {

  private static final String AS_OF = "2026-01-14T18:00+09:00";
  private static final String DOCUMENTS_AS_OF = "2026-01-14T09:00+00:00";

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void place() {
    home = folder.resolve("home");
  }

  /** A server that a killed process left would outlive the tests. */
  @AfterEach
  void leaveNoServer() {
    for (Path place : List.of(home, folder.resolve("demo"))) {
      if (Files.exists(server(place))) {
        Console.run("doctor", "--home", place.toString());
      }
    }
  }

  @Test
  void ctrlCInTheMiddleOfARunEndsInASentenceAndTheNextRunGoesOn() {
    try (var run =
        start(Map.of(StepsOnRequest.VARIABLE, "written:1"), "run", "samples", "--as-of", AS_OF)) {
      run.prints("STOPPED after written").interrupt();
      assertThat(run.ends()).isGreaterThan(128);
      assertThat(run.output())
          .contains("Stopped. What was finished is kept, and the next run goes on from there.")
          .doesNotContain("\tat ", "Something went wrong");
    }
    assertThat(server(home)).doesNotExist();
    Console next = Console.run("run", "documents", "--as-of", DOCUMENTS_AS_OF, "--home", home());
    assertThat(next.out()).contains("Taking up the run of " + AS_OF + ", which did not end.");
    Console out = Console.run("show", "--json", "--home", home());
    assertThat(new JsonMapper().readTree(out.out()).size()).isPositive();
  }

  @Test
  void ctrlCInTheMiddleOfTheDemonstrationLeavesNoServer() {
    Path demo = folder.resolve("demo");
    try (var process =
        ColophonProcess.start(
            folder,
            Map.of(StepsOnRequest.VARIABLE, "logged:1"),
            "demo",
            "--out",
            demo.toString())) {
      process.prints("STOPPED after logged").interrupt();
      assertThat(process.ends()).isGreaterThan(128);
      assertThat(process.output()).contains("Stopped.").doesNotContain("\tat ");
    }
    assertThat(server(demo)).doesNotExist();
  }

  @Test
  void aRunBesideAServingProcessIsLeftToItAndTheResultIsTheSame() throws Exception {
    try (var serve = start(Map.of(), "serve", "--port", "0")) {
      serve.prints("Stop it with Ctrl-C.");
      try (var run = start(Map.of(), "run", "documents", "--as-of", DOCUMENTS_AS_OF);
          var json = start(Map.of(), "run", "documents", "--as-of", DOCUMENTS_AS_OF, "--json")) {
        assertThat(run.ends()).as(run.output()).isEqualTo(ExitCode.DONE);
        assertThat(run.output())
            .contains("  - Left to the process that serves; this one watches.")
            .containsSubsequence("fetch ", "read ", "group ", "write ", "check ", "review ")
            .containsPattern("Held {7}\\S");
        assertThat(json.ends()).as(json.output()).isEqualTo(ExitCode.DONE);
        var result = new JsonMapper().readTree(json.output());
        assertThat(result.path("held").size()).isEqualTo(1);
        assertThat(result.path("run").path("pipeline").asString()).isEqualTo("documents");
      }
      serve.interrupt();
      assertThat(serve.ends()).as(serve.output()).isEqualTo(ExitCode.DONE);
      assertThat(serve.output())
          .contains("Stopping: what is under way is finished first", "Stopped.")
          .doesNotContain("\tat ", "WARN");
    }
    assertThat(server(home)).doesNotExist();
  }

  @Test
  void whereTheServingProcessDiesTheRunGoesOnHere() {
    try (var serve = start(Map.of(StepsOnRequest.VARIABLE, "written:1"), "serve", "--port", "0")) {
      serve.prints("Stop it with Ctrl-C.");
      try (var run = start(Map.of(), "run", "samples", "--as-of", AS_OF);
          var watcher = start(Map.of(), "run", "samples", "--as-of", AS_OF)) {
        serve.prints("STOPPED after written");
        watcher.prints("Left to the process").interrupt();
        assertThat(watcher.ends()).isGreaterThan(128);
        assertThat(watcher.output()).contains("Stopped watching. The run goes on");
        run.prints("Left to the process that serves");
        serve.kill();
        assertThat(run.ends()).as(run.output()).isEqualTo(ExitCode.DONE);
        assertThat(run.output())
            .contains("The process that served has stopped; the run goes on here.")
            .contains("Published ");
      }
    }
    assertThat(server(home)).doesNotExist();
    Console verified = Console.run("verify", home.resolve("site").toString());
    assertThat(verified.code()).isEqualTo(ExitCode.VALID);
  }

  @Test
  void aDatabaseThatGoesAwayInTheMiddleEndsInASentence() throws Exception {
    try (var run =
        start(Map.of(StepsOnRequest.VARIABLE, "planned:1"), "run", "samples", "--as-of", AS_OF)) {
      run.prints("STOPPED after planned");
      run.kill();
    }
    // The killed run left its server; this one loses it while it works.
    try (var run = start(Map.of(), "run", "samples", "--as-of", AS_OF)) {
      run.prints("fetch ");
      stopServer();
      assertThat(run.ends()).as(run.output()).isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(run.output())
          .contains("The database went away while the command was at work.")
          .doesNotContain("\tat ");
    }
    Console again = Console.run("run", "samples", "--as-of", AS_OF, "--home", home());
    assertThat(again.code()).as(again.text()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Console refused = Console.run("serve", "--port", port, "--home", home());
      assertThat(refused.code()).isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(refused.err()).contains("Port " + port + " is taken", "--port");
    }
  }

  @Test
  void aDiskWithoutSpaceIsNamed() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(mount(disk)).as("a small file system needs root to be mounted").isTrue();
    try {
      Console full = Console.run("show", "--home", disk.resolve("home").toString());
      assertThat(full.code()).as(full.text()).isIn(ExitCode.CANNOT_WRITE, ExitCode.UNAVAILABLE);
      assertThat(full.err()).contains("disk").contains("--home").doesNotContain("\tat ");
      Console doctor = Console.run("doctor", "--home", disk.resolve("home").toString());
      assertThat(doctor.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
      assertThat(doctor.out()).contains("mend");
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
  }

  private static boolean mount(Path disk) throws Exception {
    try {
      return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What an administrator does who stops the server by hand. */
  private void stopServer() throws Exception {
    long pid = Long.parseLong(Files.readAllLines(server(home)).getFirst().strip());
    new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start().waitFor();
  }

  private ColophonProcess start(Map<String, String> environment, String... arguments) {
    var all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home()));
    return ColophonProcess.start(folder, environment, all.toArray(String[]::new));
  }

  private String home() {
    return home.toString();
  }

  private static Path server(Path place) {
    return place.resolve("postgres/data/postmaster.pid");
  }
}
