package colophon.cli;

import colophon.excerpt.AnswerJson;
import colophon.excerpt.AnswerText;
import colophon.excerpt.Excerpt;
import colophon.excerpt.ExcerptAnswer;
import colophon.excerpt.ExcerptCheck;
import colophon.excerpt.ExcerptRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which published versions a pasted text comes from, sentence by sentence. */
@Command(
    name = "check-excerpt",
    mixinStandardHelpOptions = true,
    description = {
      "Says of each sentence of a pasted text which published version it comes from.",
      "A sentence stands there word for word, was edited (and how), or is not ours; and for each",
      "it says what it rests on. Reads plain text, HTML or Markdown from FILE, or from standard",
      "input. Versions that do not verify are passed over and named.",
      "Exit codes: 0 word for word in what is current, 10 all ours, but some edited or only in a",
      "past version, 20 some not ours, 64 excerpt too long, empty or keys unusable, 65 not UTF-8,",
      "66 no such file or site, 69 no database."
    })
final class CheckExcerptCommand implements Callable<Integer> {

  /** The largest file read, in bytes: the longest excerpt with its markup, at most four each. */
  static final int MOST_BYTES = 4 * Excerpt.MOST_WITH_MARKUP;

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The excerpt; without it, or with -, standard input.")
  private @Nullable String file;

  @Option(
      names = "--site",
      paramLabel = "FOLDER",
      description =
          "A published site to look in, without a database. Default: the newsroom's database.")
  private @Nullable Path site;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "With --site: public keys that you did not get together with the site.")
  private @Nullable Path trust;

  @Option(names = "--json", description = "Print the answer as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (trust != null && site == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--trust says whose keys a copy of a site must bear, so it goes with --site; without it"
              + " the newsroom's own index is asked.");
    }
    Excerpt excerpt;
    try {
      excerpt = Excerpt.read(text(bytes()));
    } catch (ExcerptRefusedException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    PublishedIndex.Gathered published =
        site == null ? PublishedIndex.ofNewsroom(places) : PublishedIndex.ofSite(site, trust);
    ExcerptAnswer answer = ExcerptCheck.check(excerpt, published.index());
    out.print(json ? AnswerJson.of(answer) + "\n" : AnswerText.of(answer));
    out.flush();
    if (!published.passedOver().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Passed over:");
      published.passedOver().forEach(sentence -> err.println("  " + sentence));
    }
    return answer.exitCode();
  }

  private byte[] bytes() {
    boolean standardInput = file == null || file.equals("-");
    String name = standardInput ? "standard input" : file;
    try (InputStream in = standardInput ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "The excerpt in "
                + name
                + " has more than "
                + MOST_BYTES
                + " bytes. Give the sentences you ask about alone.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "There is no file " + name + ". Give one that holds the excerpt.");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "The excerpt in " + name + " cannot be read (" + Failures.why(e) + ").");
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "The excerpt is not in UTF-8. Save it as UTF-8 and give it again.");
    }
  }
}
