package colophon.llm;

import colophon.brief.Brief;
import colophon.brief.Section;
import colophon.brief.SectionOrder;
import colophon.brief.Sentence;
import colophon.text.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message that asks for a section again, after the passages and the brief as it stands. Its
 * first two lines have one fixed form, and the rest says in words what they mean:
 *
 * <pre>
 * section/1 number=2 leastWords=10 mostWords=160
 * note: More about the harbour, less about the minister.
 * </pre>
 *
 * @param number the section, from 1, among those that the message before shows
 * @param note in one line; may be empty
 */
record SectionRequest(int number, int leastWords, int mostWords, String note) {

  /** A section shorter than this says nothing, in words. */
  static final int LEAST_WORDS = 10;

  /** What a section may have at least, where the rest of the brief is long already, in words. */
  private static final int LEAST_MOST = 60;

  private static final Pattern HEAD =
      Pattern.compile(
          "section/1 number=(\\d{1,2}) leastWords=(\\d{1,5}) mostWords=(\\d{1,5})\nnote: ?([^\n]*)\n");

  private static final String FORM = SystemMessages.read("section-1.md");

  static SectionRequest of(SectionOrder order, int number) {
    Brief brief = order.present();
    int others =
        words(brief.sentences())
            - brief
                .section(order.section())
                .map(Section::sentences)
                .map(SectionRequest::words)
                .orElse(0);
    return new SectionRequest(
        number,
        LEAST_WORDS,
        Math.max(LEAST_MOST, order.style().mostWords() - others),
        PassagesMessage.oneLine(order.note()));
  }

  private static int words(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::text).mapToInt(Words::count).sum();
  }

  /** The message as sent. */
  String format() {
    return "section/1 number=%d leastWords=%d mostWords=%d\nnote: %s\n\n%s"
        .formatted(number, leastWords, mostWords, note, FORM);
  }

  /** Whether a message of a conversation is one of these. */
  static boolean recognises(String message) {
    return message.startsWith("section/1 ");
  }

  /** Reads the form that {@link #format} writes. */
  static SectionRequest parse(String message) throws MessageFormatException {
    Matcher head = HEAD.matcher(message);
    if (!head.lookingAt()) {
      throw new MessageFormatException("expected a request for a section");
    }
    return new SectionRequest(
        Integer.parseInt(head.group(1)),
        Integer.parseInt(head.group(2)),
        Integer.parseInt(head.group(3)),
        head.group(4));
  }
}
