package colophon.cli;

import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one digit in a copy of a published page and shows what the verifier says. */
final class Tampering {

  private static final Pattern BODY_DIGIT = Pattern.compile("(?s)<main.*?>[^<]*?([0-9])[^<]*<");

  private Tampering() {}

  static int show(Places places, PrintWriter text) {
    try {
      Path version = aVersion(places.site().resolve("briefs"));
      Path copy = places.home().resolve("tampered").resolve("v1");
      copyFolder(version, copy);
      Path page = copy.resolve("index.html");
      String before = Files.readString(page);
      Matcher digit = BODY_DIGIT.matcher(before);
      if (!digit.find()) {
        throw new CommandFailure(ExitCode.NOT_FOUND, "The page " + page + " holds no digit.");
      }
      int at = digit.start(1);
      char was = before.charAt(at);
      char is = was == '9' ? '0' : (char) (was + 1);
      Files.writeString(page, before.substring(0, at) + is + before.substring(at + 1));

      Path keys = places.home().resolve("keys");
      Report untouched = Verifier.verify(version, keys, Instant.now());
      Report tampered = Verifier.verify(copy, keys, Instant.now());
      text.println("The page as published: " + untouched.outcome());
      text.println("  " + version.resolve("index.html"));
      text.println();
      text.println("A copy in which one digit was changed, " + was + " to " + is + ":");
      text.println("  " + around(before, at) + "  ->  " + is);
      text.println("  " + page);
      text.println();
      text.println("The verifier says " + tampered.outcome() + ":");
      tampered
          .findings(Severity.FAILED)
          .forEach(finding -> text.println("  " + finding.subject() + ": " + finding.sentence()));
      return untouched.outcome() == Outcome.TRUSTED && tampered.outcome() == Outcome.INVALID
          ? ExitCode.DONE
          : ExitCode.NOT_ALL_DONE;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CANNOT_WRITE,
          "The copy could not be made below " + places.home() + " (" + e.getMessage() + ").");
    }
  }

  private static Path aVersion(Path briefs) throws IOException {
    try (var all = Files.walk(briefs, 2)) {
      return all.filter(path -> Files.exists(path.resolve("index.html")))
          .filter(path -> Files.exists(path.resolve("brief.txt")))
          .sorted()
          .findFirst()
          .orElseThrow(() ->
              new CommandFailure(
                  ExitCode.NOT_FOUND, "No published version stands in " + briefs + "."));
    }
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String around(String page, int at) {
    String piece = page.substring(Math.max(0, at - 40), Math.min(page.length(), at + 20));
    return new String(piece.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replaceAll("<[^>]*>?", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
