package colophon.edition;

import java.util.List;

/** A sentence as it stands on the page, with its marks. */
record Line(String id, String text, List<Mark> marks) {
  Line {
    marks = List.copyOf(marks);
  }

  /** The marks as plain text, such as {@code [1][3]}. */
  String plainMarks() {
    var out = new StringBuilder();
    marks.forEach(mark -> out.append('[').append(mark.number()).append(']'));
    return out.toString();
  }
}
