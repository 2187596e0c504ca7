package colophon.grounding;

import java.util.List;

/** The verdict on one sentence with every check behind it. */
public record SentenceFinding(
    String sentenceId, String text, Verdict verdict, List<CheckResult> checks) {
  public SentenceFinding {
    checks = List.copyOf(checks);
  }
}
