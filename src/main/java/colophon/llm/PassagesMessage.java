package colophon.llm;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Style;
import colophon.brief.WritingOrder;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.PassageId;
import colophon.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message that carries the passages, in one fixed form:
 *
 * <pre>
 * passages/1 marker=none withheld=0 cut=0
 * brief: language=en leastWords=120 mostWords=450 sections=3 sharePercent=25 asOf=2026-01-13T05:05:00Z
 * === source 1 | outlet: Harbour Post | published: 2026-01-13T14:05+09:00 | language: en | origin: 1 | title: The title
 * [1.1] The whole passage in one line.
 * [1.2] The next.
 * === source 2 | ...
 * </pre>
 *
 * <p>Runs of white space inside a text become one space, so that no source can begin a line. What
 * is not known reads {@code unknown}. Passages marked suspicious are withheld from every writer and
 * counted; their numbers stay empty.
 *
 * @param withheld how many passages were left out because they read like instructions
 * @param cut how many were left out because the message would have been too long
 * @param asOf when the newest article was published; null where no article has a date
 */
public record PassagesMessage(
    Datamark marker,
    int withheld,
    int cut,
    Style style,
    @Nullable Instant asOf,
    List<SourceText> sources) {

  /** The most source text in one message, in bytes of UTF-8 as sent. */
  public static final int MOST_BYTES = 320_000;

  /** The most characters of an outlet or a title. */
  public static final int MOST_NAME_CHARACTERS = 300;

  private static final String FIRST = "passages/1 ";
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  public PassagesMessage {
    sources = List.copyOf(sources);
  }

  /**
   * One article of the dossier.
   *
   * @param number its place in the dossier, from 1
   * @param published null where not known
   * @param origin the independent source it belongs to, from 1 in the revision's order, the
   *     heaviest first; copies of one text share it
   */
  public record SourceText(
      int number,
      String outlet,
      @Nullable OffsetDateTime published,
      Language language,
      int origin,
      String title,
      List<PassageText> passages) {
    public SourceText {
      passages = List.copyOf(passages);
    }
  }

  /** One passage; its white space is single spaces and it bears no marks. */
  public record PassageText(PassageId id, String text) {}

  /** Whether a message of a conversation is one of these. */
  public static boolean recognises(String message) {
    return message.startsWith(FIRST);
  }

  /** The message for an order, of ordinary length. */
  public static PassagesMessage of(WritingOrder order, Datamark marker) {
    return of(order, marker, MOST_BYTES);
  }

  /**
   * The message for an order.
   *
   * @param mostBytes the most source text it may carry; each article gets an even share, and what
   *     is over is cut from its end
   */
  static PassagesMessage of(WritingOrder order, Datamark marker, int mostBytes) {
    Dossier dossier = order.dossier();
    int share = mostBytes / Math.max(1, dossier.articles().size());
    var sources = new ArrayList<SourceText>();
    int withheld = 0;
    int cut = 0;
    for (int i = 0; i < dossier.articles().size(); i++) {
      Article article = dossier.articles().get(i);
      var passages = new ArrayList<PassageText>();
      int room = share;
      for (Passage passage : article.passages()) {
        String text = oneLine(article.textOf(passage));
        if (passage.suspicious() != null) {
          withheld++;
          continue;
        }
        room -= marker.mark(text).getBytes(StandardCharsets.UTF_8).length;
        if (room < 0) {
          cut++;
        } else {
          passages.add(new PassageText(new PassageId(i + 1, passage.number()), text));
        }
      }
      sources.add(source(dossier, i + 1, article, passages));
    }
    return new PassagesMessage(
        marker, withheld, cut, order.style(), newest(dossier.articles()), sources);
  }

  private static SourceText source(
      Dossier dossier, int number, Article article, List<PassageText> passages) {
    Origin origin = dossier.originOf(article.id());
    return new SourceText(
        number,
        name(article.outlet()).replace('|', '/'),
        article.published(),
        article.language(),
        dossier.revision().origins().indexOf(origin) + 1,
        name(article.title()),
        passages);
  }

  private static @Nullable Instant newest(List<Article> articles) {
    return articles.stream()
        .map(Article::published)
        .filter(Objects::nonNull)
        .map(OffsetDateTime::toInstant)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** The text with each run of white space or control characters made one space. */
  static String oneLine(String text) {
    return WHITE.matcher(text).replaceAll(" ").strip();
  }

  private static String name(String text) {
    String line = oneLine(text);
    return line.length() <= MOST_NAME_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, codePointsWithin(line))).strip();
  }

  private static int codePointsWithin(String line) {
    int points = line.codePointCount(0, MOST_NAME_CHARACTERS);
    return Character.isHighSurrogate(line.charAt(MOST_NAME_CHARACTERS - 1)) ? points - 1 : points;
  }

  /** Whether no passage may or can be sent. */
  boolean isEmpty() {
    return sources.stream().allMatch(source -> source.passages().isEmpty());
  }

  /** The message as sent. */
  public String format() {
    var out = new StringBuilder(FIRST);
    out.append("marker=").append(marker.word());
    out.append(" withheld=").append(withheld).append(" cut=").append(cut).append('\n');
    out.append("brief: language=").append(style.language());
    out.append(" leastWords=").append(style.leastWords());
    out.append(" mostWords=").append(style.mostWords());
    out.append(" sections=").append(style.sections());
    out.append(" sharePercent=").append(style.mostSharePercent());
    out.append(" asOf=").append(asOf == null ? "unknown" : asOf).append('\n');
    sources.forEach(source -> format(source, out));
    return out.toString();
  }

  private void format(SourceText source, StringBuilder out) {
    out.append("=== source ").append(source.number());
    out.append(" | outlet: ").append(marker.mark(source.outlet()));
    out.append(" | published: ")
        .append(source.published() == null ? "unknown" : source.published());
    out.append(" | language: ").append(source.language());
    out.append(" | origin: ").append(source.origin());
    out.append(" | title: ").append(marker.mark(source.title())).append('\n');
    for (PassageText passage : source.passages()) {
      out.append('[').append(passage.id()).append("] ");
      out.append(marker.mark(passage.text())).append('\n');
    }
  }

  /** Reads the form that {@link #format} writes. */
  public static PassagesMessage parse(String message) throws MessageFormatException {
    return new PassagesReader(message).read();
  }
}
