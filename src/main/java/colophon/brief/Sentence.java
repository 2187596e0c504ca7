package colophon.brief;

import java.util.List;

/**
 * One sentence of a brief; headline, standfirst and subheads are sentences too.
 *
 * @param id unique in the brief and lasting over its edits: {@code h}, {@code d1}, {@code l1},
 *     {@code s1}, {@code s1p1.1} …
 * @param text plain text in normal form, without marks
 * @param citations what it rests on, never empty in a brief that goes out
 */
public record Sentence(String id, Role role, String text, List<Citation> citations, Author author) {
  public Sentence {
    citations = List.copyOf(citations);
  }
}
