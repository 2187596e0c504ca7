package colophon.review;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Sentence;
import colophon.grounding.Conflict;
import colophon.grounding.FiguresTold;
import colophon.story.Dossier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A conflict of sources matters where a brief repeats one of the figures without the other. */
final class SourcesDiffer {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)*");

  private final Brief brief;
  private final Dossier dossier;
  private final FiguresTold told;

  SourcesDiffer(Brief brief, Dossier dossier) {
    this.brief = brief;
    this.dossier = dossier;
    this.told = new FiguresTold(brief.language());
  }

  /** The mark for a conflict; empty where the brief tells all of its figures or none. */
  Optional<Flag> flag(Conflict conflict) {
    List<Conflict.Claim> claims =
        conflict.claims().stream()
            .filter(claim -> conflict.claims().stream().anyMatch(other -> contradict(claim, other)))
            .toList();
    List<Conflict.Claim> repeated = claims.stream().filter(this::repeated).toList();
    long figures = claims.stream().map(Conflict.Claim::figure).distinct().count();
    long repeatedFigures = repeated.stream().map(Conflict.Claim::figure).distinct().count();
    if (repeatedFigures == 0 || repeatedFigures == figures) {
      return Optional.empty();
    }
    String listed =
        claims.stream()
            .map(claim ->
                claim.figure()
                    + " ("
                    + dossier.article(claim.articleId()).map(Article::outlet).orElse("a source")
                    + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Flag(
            Flag.Kind.SOURCES_DIFFER,
            "The sources differ on "
                + conflict.about()
                + ": "
                + listed
                + "; the brief tells one side as a fact.",
            telling(repeated)));
  }

  /** A source that tells the other's figure too does not contradict it: they count two things. */
  private boolean contradict(Conflict.Claim one, Conflict.Claim other) {
    return !one.articleId().equals(other.articleId())
        && !one.figure().equals(other.figure())
        && !tells(one.articleId(), other.figure())
        && !tells(other.articleId(), one.figure());
  }

  private boolean tells(String articleId, String figure) {
    var number = NUMBER.matcher(figure);
    String wanted = number.find() ? number.group() : figure;
    return dossier.article(articleId).map(article -> article.text().contains(wanted)).orElse(false);
  }

  /** The sentences that tell one of the figures as a fact. */
  private List<String> telling(List<Conflict.Claim> claims) {
    return brief.sentences().stream()
        .filter(sentence -> claims.stream().anyMatch(claim -> repeats(sentence, claim)))
        .map(Sentence::id)
        .toList();
  }

  private boolean repeated(Conflict.Claim claim) {
    return brief.sentences().stream().anyMatch(sentence -> repeats(sentence, claim));
  }

  /** Whether a sentence tells the figure as a fact, without saying whose it is. */
  private boolean repeats(Sentence sentence, Conflict.Claim claim) {
    return sentence.citations().stream()
            .anyMatch(citation -> citation.articleId().equals(claim.articleId()))
        && !namesOutlet(sentence, claim)
        && told.in(sentence.text(), claim);
  }

  private boolean namesOutlet(Sentence sentence, Conflict.Claim claim) {
    String outlet = dossier.article(claim.articleId()).map(Article::outlet).orElse("");
    return !outlet.isEmpty() && sentence.text().contains(outlet);
  }
}
