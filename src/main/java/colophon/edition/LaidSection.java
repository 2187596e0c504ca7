package colophon.edition;

import java.util.List;

/** A section as it stands on the page. */
record LaidSection(Line subhead, List<List<Line>> paragraphs) {
  LaidSection {
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }
}
