package colophon.provenance;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import colophon.kernel.Digest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The history of a brief in W3C PROV-JSON (https://www.w3.org/submissions/prov-json/), from the
 * records of its versions and nothing else: whoever has the records can work it out again, so it
 * needs no signature of its own. It says less than they do, in words that other people's tools
 * read.
 *
 * <p>Archived copies, articles, prompts, drafts, reports of the source check, approved copy,
 * versions and files are entities; fetch, extract, draft, check, review and publish are activities;
 * newsroom, outlets, people, model and software are agents. Names are {@code urn:colophon:}; those
 * of agents are digests of what the record calls them. docs/exports.md has the whole table.
 */
public final class ProvJson {

  /** The name of the file in a brief's folder. */
  public static final String FILE = "history.prov.json";

  private static final int NAME_DIGITS = 16;

  private final ProvGraph graph = new ProvGraph();
  private final Map<Digest, String> versionByRecord = new TreeMap<>();

  private ProvJson() {}

  /**
   * The history that these records tell, in UTF-8: canonical JSON (RFC 8785), but for the prefixes,
   * which stand first. The order in which the records are given makes no difference.
   *
   * @param records of the versions of one brief, at least one
   */
  public static byte[] bytes(List<ProvenanceRecord> records) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a history has at least one version");
    }
    var history = new ProvJson();
    records.stream()
        .sorted(Comparator.comparingInt(record -> record.brief().version()))
        .forEach(history::add);
    return history.graph.bytes();
  }

  private void add(ProvenanceRecord record) {
    var names = new Names(record);
    graph.agent(names.publisher, attributes("prov:Organization").label(record.brief().publisher()));
    graph.agent(
        names.software,
        attributes("prov:SoftwareAgent")
            .label(record.run().software() + " " + record.run().softwareVersion())
            .text("build", record.run().build()));
    for (RecordedSource source : record.sources()) {
      source(record, source);
    }
    draft(record, names);
    for (RecordedRewriting rewriting : record.rewritings()) {
      rewriting(record, rewriting, names);
    }
    check(record, names);
    review(record, names);
    publish(record, names);
  }

  /** Fetch and extract: what was archived of a source, and the article that was read out of it. */
  private void source(ProvenanceRecord record, RecordedSource source) {
    String software = agent("software", record.run().software());
    graph.agent(software, attributes("prov:SoftwareAgent").label(record.run().software()));
    String snapshot = snapshot(source);
    RecordedDeskNote note = source.deskNote();
    if (!graph.knows(snapshot)) {
      String fetch = (note == null ? "activity:fetch-" : "activity:note-") + source.body().hex();
      graph.entity(
          snapshot,
          attributes("term:Snapshot")
              .label("Archived copy of " + source.landed())
              .address("requested", source.requested())
              .address("landed", source.landed())
              .number("status", source.status())
              .text("sha256", source.body().hex())
              .address("warcRecord", source.warcRecord()));
      graph.activity(
          fetch,
          attributes(note == null ? "term:Fetching" : "term:NoteTaking")
              .prov("endTime", source.fetchedAt()));
      graph.wasGeneratedBy(snapshot, fetch, source.fetchedAt());
      associate(fetch, note == null ? software : person(note.writtenBy()), record);
    }
    String article = article(source.id());
    if (!graph.knows(article)) {
      String extract = "activity:extract-" + source.id();
      graph.entity(
          article,
          attributes(note == null ? "term:Article" : "term:DeskNote")
              .label(source.title())
              .text("outlet", source.outlet())
              .texts("author", source.authors())
              .text("published", published(source))
              .text("language", source.language())
              .address("canonical", source.canonical())
              .text("origin", source.origin())
              .text("textSha256", source.text().hex()));
      graph.activity(extract, attributes("term:Extracting").text("extractor", source.extraction()));
      graph.used(extract, snapshot);
      graph.wasGeneratedBy(article, extract, null);
      graph.wasDerivedFrom(article, snapshot, extract);
      associate(extract, software, record);
      if (note != null) {
        graph.wasAttributedTo(article, person(note.writtenBy()), null);
        return;
      }
      String outlet = agent("outlet", source.outlet());
      graph.agent(outlet, attributes("prov:Organization").label(source.outlet()));
      graph.wasAttributedTo(article, outlet, null);
    }
  }

  private static @Nullable String published(RecordedSource source) {
    OffsetDateTime published = source.published();
    return published == null ? null : ISO_OFFSET_DATE_TIME.format(published);
  }

  /** Draft: the model, by its instructions, from the articles that its sentences cite. */
  private void draft(ProvenanceRecord record, Names names) {
    RecordedModel model = record.model();
    String agent = model(model);
    String prompt = prompt(model);
    graph.entity(
        names.draft,
        attributes("term:Draft")
            .label("Draft of version " + record.brief().version())
            .text("answerSha256", model.response().hex()));
    graph.activity(
        names.drafting,
        attributes("term:Drafting")
            .text("run", record.run().id())
            .text("pipeline", record.run().pipeline())
            .text("startedBy", record.run().startedBy())
            .text("requestSha256", model.request().hex()));
    var rewritten =
        record.rewritings().stream().flatMap(each -> each.sentences().stream()).toList();
    Set<String> drafted =
        cited(
            record,
            each ->
                each.author() instanceof RecordedAuthor.Model && !rewritten.contains(each.id()));
    for (String source : drafted) {
      graph.used(names.drafting, article(source));
      graph.wasDerivedFrom(names.draft, article(source), names.drafting);
    }
    graph.wasGeneratedBy(names.draft, names.drafting, null);
    graph.wasAssociatedWith(names.drafting, agent, prompt);
    graph.actedOnBehalfOf(agent, names.publisher, names.drafting);
    graph.wasAttributedTo(names.draft, agent, null);
  }

  /** A section that the model wrote again: another request, and part of the same draft. */
  private void rewriting(ProvenanceRecord record, RecordedRewriting rewriting, Names names) {
    RecordedModel model = rewriting.model();
    String agent = model(model);
    String activity = names.drafting + "-" + model.response().brief(NAME_DIGITS);
    graph.activity(
        activity,
        attributes("term:Rewriting")
            .text("requestSha256", model.request().hex())
            .text("answerSha256", model.response().hex()));
    for (String source : cited(record, each -> rewriting.sentences().contains(each.id()))) {
      graph.used(activity, article(source));
      graph.wasDerivedFrom(names.draft, article(source), activity);
    }
    graph.wasAssociatedWith(activity, agent, prompt(model));
    graph.actedOnBehalfOf(agent, names.publisher, activity);
    graph.wasAttributedTo(names.draft, agent, null);
  }

  private String model(RecordedModel model) {
    return graph.agent(
        agent("model", model.provider() + "\n" + model.name() + "\n" + model.reported()),
        attributes("prov:SoftwareAgent", "term:Model")
            .label(model.reported())
            .text("provider", model.provider())
            .text("name", model.name()));
  }

  private String prompt(RecordedModel model) {
    return graph.entity(
        "prompt:" + model.prompt().hex(),
        attributes("prov:Plan")
            .label(model.promptId() + " " + model.promptVersion())
            .text("sha256", model.prompt().hex()));
  }

  private void check(ProvenanceRecord record, Names names) {
    long clean =
        record.sentences().stream()
            .filter(sentence -> sentence.verdict().outcome().equals(RecordedVerdict.NO_MISMATCH))
            .count();
    graph.entity(
        names.report,
        attributes("term:Report")
            .label("Source check of version " + record.brief().version())
            .number("sentences", record.sentences().size())
            .number("withoutMismatch", (int) clean));
    graph.activity(
        names.checking, attributes("term:Checking").text("checker", record.run().checker()));
    graph.used(names.checking, names.draft);
    graph.wasGeneratedBy(names.report, names.checking, null);
    associate(names.checking, names.software, record);
  }

  /** Review: by a person, or by the pipeline's rules where nobody read it. */
  private void review(ProvenanceRecord record, Names names) {
    RecordedReview review = record.review();
    graph.entity(
        names.copy,
        attributes("term:Copy")
            .label("Approved copy of version " + record.brief().version())
            .text("sha256", review.approved().hex()));
    var activity =
        attributes("term:Reviewing")
            .prov("startTime", review.openedAt())
            .prov("endTime", review.decidedAt())
            .text("decision", review.decision());
    String agent =
        switch (review.reviewer()) {
          case RecordedReviewer.Person person -> {
            activity.text("role", person.role());
            yield person(person.name());
          }
          case RecordedReviewer.Policy policy -> {
            activity.label("Released by the rules of " + policy.pipeline() + "; nobody read it");
            yield names.software;
          }
        };
    graph.activity(names.reviewing, activity);
    graph.used(names.reviewing, names.draft);
    graph.used(names.reviewing, names.report);
    graph.wasGeneratedBy(names.copy, names.reviewing, review.decidedAt());
    graph.wasDerivedFrom(names.copy, names.draft, names.reviewing);
    for (String source : cited(record, each -> each.author() instanceof RecordedAuthor.Person)) {
      graph.used(names.reviewing, article(source));
      graph.wasDerivedFrom(names.copy, article(source), names.reviewing);
    }
    associate(names.reviewing, agent, record);
    var editors = new LinkedHashSet<String>();
    for (RecordedSentence sentence : record.sentences()) {
      if (sentence.author() instanceof RecordedAuthor.Person editor) {
        editors.add(person(editor.name()));
      }
    }
    editors.forEach(editor -> graph.wasAttributedTo(names.copy, editor, "term:Editing"));
  }

  private void publish(ProvenanceRecord record, Names names) {
    RecordedBrief brief = record.brief();
    graph.entity(names.brief, attributes("term:Brief").label(brief.slug()));
    graph.entity(
        names.version,
        attributes("prov:Collection", "term:Version")
            .label("Version " + brief.version() + " of " + brief.slug())
            .number("version", brief.version())
            .text("kind", brief.kind().word())
            .text("note", brief.note())
            .text("language", brief.language())
            .text("recordSha256", record.digest().hex())
            .text("label", record.label().shortText())
            .address("digitalSourceType", record.label().digitalSourceType()));
    graph.activity(
        names.publishing, attributes("term:Publishing").prov("endTime", brief.publishedAt()));
    graph.used(names.publishing, names.copy);
    graph.wasGeneratedBy(names.version, names.publishing, brief.publishedAt());
    graph.wasDerivedFrom(names.version, names.copy, names.publishing);
    graph.specializationOf(names.version, names.brief);
    Digest previous = brief.previous();
    String earlier = previous == null ? null : versionByRecord.get(previous);
    if (earlier != null) {
      graph.wasRevisionOf(names.version, earlier);
    }
    versionByRecord.put(record.digest(), names.version);
    graph.wasAttributedTo(names.version, names.publisher, null);
    graph.wasAttributedTo(
        names.version, person(record.review().responsible()), "term:EditorialResponsibility");
    associate(names.publishing, names.software, record);
    var files = new ArrayList<String>();
    for (RecordedArtefact artefact : brief.artefacts()) {
      files.add(
          graph.entity(
              "artefact:" + artefact.digest().hex(),
              attributes("term:Artefact")
                  .label(artefact.name())
                  .text("mediaType", artefact.mediaType())
                  .text("sha256", artefact.digest().hex())));
    }
    graph.hadMembers(names.version, files);
  }

  /** Somebody did it, and did it for the newsroom. */
  private void associate(String activity, String agent, ProvenanceRecord record) {
    graph.wasAssociatedWith(activity, agent, null);
    graph.actedOnBehalfOf(agent, agent("publisher", record.brief().publisher()), activity);
  }

  private String person(String name) {
    return graph.agent(agent("person", name), attributes("prov:Person").label(name));
  }

  /** The sources that those sentences rest on, in reading order. */
  private static Set<String> cited(ProvenanceRecord record, Predicate<RecordedSentence> of) {
    var sources = new LinkedHashSet<String>();
    for (RecordedSentence sentence : record.sentences()) {
      if (of.test(sentence)) {
        sentence.citations().forEach(citation -> sources.add(citation.source()));
      }
    }
    return sources;
  }

  private static String snapshot(RecordedSource source) {
    return "snapshot:" + source.body().hex();
  }

  private static String article(String sourceId) {
    return "article:" + sourceId;
  }

  private static String agent(String kind, String name) {
    return "agent:" + kind + "-" + Digest.ofText(name).brief(NAME_DIGITS);
  }

  private static ProvGraph.Attributes attributes(String... types) {
    return new ProvGraph.Attributes().type(types);
  }

  /** What one version's things are called. */
  private static final class Names {
    final String publisher;
    final String software;
    final String brief;
    final String version;
    final String draft;
    final String report;
    final String copy;
    final String drafting;
    final String checking;
    final String reviewing;
    final String publishing;

    Names(ProvenanceRecord record) {
      RecordedRun run = record.run();
      publisher = agent("publisher", record.brief().publisher());
      software =
          agent("software", run.software() + "\n" + run.softwareVersion() + "\n" + run.build());
      brief = "brief:" + record.brief().id();
      String one = record.brief().id() + "-v" + record.brief().version();
      version = "version:" + one;
      draft = "draft:" + one;
      report = "report:" + one;
      copy = "copy:" + one;
      drafting = "activity:draft-" + one;
      checking = "activity:check-" + one;
      reviewing = "activity:review-" + one;
      publishing = "activity:publish-" + one;
    }
  }
}
