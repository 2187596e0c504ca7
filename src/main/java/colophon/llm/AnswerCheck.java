package colophon.llm;

import colophon.brief.Style;
import colophon.llm.BriefAnswer.Line;
import colophon.story.PassageId;
import colophon.text.Language;
import colophon.text.Languages;
import colophon.text.NormalText;
import colophon.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks an answer against what was ordered. What the sentences claim is not judged here; grounding
 * does that.
 */
final class AnswerCheck {

  /** The most sentences of standfirst and lede. */
  static final int MOST_STANDFIRST = 3;

  static final int MOST_LEDE = 6;

  /** The longest headline and subhead, in words. */
  static final int MOST_HEADLINE_WORDS = 24;

  static final int MOST_SUBHEAD_WORDS = 14;

  private static final Pattern LINK =
      Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,20}://\\S+|\\bwww\\.\\S+|\\bmailto:\\S+");
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[A-Za-z!][^<>]*>|\\]\\(|\\*\\*|__|`|^\\s*(#{1,6}|[-*+])\\s|\\[\\d+(\\.\\d+)?\\]|&(#\\d+|#x[0-9a-fA-F]+|[a-z]{2,8});");

  private final PassagesMessage message;
  private final Set<PassageId> known;

  AnswerCheck(PassagesMessage message) {
    this.message = message;
    this.known =
        message.sources().stream()
            .flatMap(source -> source.passages().stream())
            .map(PassagesMessage.PassageText::id)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /** The answer, free of marks, or the first thing wrong with it. */
  BriefAnswer check(String json) throws MessageFormatException {
    BriefAnswer answer = BriefAnswer.parse(message.marker().unmark(json));
    line("headline", answer.headline());
    lines("standfirst", answer.standfirst());
    lines("lede", answer.lede());
    lines("subheads", answer.subheads().stream().map(BriefAnswer.Subhead::line).toList());
    lines("body", answer.body().stream().map(BriefAnswer.BodyLine::line).toList());
    shape(answer);
    language("the brief", texts(answer).collect(Collectors.joining("\n")));
    return answer;
  }

  /** The answer to a request for a section, free of marks, or the first thing wrong with it. */
  SectionAnswer section(String json, SectionRequest request) throws MessageFormatException {
    SectionAnswer answer = SectionAnswer.parse(message.marker().unmark(json));
    line("subhead", answer.subhead());
    lines("body", answer.body().stream().map(SectionAnswer.BodyLine::line).toList());
    most("subhead", "words", Words.count(answer.subhead().text()), MOST_SUBHEAD_WORDS);
    List<String> texts = answer.body().stream().map(each -> each.line().text()).toList();
    length(
        "the section",
        texts.stream().mapToInt(Words::count).sum(),
        request.leastWords(),
        request.mostWords());
    language("the section", String.join("\n", texts));
    return answer;
  }

  private void lines(String where, List<Line> lines) throws MessageFormatException {
    for (int i = 0; i < lines.size(); i++) {
      line(where + "[" + i + "]", lines.get(i));
    }
  }

  private void line(String where, Line line) throws MessageFormatException {
    for (PassageId id : line.passages()) {
      if (!known.contains(id)) {
        throw new MessageFormatException(
            where + ".passages: the message has no passage \"" + id + "\"");
      }
    }
    refuse(where, LINK.matcher(line.text()), "a link");
    refuse(where, MARKUP.matcher(line.text()), "markup");
    if (!NormalText.withoutInvisible(line.text()).equals(line.text())) {
      throw new MessageFormatException(
          where + ".text: expected plain text, found characters that a reader cannot see");
    }
    if (line.text().codePoints().noneMatch(Character::isLetter)) {
      throw new MessageFormatException(where + ".text: expected a sentence, found no letter");
    }
  }

  private static void refuse(String where, Matcher matcher, String what)
      throws MessageFormatException {
    if (matcher.find()) {
      throw new MessageFormatException(
          where + ".text: expected plain text, found " + what + " (" + matcher.group() + ")");
    }
  }

  private void shape(BriefAnswer answer) throws MessageFormatException {
    Style style = message.style();
    most("standfirst", "sentences", answer.standfirst().size(), MOST_STANDFIRST);
    most("lede", "sentences", answer.lede().size(), MOST_LEDE);
    most("subheads", "sections", answer.subheads().size(), style.sections());
    most("headline", "words", Words.count(answer.headline().text()), MOST_HEADLINE_WORDS);
    for (BriefAnswer.Subhead subhead : answer.subheads()) {
      String where = "subheads[" + (subhead.section() - 1) + "]";
      most(where, "words", Words.count(subhead.line().text()), MOST_SUBHEAD_WORDS);
    }
    length(
        "the brief",
        texts(answer).mapToInt(Words::count).sum(),
        style.leastWords(),
        style.mostWords());
  }

  private static void length(String what, int words, int least, int most)
      throws MessageFormatException {
    if (words < least || words > most) {
      throw new MessageFormatException(
          what + ": expected " + least + " to " + most + " words, found " + words);
    }
  }

  private static void most(String where, String what, int found, int most)
      throws MessageFormatException {
    if (found > most) {
      throw new MessageFormatException(
          where + ": expected at most " + most + " " + what + ", found " + found);
    }
  }

  private void language(String what, String text) throws MessageFormatException {
    Language expected = message.style().language();
    Language found = Languages.detect(text);
    if (!found.equals(Language.UNKNOWN) && !found.equals(expected)) {
      throw new MessageFormatException(
          what + ": expected the language \"" + expected + "\", found \"" + found + "\"");
    }
  }

  private static Stream<String> texts(BriefAnswer answer) {
    return Stream.of(
            Stream.of(answer.headline()),
            answer.standfirst().stream(),
            answer.lede().stream(),
            answer.subheads().stream().map(BriefAnswer.Subhead::line),
            answer.body().stream().map(BriefAnswer.BodyLine::line))
        .flatMap(part -> part)
        .map(Line::text);
  }
}
