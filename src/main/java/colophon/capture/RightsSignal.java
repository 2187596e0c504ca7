package colophon.capture;

import colophon.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that the owner of a page said about its use when the page was fetched.
 *
 * @param kind the header that said it, in lower case
 * @param raw the words as they stood, on one line, at most {@value #MOST_CHARACTERS} characters
 */
public record RightsSignal(String kind, String raw) {

  /** The longest signal kept, in characters. */
  public static final int MOST_CHARACTERS = 1_000;

  /** The most signals kept of one snapshot. */
  public static final int MOST_SIGNALS = 20;

  /**
   * The headers that speak of use: {@code X-Robots-Tag} (with {@code noai} and {@code noimageai}),
   * {@code Content-Usage} (IETF AI Preferences, draft) and TDMRep's two.
   */
  private static final List<String> HEADERS =
      List.of("x-robots-tag", "content-usage", "tdm-reservation", "tdm-policy");

  public RightsSignal {
    String line = PrintableText.of(raw).strip();
    raw = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
  }

  /** What the answer that brought a snapshot said, in the order of its headers' names above. */
  public static List<RightsSignal> of(Snapshot snapshot) {
    return of(snapshot.responseHeaders());
  }

  static List<RightsSignal> of(Map<String, List<String>> responseHeaders) {
    var signals = new ArrayList<RightsSignal>();
    for (String header : HEADERS) {
      for (String value : responseHeaders.getOrDefault(header, List.of())) {
        if (signals.size() < MOST_SIGNALS) {
          signals.add(new RightsSignal(header, value));
        }
      }
    }
    return List.copyOf(signals);
  }
}
