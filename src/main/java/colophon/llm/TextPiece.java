package colophon.llm;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that surely fits the embedding model.
 *
 * @param weight about how many word pieces it has
 */
record TextPiece(String text, int weight) {

  /** The model reads 128 word pieces, two of them its own; about 80 English words. */
  static final int MOST_WEIGHT = 110;

  /** How much of one text is embedded, in pieces; the rest says little about its subject. */
  static final int MOST_PIECES = 200;

  private static final int CHARACTERS_A_PIECE = 5;

  static List<TextPiece> cut(String text) {
    List<TextPiece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int weight = 0;
    for (String word : text.split("\\s+")) {
      for (String part : parts(word)) {
        int cost = cost(part);
        if (weight + cost > MOST_WEIGHT && weight > 0) {
          pieces.add(new TextPiece(piece.toString(), weight));
          piece.setLength(0);
          weight = 0;
        }
        piece.append(piece.isEmpty() ? "" : " ").append(part);
        weight += cost;
      }
    }
    if (weight > 0) {
      pieces.add(new TextPiece(piece.toString(), weight));
    }
    return pieces.size() > MOST_PIECES ? List.copyOf(pieces.subList(0, MOST_PIECES)) : pieces;
  }

  /** A run without spaces (Han, kana, a long address) is cut where it must be. */
  private static List<String> parts(String word) {
    if (cost(word) <= MOST_WEIGHT) {
      return word.isEmpty() ? List.of() : List.of(word);
    }
    List<String> parts = new ArrayList<>();
    int[] points = word.codePoints().toArray();
    for (int from = 0; from < points.length; from += MOST_WEIGHT) {
      parts.add(new String(points, from, Math.min(MOST_WEIGHT, points.length - from)));
    }
    return parts;
  }

  private static int cost(String word) {
    int length = word.codePointCount(0, word.length());
    boolean latin = word.codePoints().allMatch(c -> c < 0x250);
    return latin ? Math.ceilDiv(length, CHARACTERS_A_PIECE) : length;
  }
}
