package colophon.review;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Draft;
import colophon.brief.Sentence;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Verdict;
import colophon.story.Dossier;
import colophon.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for every reason why a person should see a draft before readers do. */
public final class Flags {

  private Flags() {}

  /**
   * All reasons, the gravest first.
   *
   * @param leastSources how many independent sources the pipeline asks for
   */
  public static List<Flag> of(
      Draft draft, Dossier dossier, GroundingReport report, ReviewPolicy policy, int leastSources) {
    var flags = new ArrayList<Flag>();
    report.findings().forEach(finding -> sourceCheck(finding, flags));
    suspicious(draft.brief(), dossier, flags);
    LegalTopics.in(draft.brief(), dossier)
        .ifPresent(reason -> flags.add(new Flag(Flag.Kind.NEEDS_LEGAL_READ, reason)));
    singleSource(draft.brief(), dossier, leastSources, flags);
    var differences = new SourcesDiffer(draft.brief(), dossier);
    report.conflicts().forEach(conflict -> differences.flag(conflict).ifPresent(flags::add));
    translation(draft.brief(), dossier, flags);
    if (policy == ReviewPolicy.ALWAYS) {
      flags.add(
          new Flag(Flag.Kind.POLICY, "The pipeline asks for an editor's look at every brief."));
    }
    return List.copyOf(flags);
  }

  private static void sourceCheck(SentenceFinding finding, List<Flag> flags) {
    switch (finding.verdict()) {
      case Verdict.NoMismatch ignored -> {}
      case Verdict.Weak weak -> flags.add(sourceCheck(finding, weak.why()));
      case Verdict.Unsupported unsupported -> flags.add(sourceCheck(finding, unsupported.why()));
    }
  }

  private static Flag sourceCheck(SentenceFinding finding, String why) {
    return new Flag(
        Flag.Kind.SOURCE_CHECK,
        "The sentence \"" + finding.text() + "\" failed a source check. " + why,
        List.of(finding.sentenceId()));
  }

  private static void suspicious(Brief brief, Dossier dossier, List<Flag> flags) {
    var seen = new TreeSet<String>();
    for (Sentence sentence : brief.sentences()) {
      for (Citation citation : sentence.citations()) {
        String why = suspicion(citation, dossier);
        if (why != null && seen.add(citation.articleId() + " " + citation.passage())) {
          flags.add(
              new Flag(
                  Flag.Kind.SUSPICIOUS_PASSAGE,
                  "The sentence \""
                      + sentence.text()
                      + "\" rests on a passage that reads like an instruction to a machine: "
                      + why,
                  List.of(sentence.id())));
        }
      }
    }
    for (Article article : dossier.articles()) {
      for (Passage passage : article.passages()) {
        if (passage.suspicious() != null && seen.add(article.id() + " " + passage.number())) {
          flags.add(withheld(article, passage.number(), passage.suspicious()));
        }
      }
    }
  }

  /** Writers are not given such a passage, but the article it stands in is another's to trust. */
  private static Flag withheld(Article article, int passage, String why) {
    return new Flag(
        Flag.Kind.SUSPICIOUS_PASSAGE,
        "The article by "
            + article.outlet()
            + " holds a passage (number "
            + passage
            + ") that reads like an instruction to a machine and was kept from the writer: "
            + why);
  }

  private static @Nullable String suspicion(Citation citation, Dossier dossier) {
    Article article = dossier.article(citation.articleId()).orElse(null);
    boolean exists =
        article != null
            && citation.passage() >= 1
            && citation.passage() <= article.passages().size();
    return article != null && exists ? article.passage(citation.passage()).suspicious() : null;
  }

  private static void singleSource(
      Brief brief, Dossier dossier, int leastSources, List<Flag> flags) {
    SortedSet<String> cited = new TreeSet<>();
    for (String id : brief.citedArticleIds()) {
      // What the newsroom knows itself is no second source for what it writes.
      if (dossier.article(id).isPresent() && dossier.note(id).isEmpty()) {
        cited.add(dossier.originOf(id).name());
      }
    }
    // One source alone never goes out by itself, whatever a pipeline asks for.
    if (cited.size() < Math.max(2, leastSources)) {
      flags.add(
          new Flag(
              Flag.Kind.SINGLE_SOURCE,
              "It rests on "
                  + (cited.size() == 1
                      ? "one independent source, " + cited.first() + "."
                      : cited.size()
                          + " independent sources where the pipeline asks for "
                          + leastSources
                          + ".")));
    }
  }

  private static void translation(Brief brief, Dossier dossier, List<Flag> flags) {
    SortedSet<String> foreign = new TreeSet<>();
    for (String id : brief.citedArticleIds()) {
      dossier
          .article(id)
          .filter(article -> !article.language().equals(brief.language()))
          .filter(article -> !article.language().equals(Language.UNKNOWN))
          .ifPresent(article -> foreign.add(article.outlet()));
    }
    if (!foreign.isEmpty()) {
      flags.add(
          new Flag(
              Flag.Kind.TRANSLATION,
              "It carries over what "
                  + String.join(", ", foreign)
                  + " wrote in another language; somebody who reads it must compare."));
    }
  }
}
