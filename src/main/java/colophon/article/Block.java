package colophon.article;

import org.jsoup.nodes.Element;

/**
 * A run of text that a page sets apart: a paragraph, a heading, a list item, or loose text between
 * two of those.
 *
 * @param place from 0, in reading order
 * @param container the nearest block element around the text
 * @param linked how many of the text's characters are links
 * @param furniture whether it stands in a part of the page that is not the article
 */
record Block(int place, Kind kind, String text, int linked, Element container, boolean furniture) {

  /** What kind of element the text stands in. */
  enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM,
    QUOTE,
    CELL,
    LOOSE
  }

  int length() {
    return text.length();
  }

  /** The share of the text that is links, from 0 to 1. */
  double linkShare() {
    return text.isEmpty() ? 1 : Math.min(1, (double) linked / text.length());
  }

  /** Whether the text ends as a sentence does, in any script. */
  boolean endsLikeSentence() {
    for (int i = text.length() - 1; i >= 0 && i >= text.length() - 4; i--) {
      char c = text.charAt(i);
      if (".!?…。！？।؟:;".indexOf(c) >= 0) {
        return true;
      }
      if ("\"'”’»«)]」』“›".indexOf(c) < 0 && c != ' ') {
        return false;
      }
    }
    return false;
  }

  /** Whether a sentence ends inside the text. */
  boolean holdsSentences() {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ("。！？।".indexOf(c) >= 0 || (".!?".indexOf(c) >= 0 && text.charAt(i + 1) == ' ')) {
        return true;
      }
    }
    return false;
  }
}
