package colophon.grounding;

import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.story.Dossier;
import colophon.text.Embedder;
import colophon.text.Language;
import java.util.ArrayList;
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

  private Grounder() {}

  /**
   * Checks a brief.
   *
   * @param dossier the story's revision that the brief was written from
   * @param embedder embeds in the language of the brief as well as it can
   */
  public static GroundingReport check(
      Brief brief, Dossier dossier, Embedder embedder, Thresholds thresholds) {
    Map<Sentence, Evidence> cited = new LinkedHashMap<>();
    brief.sentences().forEach(sentence -> cited.put(sentence, Evidence.of(sentence, dossier)));
    var similarity = new Similarity(cited, embedder);
    var names = new NameCheck();
    List<SentenceFinding> findings =
        brief.sentences().stream()
            .map(sentence ->
                finding(
                    sentence,
                    brief.language(),
                    dossier,
                    evidenceOf(cited, sentence),
                    names,
                    similarity,
                    thresholds))
            .toList();
    return new GroundingReport(findings, Conflicts.find(dossier, embedder), VERSION);
  }

  private static SentenceFinding finding(
      Sentence sentence,
      Language language,
      Dossier dossier,
      Evidence evidence,
      NameCheck names,
      Similarity similarity,
      Thresholds thresholds) {
    var checks = new ArrayList<Checked>();
    checks.add(passagesExist(sentence, dossier));
    if (checks.getFirst().result().passed()) {
      checks.add(Checked.of(Quotations.check(sentence, evidence, language)));
      checks.add(Checked.of(FigureCheck.check(sentence, evidence, language)));
      checks.add(Checked.of(DateCheck.check(sentence, evidence)));
      checks.add(names.check(sentence, evidence, language));
      checks.add(similarity.check(sentence, evidence, language, thresholds));
    }
    return new SentenceFinding(
        sentence.id(),
        sentence.text(),
        verdict(checks),
        checks.stream().map(Checked::result).toList());
  }

  private static Evidence evidenceOf(Map<Sentence, Evidence> cited, Sentence sentence) {
    return Objects.requireNonNull(cited.get(sentence), "every sentence has its evidence");
  }

  private static Checked passagesExist(Sentence sentence, Dossier dossier) {
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
