package colophon.grounding;

import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.story.Dossier;
import colophon.text.Embedder;
import colophon.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds each sentence of a brief against the passages it cites. Every check runs; the first that
 * fails decides the verdict. It finds mismatches and never says that something is true.
 */
public final class Grounder {

  /** The name and version of these checks, as each report states it. */
  public static final String VERSION = "grounder/1";

  private final Brief brief;
  private final Dossier dossier;
  private final Thresholds thresholds;
  private final NameCheck names = new NameCheck();
  private final Map<Sentence, Evidence> cited = new LinkedHashMap<>();
  private final Similarity similarity;

  private Grounder(
      Brief brief,
      List<Sentence> sentences,
      Dossier dossier,
      Embedder embedder,
      Thresholds thresholds) {
    this.brief = brief;
    this.dossier = dossier;
    this.thresholds = thresholds;
    var read = new HashMap<String, Cited>();
    for (Sentence sentence : sentences) {
      cited.put(sentence, Evidence.of(sentence, dossier, read));
    }
    this.similarity = new Similarity(cited, embedder);
  }

  /**
   * Checks a brief, headline, standfirst and subheads like any sentence.
   *
   * @param dossier the story's revision that the brief was written from
   * @param embedder one call embeds all that is compared
   */
  public static GroundingReport check(
      Brief brief, Dossier dossier, Embedder embedder, Thresholds thresholds) {
    var grounder = new Grounder(brief, brief.sentences(), dossier, embedder, thresholds);
    var findings = new ArrayList<SentenceFinding>();
    grounder.cited.forEach(
        (sentence, evidence) -> findings.add(grounder.finding(sentence, evidence)));
    return new GroundingReport(findings, Conflicts.find(dossier, embedder), VERSION);
  }

  /**
   * Checks a brief again after a person changed it: only the sentences that are not as they were.
   * What the sources differ on is a matter of the sources and stays. A report by other checks than
   * these is not built on.
   *
   * @param before the brief as it was checked
   * @param report of it
   */
  public static GroundingReport recheck(
      Brief before,
      GroundingReport report,
      Brief brief,
      Dossier dossier,
      Embedder embedder,
      Thresholds thresholds) {
    if (!report.grounder().equals(VERSION)) {
      return check(brief, dossier, embedder, thresholds);
    }
    var known = new HashMap<Sentence, SentenceFinding>();
    for (Sentence sentence : before.sentences()) {
      report.findings().stream()
          .filter(finding -> finding.sentenceId().equals(sentence.id()))
          .findFirst()
          .ifPresent(finding -> known.put(sentence, finding));
    }
    List<Sentence> changed =
        brief.sentences().stream().filter(sentence -> !known.containsKey(sentence)).toList();
    var grounder = new Grounder(brief, changed, dossier, embedder, thresholds);
    grounder.cited.forEach(
        (sentence, evidence) -> known.put(sentence, grounder.finding(sentence, evidence)));
    return new GroundingReport(
        brief.sentences().stream()
            .map(sentence -> Objects.requireNonNull(known.get(sentence)))
            .toList(),
        report.conflicts(),
        VERSION);
  }

  /** What is embedded of a passage: its sentences, each neighbouring two, and the whole. */
  public static List<String> pieces(String passage, Language language) {
    return Similarity.pieces(passage, language);
  }

  private SentenceFinding finding(Sentence sentence, Evidence evidence) {
    var checks = new ArrayList<Checked>();
    checks.add(passagesExist(sentence));
    if (checks.getFirst().result().passed()) {
      checks.add(Checked.of(Quotations.check(sentence, evidence, brief.language())));
      checks.add(Checked.of(FigureCheck.check(sentence, evidence, brief.language())));
      checks.add(Checked.of(DateCheck.check(sentence, evidence)));
      checks.add(names.check(sentence, evidence, brief.language()));
      checks.add(similarity.check(sentence, evidence, brief.language(), thresholds));
    }
    List<CheckResult> results = checks.stream().map(Checked::result).toList();
    return new SentenceFinding(sentence.id(), sentence.text(), verdict(checks), results);
  }

  private Checked passagesExist(Sentence sentence) {
    if (sentence.citations().isEmpty()) {
      return Checked.failed(Check.PASSAGES_EXIST, "It cites no passage.");
    }
    if (sentence.citations().size() > Evidence.MOST_PASSAGES) {
      return Checked.failed(
          Check.PASSAGES_EXIST, "It cites more than " + Evidence.MOST_PASSAGES + " passages.");
    }
    for (Citation citation : sentence.citations()) {
      Optional<String> fault = Evidence.fault(citation, dossier);
      if (fault.isPresent()) {
        return Checked.failed(Check.PASSAGES_EXIST, fault.get());
      }
    }
    return Checked.passed(Check.PASSAGES_EXIST, "The passages it cites exist.");
  }

  private static Verdict verdict(List<Checked> checks) {
    Optional<Checked> failed =
        checks.stream().filter(check -> !check.result().passed() && !check.weak()).findFirst();
    if (failed.isPresent()) {
      CheckResult result = failed.get().result();
      return new Verdict.Unsupported(result.check(), result.note());
    }
    return checks.stream()
        .map(Checked::result)
        .filter(result -> !result.passed())
        .findFirst()
        .<Verdict>map(result -> new Verdict.Weak(result.check(), result.note()))
        .orElseGet(Verdict.NoMismatch::new);
  }
}
