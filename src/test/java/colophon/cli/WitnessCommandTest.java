package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import colophon.witness.ShownLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessCommandTest {

  @TempDir Path folder;

  @Test
  void aWitnessCosignsALogOnDiskAndRefusesAForkAndASmallerTree() throws Exception {
    String witness = folder.resolve("w").toString();
    Console made = Console.run("witness", "init", witness, "--name", "witness.example/w1");
    assertThat(made.code()).as(made.text()).isEqualTo(ExitCode.DONE);
    String verifier = Files.readString(folder.resolve("w/verifier-key.txt")).strip();
    assertThat(made.out()).contains(verifier, "witness.json");

    var log = new ShownLog("wire.example/log").append(300);
    String key = log.keyFile(folder).toString();
    String site = log.write(folder.resolve("log")).toString();
    Console first = Console.run("witness", "cosign", witness, site, "--log", key);
    assertThat(first.code()).as(first.text()).isEqualTo(ExitCode.DONE);
    assertThat(
            SignedNote.parse(first.out().getBytes(StandardCharsets.UTF_8))
                .check(NoteKey.parse(verifier)))
        .isEqualTo(SignedNote.Answer.SIGNED);

    log.append(50).write(folder.resolve("log"));
    Path cosigned = folder.resolve("cosigned");
    Console second =
        Console.run("witness", "cosign", witness, site, "--log", key, "--out", cosigned.toString());
    assertThat(second.code()).as(second.text()).isEqualTo(ExitCode.DONE);
    assertThat(SignedNote.parse(Files.readAllBytes(cosigned)).check(NoteKey.parse(verifier)))
        .isEqualTo(SignedNote.Answer.SIGNED);

    refused(witness, log.changed(7), "forked", key, "the log has shown two");
    refused(witness, log.changed(7).append(1), "longer", key, "does not lead from the tree of 350");
    refused(witness, log.cut(310), "smaller", key, "never becomes smaller");
    refused(
        witness,
        new ShownLog("other.example/log").append(2),
        "stranger",
        key,
        "does not know the log other.example/log");
  }

  @Test
  void whatIsMissingIsSaidInASentence() throws Exception {
    String nowhere = folder.resolve("nowhere").toString();
    var log = new ShownLog("wire.example/log").append(3);
    String key = log.keyFile(folder).toString();
    String site = log.write(folder.resolve("log")).toString();
    said(ExitCode.NOT_FOUND, "colophon witness init", "cosign", nowhere, site, "--log", key);
    String witness = folder.resolve("w").toString();
    Console.run("witness", "init", witness, "--name", "w1");
    said(ExitCode.CANNOT_WRITE, "holds a witness already", "init", witness, "--name", "w1");
    said(ExitCode.BAD_INPUT, "keys.json", "cosign", witness, site, "--log", nowhere);
    said(ExitCode.BAD_INPUT, "SITE/log", "cosign", witness, nowhere, "--log", key);
    said(ExitCode.USAGE, "write it like", "serve", witness, "--listen", "8081", "--log", key);
    said(ExitCode.USAGE, "--log", "serve", witness);
  }

  private void refused(String witness, ShownLog log, String name, String key, String words)
      throws Exception {
    String site = log.write(folder.resolve(name)).toString();
    Console refused = Console.run("witness", "cosign", witness, site, "--log", key);
    assertThat(refused.code()).as(refused.text()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains("Not cosigned, " + site, words);
    assertThat(refused.out()).isEmpty();
  }

  private static void said(int code, String words, String... arguments) {
    var line = new java.util.ArrayList<>(java.util.List.of("witness"));
    line.addAll(java.util.List.of(arguments));
    Console said = Console.run(line.toArray(String[]::new));
    assertThat(said.code()).as(said.text()).isEqualTo(code);
    assertThat(said.err()).contains(words).doesNotContain("\tat ");
  }
}
