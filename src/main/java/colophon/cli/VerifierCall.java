package colophon.cli;

import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier is asked for.
 *
 * @param targets at least one
 * @param trust keys obtained elsewhere; null for none
 * @param json whether a program reads the answer
 */
record VerifierCall(List<Path> targets, @Nullable Path trust, boolean json) {

  VerifierCall {
    targets = List.copyOf(targets);
  }

  /**
   * Reads a call of the usual form: files, {@code --trust FILE}, {@code --json}. The library for
   * command lines takes a sixth of the time in which one page is verified, so it is asked only
   * where this form is left: then there is nothing.
   */
  static Optional<VerifierCall> usual(String[] arguments) {
    var targets = new ArrayList<Path>();
    Path trust = null;
    boolean json = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--json") && !json) {
        json = true;
      } else if (arguments[i].equals("--trust") && trust == null && i + 1 < arguments.length) {
        i++;
        if (!isPlace(arguments[i])) {
          return Optional.empty();
        }
        trust = Path.of(arguments[i]);
      } else if (isPlace(arguments[i])) {
        targets.add(Path.of(arguments[i]));
      } else {
        return Optional.empty();
      }
    }
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(new VerifierCall(targets, trust, json));
  }

  /** Whether an argument can only be a file's name: no option, and no file of arguments. */
  private static boolean isPlace(String argument) {
    try {
      return !argument.isEmpty()
          && argument.charAt(0) != '-'
          && argument.charAt(0) != '@'
          && !Path.of(argument).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Verifies and prints; the exit code is that of the worst target. */
  int run(PrintWriter out) {
    int worst = 0;
    for (Path target : targets) {
      Report report = Verifier.verify(target, trust, Instant.now());
      out.println(json ? report.json() : report.text());
      worst = Math.max(worst, report.exitCode());
    }
    return worst;
  }
}
