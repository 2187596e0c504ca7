package colophon.llm;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.llm.BriefAnswer.BodyLine;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.BriefAnswer.Subhead;
import colophon.story.Dossier;
import colophon.story.PassageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A brief as it stands, in the form of an answer, for a model that is to write one section of it
 * again. What rests on anything but passages that the model was given is left out: it may be
 * something that nobody outside is to know.
 */
final class PresentBrief {

  private final Dossier dossier;
  private final List<String> ids;

  PresentBrief(Dossier dossier) {
    this.dossier = dossier;
    this.ids = dossier.articles().stream().map(Article::id).toList();
  }

  /** What the model is shown as its answer so far. */
  BriefAnswer answer(Brief brief) {
    var subheads = new ArrayList<Subhead>();
    var body = new ArrayList<BodyLine>();
    for (Section section : shown(brief)) {
      int number = subheads.size() + 1;
      subheads.add(new Subhead(number, line(section.subhead()).orElseThrow()));
      for (int i = 0; i < section.paragraphs().size(); i++) {
        for (Line line : lines(section.paragraphs().get(i))) {
          body.add(new BodyLine(number, i + 1, line));
        }
      }
    }
    Line headline =
        line(brief.headline())
            .orElseGet(() -> new Line(title(brief), List.of(new PassageId(1, 1))));
    return new BriefAnswer(
        headline,
        linesOr(headline, brief.standfirst()),
        linesOr(headline, brief.lede()),
        subheads,
        body);
  }

  /** Which of the sections shown is under that subhead, from 1; empty where it cannot be shown. */
  Optional<Integer> number(Brief brief, String subhead) {
    List<Section> shown = shown(brief);
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).subhead().id().equals(subhead)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private List<Section> shown(Brief brief) {
    return brief.sections().stream()
        .filter(section -> section.sentences().stream().skip(1).anyMatch(this::known))
        .filter(section -> known(section.subhead()))
        .toList();
  }

  /** A title that was published stands for a headline that rests on something else. */
  private String title(Brief brief) {
    return dossier.articles().isEmpty()
        ? brief.language().tag()
        : dossier.articles().getFirst().title();
  }

  private List<Line> lines(List<Sentence> sentences) {
    return sentences.stream().flatMap(sentence -> line(sentence).stream()).toList();
  }

  /** No part of an answer is without a sentence. */
  private List<Line> linesOr(Line instead, List<Sentence> sentences) {
    List<Line> lines = lines(sentences);
    return lines.isEmpty() ? List.of(instead) : lines;
  }

  private boolean known(Sentence sentence) {
    return !sentence.citations().isEmpty()
        && sentence.citations().stream().allMatch(each -> ids.contains(each.articleId()));
  }

  private Optional<Line> line(Sentence sentence) {
    return known(sentence)
        ? Optional.of(
            new Line(
                sentence.text(),
                sentence.citations().stream()
                    .map(each -> new PassageId(ids.indexOf(each.articleId()) + 1, each.passage()))
                    .distinct()
                    .limit(BriefAnswer.MOST_PASSAGES)
                    .toList()))
        : Optional.empty();
  }
}
