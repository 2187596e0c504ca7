package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

/** The picture of where a brief comes from fits its page, and its lines run beside the boxes. */
class ProvenanceViewTest {

  /** What a window of 1,280 pixels leaves for it. */
  private static final int ROOM = 1_076;

  private final List<Provenance.Node> nodes = new ArrayList<>();
  private final List<Provenance.Edge> edges = new ArrayList<>();

  @Test
  void manyArticlesAndVersionsFitAndNoLineCrossesABox() {
    for (int i = 0; i < 14; i++) {
      node("source " + i, Provenance.Kind.SOURCE);
      for (int copy = 0; copy <= i % 2; copy++) {
        String name = i + "." + copy;
        node("copy " + name, Provenance.Kind.COPY);
        node("article " + name, Provenance.Kind.ARTICLE);
        edge("source " + i, "copy " + name, "fetched");
        edge("copy " + name, "article " + name, "read as");
      }
    }
    for (int version = 1; version <= 4; version++) {
      String draft = "draft " + version;
      node(draft, Provenance.Kind.DRAFT);
      node("v" + version, Provenance.Kind.VERSION);
      node("page " + version, Provenance.Kind.PUBLICATION);
      node("entry " + version, Provenance.Kind.PUBLICATION);
      // The third was made by a person from the draft before, so of the same model's words.
      String model = "model " + (version == 3 ? 2 : version);
      node(model, Provenance.Kind.MODEL);
      edge(model, draft, "wrote");
      for (int i = 0; i < 14; i += version) {
        edge("article " + i + ".0", draft, "cited in");
      }
      edge(draft, "v" + version, "became");
      edge("v" + version, "page " + version, "published");
      edge("v" + version, "entry " + version, "signed and logged");
      node("Dana", Provenance.Kind.PERSON);
      node("Kim", Provenance.Kind.PERSON);
      edge("Dana", "v" + version, "approved");
      edge("Dana", "v" + version, "answers for");
      edge("Kim", draft, "edited");
    }
    ProvenanceView view = picture();
    assertThat(view.width()).isLessThanOrEqualTo(ROOM);
    assertThat(view.boxes()).hasSize(nodes.size());
    for (ProvenanceView.Box box : view.boxes()) {
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(view.width());
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(view.height());
      assertThat(view.boxes())
          .filteredOn(other -> other != box)
          .noneMatch(other -> crosses(other, box.x(), box.y(), box.x() + box.width(), box.y()));
      for (ProvenanceView.Line line : view.lines()) {
        assertThat(crosses(box, line.path()))
            .as("%s behind %s", line.path(), box.whole())
            .isFalse();
      }
    }
    assertThat(view.lines())
        .filteredOn(line -> line.words().equals("approved, answers for"))
        .hasSize(4);
  }

  @Test
  void aLongTitleStandsInTwoLinesOfWhatFits() {
    node(
        "source",
        Provenance.Kind.SOURCE,
        "Lee and Takaichi meet in Nara and agree on supply chains");
    node("korean", Provenance.Kind.SOURCE, "한일 정상, 나라에서 두 번째 회담을 열다 공급망 협력");
    node("path", Provenance.Kind.SOURCE, "/briefs/averland-cut-bank-of-averland/v1/");
    node("draft", Provenance.Kind.DRAFT, "d-c3727ae88d179c1459d3");
    List<ProvenanceView.Box> boxes = picture().boxes();
    assertThat(boxes.get(0).label()).isEqualTo("Lee and Takaichi");
    assertThat(boxes.get(0).more()).isEqualTo("meet in Nara and…");
    assertThat(boxes.get(1).label()).isEqualTo("한일 정상, 나라에서");
    assertThat(boxes.get(1).more()).isEqualTo("두 번째 회담을 열…");
    assertThat(boxes.get(2).label()).isEqualTo("/briefs/averland-");
    assertThat(boxes.get(3).label()).isEqualTo("d-c3727ae88d179c");
  }

  private ProvenanceView picture() {
    return ProvenanceView.of("slug", "Headline", new Provenance(nodes, edges));
  }

  private void node(String id, Provenance.Kind kind) {
    node(id, kind, id);
  }

  private void node(String id, Provenance.Kind kind, String label) {
    if (nodes.stream().noneMatch(node -> node.id().equals(id))) {
      nodes.add(new Provenance.Node(id, kind, label, "", ""));
    }
  }

  private void edge(String from, String to, String how) {
    edges.add(new Provenance.Edge(from, to, how));
  }

  private static boolean crosses(ProvenanceView.Box box, String path) {
    int x = 0;
    int y = 0;
    try (var parts = new Scanner(path.replaceAll("([MHV])", " $1 "))) {
      while (parts.hasNext()) {
        int fromX = x;
        int fromY = y;
        switch (parts.next()) {
          case "M" -> {
            x = parts.nextInt();
            y = parts.nextInt();
            continue;
          }
          case "H" -> x = parts.nextInt();
          case "V" -> y = parts.nextInt();
          default -> throw new AssertionError("a line goes along, up or down: " + path);
        }
        if (crosses(box, fromX, fromY, x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a straight line runs within a box, not only up to its side. */
  private static boolean crosses(ProvenanceView.Box box, int x1, int y1, int x2, int y2) {
    return Math.max(x1, x2) > box.x()
        && Math.min(x1, x2) < box.x() + box.width()
        && Math.max(y1, y2) > box.y()
        && Math.min(y1, y2) < box.y() + box.height();
  }
}
