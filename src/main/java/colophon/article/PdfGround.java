package colophon.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been painted on a page so far, to tell white letters on a dark bar from hidden ones. */
final class PdfGround {

  private static final int MOST_AREAS = 5_000;

  private record Area(
      double left, double bottom, double right, double top, @Nullable Colour colour) {
    boolean holds(double x, double y) {
      return left <= x && x <= right && bottom <= y && y <= top;
    }
  }

  private final List<Area> areas = new ArrayList<>();
  private double left;
  private double bottom;
  private double right;
  private double top;
  private boolean open;

  /** A point of the path that is being built, in the page's own units. */
  void point(double x, double y) {
    left = open ? Math.min(left, x) : x;
    right = open ? Math.max(right, x) : x;
    bottom = open ? Math.min(bottom, y) : y;
    top = open ? Math.max(top, y) : y;
    open = true;
  }

  /** The path is filled; a null colour is one that cannot be named, such as an image. */
  void fill(@Nullable Colour colour) {
    if (open && areas.size() < MOST_AREAS) {
      areas.add(new Area(left, bottom, right, top, colour));
    }
    open = false;
  }

  /** The path is dropped. */
  void end() {
    open = false;
  }

  /** Whether letters of that colour can be told from what is below them. */
  boolean shows(Colour letters, double x, double y) {
    for (int i = areas.size() - 1; i >= 0; i--) {
      if (areas.get(i).holds(x, y)) {
        Colour ground = areas.get(i).colour;
        return ground == null || !ground.isLike(letters);
      }
    }
    return !letters.isLike(Colour.WHITE);
  }
}
