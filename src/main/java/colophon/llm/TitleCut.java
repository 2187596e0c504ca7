package colophon.llm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a story's name out of a title where the rest still reads as a line of its own. */
final class TitleCut {

  private static final String BEFORE =
      "(?:at|after|in|from|of|for|during|on|over|to|with|ahead of)";

  private TitleCut() {}

  static String without(String title, StoryLabel label) {
    String cut = cut(title, label);
    return label.core() == null ? cut : cut(cut, label.core());
  }

  private static String cut(String title, StoryLabel label) {
    String name =
        "(?:the )?(?:second |first |annual )?"
            + Pattern.quote(label.words()).replace(" ", "\\E(?:['’]s)? \\Q")
            + "(?:['’]s)?";
    String cut = replaced(title, "(?i)^(?:" + BEFORE + " )?" + name + ": *");
    cut = replaced(cut, "(?i)^" + BEFORE + " " + name + ", *");
    String shorter = replaced(cut, "(?i),? " + BEFORE + " " + name + "$");
    // "The work after the summit" must not end as "the work".
    cut = shorter.matches("(?i).*\\b(?:the|an?|its|their) \\S+") ? cut : shorter;
    // Who wins a race wins; the rest of the line still stands.
    Matcher won = Pattern.compile("(?i)\\b(wins?|won|lead|leads) " + name + "\\b").matcher(cut);
    if (won.find()) {
      cut = (cut.substring(0, won.end(1)) + cut.substring(won.end())).strip();
    }
    cut =
        replaced(
            cut,
            "(?i)^(?:report|analysis|backgrounder|explainer|opinion|live|update|video|watch): *");
    return cut.isBlank() ? title : cut;
  }

  private static String replaced(String title, String pattern) {
    String cut = title.replaceFirst(pattern, "").strip();
    return cut.contains(" ") ? cut : title;
  }
}
