package colophon.article;

import colophon.text.NormalText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note that marks the articles written for this project. Readers of the sample see it; as a
 * passage it could be cited, so it is cut and shown among what was cut.
 */
final class SampleNotice {

  private static final Pattern NOTICE =
      Pattern.compile("SAMPLE: written for the Colophon project[^.]{0,300}\\.?");

  private SampleNotice() {}

  /** The passage without the note; empty where it was nothing else. */
  static String cut(String passage, List<HiddenText> hidden) {
    Matcher notice = NOTICE.matcher(passage);
    if (!notice.find()) {
      return passage;
    }
    HiddenText shown = HiddenTexts.of("sample notice", notice.group());
    if (!hidden.contains(shown)) {
      hidden.add(shown);
    }
    return NormalText.line(notice.replaceAll(" "));
  }
}
