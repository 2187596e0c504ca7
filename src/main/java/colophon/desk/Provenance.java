package colophon.desk;

import colophon.attest.Attested;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedAuthor;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedReviewer;
import colophon.provenance.RecordedSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a brief's versions come from, as things and what leads from one to another. It follows from
 * their records alone.
 *
 * @param nodes in the order in which they are first met
 */
record Provenance(List<Node> nodes, List<Edge> edges) {

  Provenance {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a thing is; things of one kind stand in one column. */
  enum Kind {
    SOURCE("Source"),
    COPY("Archived copy"),
    ARTICLE("Article"),
    MODEL("Model"),
    DRAFT("Draft"),
    PERSON("Person"),
    VERSION("Version"),
    PUBLICATION("Publication");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * One thing.
   *
   * @param address where it is opened; empty where it is kept no more
   */
  record Node(String id, Kind kind, String label, String detail, String address) {}

  /** What leads from one thing to another, such as {@code approved}. */
  record Edge(String from, String to, String how) {}

  /** A version with its record and what the desk knows of it. */
  record Version(
      VersionPlan plan, Attested attested, ProvenanceRecord record, String draft, boolean kept) {}

  /** Looks up whether an archived copy is still kept. */
  interface Copies {
    boolean kept(RecordedSource source);
  }

  static Provenance of(List<Version> versions, Copies copies) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    Set<Edge> edges = new LinkedHashSet<>();
    for (Version version : versions) {
      String slug = version.plan().slug().value();
      String number = "v" + version.plan().version();
      String draft = "draft " + version.draft();
      sources(version, copies, draft, nodes, edges);
      put(
          nodes,
          new Node(
              draft,
              Kind.DRAFT,
              version.draft().isEmpty() ? "a draft" : version.draft(),
              version.kept() ? "" : "erased since",
              version.kept() ? "/desk/review/" + version.draft() : ""));
      String model =
          DeskWords.model(version.record().model().provider(), version.record().model().name());
      put(
          nodes,
          new Node(
              "model " + model + version.record().run().id(),
              Kind.MODEL,
              model,
              "prompt "
                  + version.record().model().promptId()
                  + ", version "
                  + version.record().model().promptVersion(),
              "/desk/runs/" + version.record().run().id()));
      edges.add(new Edge("model " + model + version.record().run().id(), draft, "wrote"));
      put(
          nodes,
          new Node(
              number,
              Kind.VERSION,
              "Version " + version.plan().version(),
              DeskWords.kind(version.plan().kind()),
              "/desk/audit/" + slug + "/" + version.plan().version()));
      edges.add(new Edge(draft, number, "became"));
      people(version, number, draft, nodes, edges);
      put(
          nodes,
          new Node(
              "page " + number,
              Kind.PUBLICATION,
              "/briefs/" + slug + "/" + number + "/",
              DeskWords.day(version.plan().publishedAt()),
              "/briefs/" + slug + "/" + number + "/"));
      edges.add(new Edge(number, "page " + number, "published"));
      String entry = "entry " + version.attested().entryIndex();
      put(
          nodes,
          new Node(
              entry,
              Kind.PUBLICATION,
              "Entry " + version.attested().entryIndex() + " of the log",
              version.attested().recordDigest().brief(12) + "…",
              "/desk/log?entry=" + version.attested().entryIndex()));
      edges.add(new Edge(number, entry, "signed and logged"));
    }
    return new Provenance(List.copyOf(nodes.values()), List.copyOf(edges));
  }

  private static void sources(
      Version version, Copies copies, String draft, Map<String, Node> nodes, Set<Edge> edges) {
    for (RecordedSource source : version.record().sources()) {
      String page = "source " + source.landed();
      String copy = "copy " + source.body().hex();
      String article = "article " + source.id();
      put(nodes, new Node(page, Kind.SOURCE, source.outlet(), source.landed(), web(source)));
      boolean kept = copies.kept(source);
      put(
          nodes,
          new Node(
              copy,
              Kind.COPY,
              source.body().brief(12) + "…",
              kept ? DeskWords.day(source.fetchedAt()) : "erased since",
              kept ? "/desk/copies/" + source.body().hex() : ""));
      put(
          nodes,
          new Node(
              article,
              Kind.ARTICLE,
              source.title(),
              source.number() == 0 ? "read, not cited" : "source " + source.number(),
              "/briefs/"
                  + version.plan().slug().value()
                  + "/v"
                  + version.plan().version()
                  + "/"
                  + (source.number() == 0 ? "#sources" : "#source-" + source.number())));
      edges.add(new Edge(page, copy, source.deskNote() == null ? "fetched" : "written down"));
      edges.add(new Edge(copy, article, "read as"));
      edges.add(new Edge(article, draft, source.number() == 0 ? "read for" : "cited in"));
    }
  }

  private static void people(
      Version version, String number, String draft, Map<String, Node> nodes, Set<Edge> edges) {
    RecordedReview review = version.record().review();
    version
        .record()
        .sentences()
        .forEach(sentence -> {
          if (sentence.author() instanceof RecordedAuthor.Person person) {
            edges.add(new Edge(person(person.name(), version, nodes), draft, "edited"));
          }
        });
    switch (review.reviewer()) {
      case RecordedReviewer.Person person ->
          edges.add(new Edge(person(person.name(), version, nodes), number, review.decision()));
      case RecordedReviewer.Policy policy ->
          edges.add(
              new Edge(
                  person("Nobody: a rule of " + policy.pipeline(), version, nodes),
                  number,
                  "let out"));
    }
    RecordedReview.First first = review.first();
    if (first != null) {
      edges.add(new Edge(person(first.name(), version, nodes), number, "approved first"));
    }
    edges.add(new Edge(person(review.responsible(), version, nodes), number, "answers for"));
  }

  private static String person(String name, Version version, Map<String, Node> nodes) {
    String id = "person " + name;
    put(
        nodes,
        new Node(
            id,
            Kind.PERSON,
            name,
            "",
            "/desk/audit/" + version.plan().slug().value() + "#v" + version.plan().version()));
    return id;
  }

  private static void put(Map<String, Node> nodes, Node node) {
    nodes.putIfAbsent(node.id(), node);
  }

  private static String web(RecordedSource source) {
    return source.landed().matches("https?://.*") ? source.landed() : "";
  }
}
