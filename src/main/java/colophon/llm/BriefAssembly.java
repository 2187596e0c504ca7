package colophon.llm;

import colophon.article.Article;
import colophon.brief.Amending;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.llm.BriefAnswer.BodyLine;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.BriefAnswer.Subhead;
import colophon.story.Dossier;
import colophon.story.PassageId;
import colophon.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** Builds a brief from an answer: gives each sentence its id and its citations. */
final class BriefAssembly {

  private final Dossier dossier;
  private final Language language;

  BriefAssembly(Dossier dossier, Language language) {
    this.dossier = dossier;
    this.language = language;
  }

  Brief assemble(BriefAnswer answer) {
    return new Brief(
        language,
        sentence("h", Role.HEADLINE, answer.headline()),
        sentences("d", Role.STANDFIRST, answer.standfirst()),
        sentences("l", Role.LEDE, answer.lede()),
        answer.subheads().stream().map(subhead -> section(subhead, answer.body())).toList());
  }

  private Section section(Subhead subhead, List<BodyLine> body) {
    List<SectionAnswer.BodyLine> lines =
        body.stream()
            .filter(each -> each.section() == subhead.section())
            .map(each -> new SectionAnswer.BodyLine(each.paragraph(), each.line()))
            .toList();
    return section(
        "s" + subhead.section(), new SectionAnswer(subhead.line(), lines), (place, text) -> place);
  }

  /**
   * A section that takes the place of the one under that subhead.
   *
   * @param subhead keeps its id
   * @param taken tells the ids that no sentence may have
   */
  Section again(SectionAnswer answer, String subhead, Predicate<String> taken) {
    return section(subhead, answer, (place, text) -> Amending.freeId(place, text, taken));
  }

  /**
   * A section.
   *
   * @param ids the id of a sentence from its place, such as {@code s1p2.1}, and its words
   */
  private Section section(String name, SectionAnswer answer, BinaryOperator<String> ids) {
    var byParagraph = new TreeMap<Integer, List<Line>>();
    for (SectionAnswer.BodyLine each : answer.body()) {
      byParagraph.computeIfAbsent(each.paragraph(), number -> new ArrayList<>()).add(each.line());
    }
    var paragraphs = new ArrayList<List<Sentence>>();
    for (List<Line> lines : byParagraph.values()) {
      var paragraph = new ArrayList<Sentence>();
      for (Line line : lines) {
        String place = name + "p" + (paragraphs.size() + 1) + "." + (paragraph.size() + 1);
        paragraph.add(sentence(ids.apply(place, line.text()), Role.BODY, line));
      }
      paragraphs.add(paragraph);
    }
    return new Section(sentence(name, Role.SUBHEAD, answer.subhead()), paragraphs);
  }

  private List<Sentence> sentences(String prefix, Role role, List<Line> lines) {
    var sentences = new ArrayList<Sentence>();
    for (Line line : lines) {
      sentences.add(sentence(prefix + (sentences.size() + 1), role, line));
    }
    return sentences;
  }

  private Sentence sentence(String id, Role role, Line line) {
    List<Citation> citations =
        line.passages().stream().map(passage -> citation(line.text(), passage)).toList();
    return new Sentence(id, role, line.text(), citations, new Author.Model());
  }

  private Citation citation(String sentence, PassageId id) {
    Article article = dossier.articles().get(id.source() - 1);
    return Citation.of(
        article, id.passage(), CitedSpan.find(sentence, article, article.passage(id.passage())));
  }
}
