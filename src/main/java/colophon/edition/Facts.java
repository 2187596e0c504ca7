package colophon.edition;

import colophon.brief.Author;
import colophon.brief.Writing;
import colophon.grounding.Verdict;
import colophon.review.Approved;
import colophon.review.Reviewer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a brief was made, in words for readers: who wrote, what was checked, who looked. */
final class Facts {

  private final Words words;
  private final Approved approved;
  private final Imprint imprint;

  Facts(Words words, Approved approved, Imprint imprint) {
    this.words = words;
    this.approved = approved;
    this.imprint = imprint;
  }

  List<Layout.Fact> list() {
    return List.of(
        fact("writer", writer()),
        fact("check", check()),
        fact("changes", changes()),
        fact("review", review()));
  }

  private Layout.Fact fact(String name, String value) {
    return new Layout.Fact(words.text(name), CleanText.line(value));
  }

  private String writer() {
    List<Writing> models =
        approved.draft().writings().stream()
            .filter(writing -> !DigitalSourceType.isExtractive(writing))
            .toList();
    return models.isEmpty()
        ? words.text("writer.extractive")
        : words.text(
            "writer.model",
            "model",
            each(models, Facts::model),
            "provider",
            each(models, Writing::provider));
  }

  private static String each(List<Writing> models, Function<Writing, String> name) {
    return models.stream().map(name).distinct().collect(Collectors.joining(", "));
  }

  private static String model(Writing writing) {
    return writing.modelVersion().isBlank() ? writing.model() : writing.modelVersion();
  }

  private String check() {
    var findings = approved.grounding().findings();
    long passed =
        findings.stream().filter(found -> found.verdict() instanceof Verdict.NoMismatch).count();
    return passed == findings.size()
        ? words.text("check.clean", "all", findings.size())
        : words.text("check.mixed", "passed", passed, "all", findings.size());
  }

  private String changes() {
    var sentences = approved.draft().brief().sentences();
    long changed = sentences.stream().filter(s -> s.author() instanceof Author.Person).count();
    return changed == 0
        ? words.text("changes.none")
        : words.text("changes.some", "changed", changed, "all", sentences.size());
  }

  private String review() {
    return switch (approved.reviewer()) {
      case Reviewer.Person person ->
          words.text(
              "review.person",
              "name",
              person.name(),
              "role",
              person.role(),
              "date",
              words.moment(approved.decidedAt().atZone(imprint.zone()).toOffsetDateTime()));
      case Reviewer.Policy policy -> words.text("review.policy", "pipeline", policy.pipeline());
    };
  }
}
