package colophon.pipeline;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sample page with its text taken out: menus, adverts, scripts, comments and notices stay, and
 * any other text can be put in. Each newsroom of the samples builds its pages in its own way.
 */
final class PageMould {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final SampleText sample;
  private final String outletName;
  private final String head;
  private final String paragraphTag;
  private final String tail;
  private final Charset charset;

  private PageMould(
      SampleText sample,
      String outletName,
      String head,
      String paragraphTag,
      String tail,
      Charset charset) {
    this.sample = sample;
    this.outletName = outletName;
    this.head = head;
    this.paragraphTag = paragraphTag;
    this.tail = tail;
    this.charset = charset;
  }

  /** The mould of each sample that is a page. */
  static List<PageMould> all(Path samples, List<SampleText> texts) throws IOException {
    List<PageMould> moulds = new ArrayList<>();
    for (SampleText text : texts) {
      Path page = samples.resolve("sources").resolve(text.slug().replace("--", "/") + ".html");
      if (Files.exists(page)) {
        of(text, Files.readAllBytes(page)).ifPresent(moulds::add);
      }
    }
    if (moulds.size() < 10) {
      throw new IllegalStateException("only " + moulds.size() + " sample pages could be used");
    }
    return moulds;
  }

  private static Optional<PageMould> of(SampleText sample, byte[] bytes) {
    boolean western = new String(bytes, StandardCharsets.ISO_8859_1).contains("windows-1252");
    Charset charset = western ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    String page = new String(bytes, charset);
    int first = page.indexOf(escaped(sample.paragraphs().getFirst()));
    String last = escaped(sample.paragraphs().getLast());
    int end = page.indexOf(last);
    if (first < 0 || end < 0) {
      return Optional.empty();
    }
    int start = page.lastIndexOf('<', first);
    String outlet =
        Arrays.stream(sample.slug().split("--", 2)[0].split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    return Optional.of(
        new PageMould(
            sample,
            outlet,
            page.substring(0, start),
            page.substring(start, first),
            page.substring(page.indexOf('>', end + last.length()) + 1),
            charset));
  }

  /**
   * The page with another text.
   *
   * @param furniture markup put before the end of the body: what heavy pages carry
   */
  byte[] fill(NewsText text, String furniture) {
    StringBuilder body = new StringBuilder();
    for (String paragraph : text.paragraphs()) {
      body.append(paragraphTag).append(escaped(paragraph)).append("</p>\n");
    }
    String filled = filled(head, text) + body + filled(tail, text);
    int end = filled.lastIndexOf("</body>");
    return (filled.substring(0, end) + furniture + filled.substring(end)).getBytes(charset);
  }

  /** Whether the page names its own address; else it is known by the file's. */
  boolean saysItsAddress() {
    return head.contains("rel=\"canonical\"");
  }

  private String filled(String part, NewsText text) {
    String day = sample.published().toLocalDate().toString().replace('-', '/');
    String[] slug = sample.slug().split("--", 2);
    String host = slug[0] + ".example";
    String[] swaps = {
      sample.title(),
      text.title(),
      sample.dek(),
      text.dek(),
      sample.author(),
      text.author(),
      "https://" + host + "/" + day + "/" + slug[1],
      text.canonical(),
      host,
      text.host(),
      outletName,
      text.outlet(),
      iso(sample.published()),
      text.iso(),
      shown(sample.published()),
      text.shown(),
    };
    String filled = part;
    for (int i = 0; i < swaps.length; i += 2) {
      if (!swaps[i].isEmpty()) {
        filled =
            filled
                .replace(attribute(swaps[i]), attribute(swaps[i + 1]))
                .replace(escaped(swaps[i]), escaped(swaps[i + 1]))
                .replace(json(swaps[i]), json(swaps[i + 1]));
      }
    }
    return filled;
  }

  private static String iso(OffsetDateTime at) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).format(at);
  }

  private static String shown(OffsetDateTime at) {
    String offset = at.getOffset().getId();
    String zone =
        switch (offset) {
          case "Z" -> "GMT";
          case "+09:00" -> "KST";
          default -> "UTC" + offset;
        };
    return SHOWN.format(at) + " " + zone;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String attribute(String text) {
    return escaped(text).replace("\"", "&quot;").replace("'", "&#x27;");
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
