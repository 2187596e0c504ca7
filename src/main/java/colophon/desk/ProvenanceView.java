package colophon.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A brief's provenance as a picture, and the same as a list.
 *
 * @param width in user units
 * @param height in user units
 */
public record ProvenanceView(
    String slug,
    String headline,
    int width,
    int height,
    List<Heading> headings,
    List<Line> lines,
    List<Box> boxes,
    List<Item> items) {

  public ProvenanceView {
    headings = List.copyOf(headings);
    lines = List.copyOf(lines);
    boxes = List.copyOf(boxes);
    items = List.copyOf(items);
  }

  /** The head of a column. */
  public record Heading(int x, String words) {}

  /** A line between two boxes; {@code path} is the picture's own notation. */
  public record Line(String path, String words) {}

  /**
   * A thing in its place.
   *
   * @param label as much of its name as fits
   * @param whole what it is, in full
   * @param address where it is opened; empty where it is kept no more
   */
  public record Box(
      int x, int y, String style, String label, String detail, String whole, String address) {}

  /** A thing in the list, and what led to it. */
  public record Item(String kind, String label, String detail, String address, List<String> from) {
    public Item {
      from = List.copyOf(from);
    }
  }

  static final int BOX_WIDTH = 168;
  static final int BOX_HEIGHT = 44;
  private static final int COLUMN = 214;
  private static final int ROW = 58;
  private static final int TOP = 34;

  /** How many characters of a label fit into a box. */
  private static final int MOST_LABEL = 21;

  private static final int MOST_DETAIL = 25;

  /** Models stand above drafts, and people above versions. */
  private static final List<List<Provenance.Kind>> COLUMNS =
      List.of(
          List.of(Provenance.Kind.SOURCE),
          List.of(Provenance.Kind.COPY),
          List.of(Provenance.Kind.ARTICLE),
          List.of(Provenance.Kind.MODEL, Provenance.Kind.PERSON),
          List.of(Provenance.Kind.DRAFT),
          List.of(Provenance.Kind.VERSION),
          List.of(Provenance.Kind.PUBLICATION));

  private static final List<String> HEADINGS =
      List.of(
          "Sources",
          "Archived copies",
          "Articles",
          "Models and people",
          "Drafts",
          "Versions",
          "Publications");

  private record Place(int x, int y) {}

  static ProvenanceView of(String slug, String headline, Provenance provenance) {
    Map<String, Place> places = new LinkedHashMap<>();
    int rows = 0;
    for (int column = 0; column < COLUMNS.size(); column++) {
      int row = 0;
      for (Provenance.Kind kind : COLUMNS.get(column)) {
        for (Provenance.Node node : provenance.nodes()) {
          if (node.kind() == kind) {
            places.put(node.id(), new Place(column * COLUMN, TOP + row++ * ROW));
          }
        }
      }
      rows = Math.max(rows, row);
    }
    var headings = new ArrayList<Heading>();
    for (int column = 0; column < HEADINGS.size(); column++) {
      headings.add(new Heading(column * COLUMN, HEADINGS.get(column)));
    }
    return new ProvenanceView(
        slug,
        headline,
        (COLUMNS.size() - 1) * COLUMN + BOX_WIDTH + 2,
        TOP + Math.max(1, rows) * ROW,
        headings,
        provenance.edges().stream().map(edge -> line(edge, places)).toList(),
        provenance.nodes().stream().map(node -> box(node, place(places, node.id()))).toList(),
        items(provenance));
  }

  private static Line line(Provenance.Edge edge, Map<String, Place> places) {
    Place from = place(places, edge.from());
    Place to = place(places, edge.to());
    int x1 = from.x() + BOX_WIDTH;
    int y1 = from.y() + BOX_HEIGHT / 2;
    int x2 = to.x();
    int y2 = to.y() + BOX_HEIGHT / 2;
    int bend = (x2 - x1) / 2;
    return new Line(
        "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2),
        edge.how());
  }

  private static Place place(Map<String, Place> places, String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalStateException("nothing is called " + id);
    }
    return place;
  }

  private static Box box(Provenance.Node node, Place place) {
    return new Box(
        place.x(),
        place.y(),
        node.kind().name().toLowerCase(java.util.Locale.ROOT),
        shortened(node.label(), MOST_LABEL),
        shortened(node.detail(), MOST_DETAIL),
        node.kind().word()
            + ": "
            + node.label()
            + (node.detail().isEmpty() ? "" : " (" + node.detail() + ")"),
        node.address());
  }

  private static List<Item> items(Provenance provenance) {
    Map<String, String> labels = new LinkedHashMap<>();
    provenance
        .nodes()
        .forEach(node ->
            labels.put(
                node.id(),
                node.kind().word().toLowerCase(java.util.Locale.ROOT) + " " + node.label()));
    Map<Provenance.Kind, List<Item>> items = new EnumMap<>(Provenance.Kind.class);
    for (Provenance.Node node : provenance.nodes()) {
      items
          .computeIfAbsent(node.kind(), any -> new ArrayList<>())
          .add(
              new Item(
                  node.kind().word(),
                  node.label(),
                  node.detail(),
                  node.address(),
                  provenance.edges().stream()
                      .filter(edge -> edge.to().equals(node.id()))
                      .map(edge -> edge.how() + ": " + labels.getOrDefault(edge.from(), ""))
                      .toList()));
    }
    return items.values().stream().flatMap(List::stream).toList();
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
