package colophon.verify;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * How a verification ended and everything it found.
 *
 * @param target what was verified
 * @param versions how many versions were looked at
 * @param keys the keys that checks were made with
 */
public record Report(
    String target, Outcome outcome, int versions, List<KeyUsed> keys, List<Finding> findings) {

  /** The exit code of a command that was given something it cannot work on. */
  public static final int EXIT_USAGE = 64;

  /** The exit code after a mistake of ours. */
  public static final int EXIT_INTERNAL = 70;

  public Report {
    keys = List.copyOf(keys);
    findings = List.copyOf(findings);
  }

  /** 0 trusted, 10 valid, 20 invalid, 64 a question that cannot be asked, 70 a mistake of ours. */
  public int exitCode() {
    int exitCode = outcome.exitCode();
    for (Finding finding : findings) {
      if (finding.code() == Code.VERIFIER_FAULT) {
        return EXIT_INTERNAL;
      }
      if (finding.code().usage()) {
        exitCode = EXIT_USAGE;
      }
    }
    return exitCode;
  }

  /** The findings of that severity, in order. */
  public List<Finding> findings(Severity severity) {
    var some = new ArrayList<Finding>();
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        some.add(finding);
      }
    }
    return some;
  }

  /** For a person: what was checked, with which keys, and what this does not show. */
  public String text() {
    var out = new StringBuilder();
    out.append(outcome.name()).append("  ").append(Finding.shown(target)).append('\n');
    section(out, "What is wrong", Severity.FAILED);
    section(out, "What was checked", Severity.PASSED);
    if (!keys.isEmpty()) {
      out.append("\nWith these keys\n");
      for (KeyUsed key : keys) {
        out.append("  ").append(key.use().word()).append(' ').append(key.keyId());
        out.append(key.elsewhere() ? ", obtained elsewhere\n" : ", found beside what it signs\n");
      }
    }
    section(out, "What this does not show", Severity.NOTED);
    return out.append('\n').append(outcome.conclusion()).append('\n').toString();
  }

  private void section(StringBuilder out, String title, Severity severity) {
    List<Finding> some = findings(severity);
    if (some.isEmpty()) {
      return;
    }
    out.append('\n').append(title).append('\n');
    for (Finding finding : some) {
      out.append("  ").append(finding.subject()).append(": ").append(finding.sentence());
      out.append(" [").append(finding.code().text()).append("]\n");
    }
  }

  /** For a program: canonical JSON. */
  public String json() {
    var used = new ArrayList<Json>();
    for (KeyUsed key : keys) {
      used.add(key.json());
    }
    var found = new ArrayList<Json>();
    for (Finding finding : findings) {
      found.add(
          Json.object(
              "code",
              Json.of(finding.code().text()),
              "severity",
              Json.of(word(finding.severity())),
              "subject",
              Json.of(finding.subject()),
              "sentence",
              Json.of(finding.sentence())));
    }
    return CanonicalJson.text(
        Json.object(
            "target",
            Json.of(Finding.shown(target)),
            "outcome",
            Json.of(outcome.name()),
            "exitCode",
            Json.of(exitCode()),
            "versions",
            Json.of(versions),
            "keys",
            Json.array(used),
            "findings",
            Json.array(found),
            "conclusion",
            Json.of(outcome.conclusion())));
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case PASSED -> "passed";
      case NOTED -> "noted";
      case FAILED -> "failed";
    };
  }
}
