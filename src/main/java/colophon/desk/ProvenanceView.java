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
   * @param more the second line of it; may be empty
   * @param whole what it is, in full
   * @param address where it is opened; empty where it is kept no more
   */
  public record Box(
      int x,
      int y,
      String style,
      String label,
      String more,
      String detail,
      String whole,
      String address) {

    public int width() {
      return ProvenanceLayout.BOX_WIDTH;
    }

    public int height() {
      return ProvenanceLayout.BOX_HEIGHT;
    }
  }

  /** A thing in the list, and what led to it. */
  public record Item(String kind, String label, String detail, String address, List<String> from) {
    public Item {
      from = List.copyOf(from);
    }
  }

  /** How wide a line of a label may be, and what stands below it in smaller letters. */
  private static final int MOST_LABEL = 1_250;

  private static final int MOST_DETAIL = 1_560;

  static ProvenanceView of(String slug, String headline, Provenance provenance) {
    ProvenanceLayout layout = ProvenanceLayout.of(provenance);
    var headings = new ArrayList<Heading>();
    for (String words : ProvenanceLayout.HEADINGS) {
      headings.add(new Heading(ProvenanceLayout.columnAt(headings.size()), words));
    }
    return new ProvenanceView(
        slug,
        headline,
        ProvenanceLayout.width(),
        layout.height(),
        headings,
        lines(provenance, layout),
        provenance.nodes().stream().map(node -> box(node, layout.place(node.id()))).toList(),
        items(provenance));
  }

  /** One line for all that leads from one thing to another. */
  private static List<Line> lines(Provenance provenance, ProvenanceLayout layout) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Provenance.Edge edge : provenance.edges()) {
      lines.merge(
          edge.from() + "\n" + edge.to(),
          new Line(layout.line(edge), edge.how()),
          (line, more) -> new Line(line.path(), line.words() + ", " + more.words()));
    }
    return List.copyOf(lines.values());
  }

  private static Box box(Provenance.Node node, ProvenanceLayout.Place place) {
    List<String> label = inLines(node.label());
    return new Box(
        place.x(),
        place.y(),
        node.kind().name().toLowerCase(java.util.Locale.ROOT),
        label.getFirst(),
        label.size() > 1 ? label.get(1) : "",
        shortened(node.detail(), MOST_DETAIL),
        node.kind().word()
            + ": "
            + node.label()
            + (node.detail().isEmpty() ? "" : " (" + node.detail() + ")"),
        node.address());
  }

  /** A label in one line or two, parted where words part. */
  private static List<String> inLines(String label) {
    if (BoxText.width(label) <= MOST_LABEL) {
      return List.of(label);
    }
    String first = BoxText.line(label, MOST_LABEL);
    return List.of(first.strip(), shortened(label.substring(first.length()).strip(), MOST_LABEL));
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
    return BoxText.width(text) <= most ? text : BoxText.upTo(text, most - BoxText.width("…")) + "…";
  }
}
