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
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
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
    String name = "s" + subhead.section();
    var byParagraph = new TreeMap<Integer, List<Line>>();
    for (BodyLine sentence : body) {
      if (sentence.section() == subhead.section()) {
        byParagraph
            .computeIfAbsent(sentence.paragraph(), number -> new ArrayList<>())
            .add(sentence.line());
      }
    }
    var paragraphs = new ArrayList<List<Sentence>>();
    for (List<Line> lines : byParagraph.values()) {
      paragraphs.add(sentences(name + "p" + (paragraphs.size() + 1) + ".", Role.BODY, lines));
    }
    return new Section(sentence(name, Role.SUBHEAD, subhead.line()), paragraphs);
  }

  /**
   * A section that takes the place of the one under that subhead.
   *
   * @param subhead keeps its id
   * @param taken tells the ids that no sentence may have
   */
  Section again(SectionAnswer answer, String subhead, Predicate<String> taken) {
    var byParagraph = new TreeMap<Integer, List<Line>>();
    for (SectionAnswer.BodyLine each : answer.body()) {
      byParagraph.computeIfAbsent(each.paragraph(), n -> new ArrayList<>()).add(each.line());
    }
    var used = new HashSet<String>();
    var paragraphs = new ArrayList<List<Sentence>>();
    for (List<Line> lines : byParagraph.values()) {
      var paragraph = new ArrayList<Sentence>();
      for (Line line : lines) {
        String place = subhead + "p" + (paragraphs.size() + 1) + "." + (paragraph.size() + 1);
        String id =
            Amending.freeId(place, line.text(), each -> taken.test(each) || used.contains(each));
        used.add(id);
        paragraph.add(sentence(id, Role.BODY, line));
      }
      paragraphs.add(paragraph);
    }
    return new Section(sentence(subhead, Role.SUBHEAD, answer.subhead()), paragraphs);
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
