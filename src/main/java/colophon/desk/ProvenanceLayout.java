package colophon.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the things of a provenance stand. What leads to something stands in the column before it,
 * or in its own, and every line runs in the gap between two columns, so that none goes behind a
 * box. All lines to one thing share one upright.
 */
final class ProvenanceLayout {

  static final int BOX_WIDTH = 140;
  static final int BOX_HEIGHT = 58;
  static final int ROW = 72;
  static final int TOP = 34;

  private static final int GAP = 46;
  private static final int COLUMN = BOX_WIDTH + GAP;

  /** Where lines meet the side of a box, from its top: going on, joining, and what people did. */
  private static final int MIDDLE = BOX_HEIGHT / 2;

  private static final int UPPER = BOX_HEIGHT / 4;
  private static final int LOWER = BOX_HEIGHT * 3 / 4;

  static final List<String> HEADINGS =
      List.of(
          "Sources",
          "Archived copies",
          "Articles",
          "Models and drafts",
          "Versions and people",
          "Publications");

  /** The upper left corner of a box, by column and row. */
  record Place(int column, int row) {
    int x() {
      return column * COLUMN;
    }

    int y() {
      return TOP + row * ROW;
    }
  }

  private final Provenance provenance;
  private final Map<String, Provenance.Node> nodes = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** By gap, what has an upright of its own there. */
  private final Map<Integer, List<String>> uprights = new TreeMap<>();

  private ProvenanceLayout(Provenance provenance) {
    this.provenance = provenance;
    provenance.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  static ProvenanceLayout of(Provenance provenance) {
    var layout = new ProvenanceLayout(provenance);
    layout.sources();
    layout.drafts();
    layout.people();
    provenance.edges().forEach(layout::upright);
    return layout;
  }

  static int width() {
    return (HEADINGS.size() - 1) * COLUMN + BOX_WIDTH + 2;
  }

  int height() {
    return TOP + (1 + places.values().stream().mapToInt(Place::row).max().orElse(0)) * ROW;
  }

  static int columnAt(int number) {
    return number * COLUMN;
  }

  Place place(String id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalStateException("nothing is called " + id);
    }
    return place;
  }

  /** A source beside its copies, a copy beside its articles. */
  private void sources() {
    int row = 0;
    for (Provenance.Node source : all(Provenance.Kind.SOURCE)) {
      int first = row;
      for (String copy : leads(source.id(), Provenance.Kind.COPY)) {
        int from = row;
        for (String article : leads(copy, Provenance.Kind.ARTICLE)) {
          places.put(article, new Place(2, row++));
        }
        row = Math.max(row, from + 1);
        places.put(copy, new Place(1, from));
      }
      row = Math.max(row, first + 1);
      places.put(source.id(), new Place(0, first));
    }
  }

  /**
   * Models above the first draft they wrote, versions beside their draft, then what they became.
   */
  private void drafts() {
    int free = 0;
    int below = 0;
    for (Provenance.Node draft : all(Provenance.Kind.DRAFT)) {
      List<String> models = models(draft.id());
      int row = Math.max(free + models.size(), below);
      for (String model : models) {
        places.put(model, new Place(3, row - models.size() + models.indexOf(model)));
      }
      places.put(draft.id(), new Place(3, row));
      free = row + 1;
      below = row;
      for (String version : leads(draft.id(), Provenance.Kind.VERSION)) {
        places.put(version, new Place(4, below));
        int publications = 0;
        for (String page : leads(version, Provenance.Kind.PUBLICATION)) {
          places.put(page, new Place(5, below + publications++));
        }
        below += Math.max(1, publications);
      }
    }
  }

  private List<String> models(String draft) {
    return provenance.edges().stream()
        .filter(edge -> edge.to().equals(draft))
        .map(Provenance.Edge::from)
        .distinct()
        .filter(from -> unplaced(from, Provenance.Kind.MODEL))
        .toList();
  }

  private void people() {
    int row =
        1
            + places.values().stream()
                .filter(place -> place.column() == 4)
                .mapToInt(Place::row)
                .max()
                .orElse(-1);
    for (Provenance.Node person : all(Provenance.Kind.PERSON)) {
      places.put(person.id(), new Place(4, row++));
    }
  }

  private List<Provenance.Node> all(Provenance.Kind kind) {
    return provenance.nodes().stream().filter(node -> node.kind() == kind).toList();
  }

  /** What a thing leads to that has no place yet. */
  private List<String> leads(String from, Provenance.Kind kind) {
    return provenance.edges().stream()
        .filter(edge -> edge.from().equals(from))
        .map(Provenance.Edge::to)
        .distinct()
        .filter(to -> unplaced(to, kind))
        .toList();
  }

  private boolean unplaced(String id, Provenance.Kind kind) {
    return kind(id) == kind && !places.containsKey(id);
  }

  private Provenance.Kind kind(String id) {
    Provenance.Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("nothing is called " + id);
    }
    return node.kind();
  }

  private void upright(Provenance.Edge edge) {
    List<String> known = uprights.computeIfAbsent(gap(edge), any -> new ArrayList<>());
    String shared = shared(edge);
    if (!known.contains(shared)) {
      known.add(shared);
    }
  }

  /** Lines that part share the upright of what they come from, lines that meet of where they go. */
  private String shared(Provenance.Edge edge) {
    return switch (kind(edge.from())) {
      case SOURCE, COPY, VERSION -> edge.from();
      case ARTICLE, MODEL, DRAFT, PERSON, PUBLICATION -> edge.to();
    };
  }

  /** The number of the column left of the gap in which a line runs. */
  private int gap(Provenance.Edge edge) {
    int column = place(edge.from()).column();
    return switch (kind(edge.from())) {
      case MODEL, PERSON -> column - 1;
      case SOURCE, COPY, ARTICLE, DRAFT, VERSION, PUBLICATION -> column;
    };
  }

  private int uprightAt(Provenance.Edge edge) {
    int gap = gap(edge);
    List<String> known = uprights.getOrDefault(gap, List.of());
    int left = gap * COLUMN + BOX_WIDTH;
    return left + GAP * (known.indexOf(shared(edge)) + 1) / (known.size() + 1);
  }

  /** The line of an edge, in the picture's own notation: along, up or down, and along. */
  String line(Provenance.Edge edge) {
    Place from = place(edge.from());
    Place to = place(edge.to());
    int upright = uprightAt(edge);
    return switch (kind(edge.from())) {
      case MODEL ->
          to.row() == from.row() + 1
              ? "M%d %d V%d".formatted(from.x() + BOX_WIDTH / 2, from.y() + BOX_HEIGHT, to.y())
              : path(from.x(), from.y() + LOWER, upright, to.y() + UPPER, to.x());
      case PERSON ->
          to.column() == from.column()
              ? path(from.x(), from.y() + MIDDLE, upright, to.y() + LOWER, to.x())
              : path(from.x(), from.y() + MIDDLE, upright, to.y() + LOWER, to.x() + BOX_WIDTH);
      case ARTICLE ->
          path(from.x() + BOX_WIDTH, from.y() + MIDDLE, upright, to.y() + UPPER, to.x());
      case SOURCE, COPY, DRAFT, VERSION, PUBLICATION ->
          path(from.x() + BOX_WIDTH, from.y() + MIDDLE, upright, to.y() + MIDDLE, to.x());
    };
  }

  private static String path(int x1, int y1, int upright, int y2, int x2) {
    return "M%d %d H%d V%d H%d".formatted(x1, y1, upright, y2, x2);
  }
}
