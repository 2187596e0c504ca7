package colophon.evidence;

import colophon.article.Article;
import colophon.article.Extraction;
import colophon.article.Extractor;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.capture.Captured;
import colophon.capture.ItemHint;
import colophon.capture.Snapshot;
import colophon.capture.Source;
import colophon.capture.SourceKind;
import colophon.capture.WarcArchive;
import colophon.capture.WarcFormatException;
import colophon.capture.WarcLimits;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingStore;
import colophon.grounding.Thresholds;
import colophon.kernel.Digest;
import colophon.kernel.JsonFormatException;
import colophon.llm.MessageFormatException;
import colophon.llm.StoredWriting;
import colophon.provenance.ProvenanceFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Makes a published version again and compares stage by stage: the texts from the archived copies,
 * the draft from the stored answer, the source check with the stored embeddings, the marks, the
 * pages from the approved draft, the record; beside the database also the stories of the run. What
 * no program can compute again (the answer, the embeddings, signatures, times) is read. Each stage
 * starts from what is stored of the stage before, so that one that parts does not carry the others
 * with it.
 */
public final class Replay {

  private final ReplayMaterial material;
  private final Extractor extractor;

  private Replay(ReplayMaterial material, Extractor extractor) {
    this.material = material;
    this.extractor = extractor;
  }

  /** One stage's work. */
  private interface Work {
    ReplayStage run()
        throws IOException, WarcFormatException, JsonFormatException, MessageFormatException;
  }

  /**
   * Replays a bundle.
   *
   * @param files of a bundle that verification found intact
   */
  public static List<ReplayStage> run(SortedMap<String, byte[]> files, Extractor extractor) {
    return run(files, extractor, List.of());
  }

  /**
   * Replays a version beside its database.
   *
   * @param files as its bundle would hold them
   * @param group groups the run's articles into stories again
   */
  static List<ReplayStage> besideDatabase(
      SortedMap<String, byte[]> files, Extractor extractor, Supplier<ReplayStage> group) {
    return run(files, extractor, List.of(group));
  }

  private static List<ReplayStage> run(
      SortedMap<String, byte[]> files, Extractor extractor, List<Supplier<ReplayStage>> grouping) {
    try {
      return new Replay(ReplayMaterial.read(files), extractor).stages(grouping);
    } catch (JsonFormatException | ProvenanceFormatException | RuntimeException e) {
      return List.of(new ReplayStage.NotReplayed("open", String.valueOf(e.getMessage())));
    }
  }

  private List<ReplayStage> stages(List<Supplier<ReplayStage>> grouping) {
    var stages = new ArrayList<ReplayStage>();
    stages.add(stage("read", this::read));
    grouping.forEach(group -> stages.add(stage("group", group::get)));
    stages.add(stage("write", this::write));
    stages.add(stage("edit", this::edit));
    stages.add(stage("check", this::check));
    stages.add(stage("flag", () -> FlagReplay.run(material)));
    stages.add(stage("print", () -> PrintReplay.run(material)));
    stages.add(stage("record", () -> RecordReplay.run(material, copies())));
    return List.copyOf(stages);
  }

  /** What a bundle's unsigned files hold is anybody's: whatever they lead to, a stage ends. */
  private static ReplayStage stage(String name, Work work) {
    try {
      return work.run();
    } catch (IOException
        | WarcFormatException
        | JsonFormatException
        | MessageFormatException
        | RuntimeException e) {
      return new ReplayStage.NotReplayed(name, "It broke off: " + e.getMessage());
    }
  }

  private Map<Digest, Snapshot> copies() throws IOException, WarcFormatException {
    Map<Digest, Snapshot> copies = new HashMap<>();
    byte[] warc = material.file(SourcePart.WARC);
    if (warc != null) {
      for (Snapshot copy :
          WarcArchive.read(new ByteArrayInputStream(warc), WarcLimits.standard())) {
        copies.put(copy.digest(), copy);
      }
    }
    return copies;
  }

  private ReplayStage read() throws IOException, WarcFormatException {
    Map<Digest, Snapshot> copies = copies();
    var compared = new ArrayList<String>();
    for (Article article : material.dossier().articles()) {
      Snapshot copy = copies.get(article.snapshot());
      if (copy == null) {
        return material.missing(
            "read", article.snapshot(), "The archived copy of \"" + article.title() + "\"");
      }
      Extraction extraction = extractor.extract(captured(article, copy));
      if (!(extraction instanceof Extraction.Extracted extracted)) {
        return new ReplayStage.Differs(
            "read", "No text was found in the archived copy of \"" + article.title() + "\".");
      }
      if (!extracted.article().text().equals(article.text())) {
        return new ReplayStage.Differs(
            "read",
            "The text of \""
                + article.title()
                + "\", "
                + Difference.first(extracted.article().text(), article.text())
                + build(extracted.article().extraction(), article.extraction()));
      }
      if (!extracted.article().passages().equals(article.passages())) {
        return new ReplayStage.Differs(
            "read", "The passages of \"" + article.title() + "\" are cut otherwise.");
      }
      compared.add(article.id());
    }
    return new ReplayStage.Same("read", compared.size() + " texts from their archived copies");
  }

  /**
   * The copy as it was captured; what a feed said of it cannot be known, nor does it touch text.
   */
  private static Captured captured(Article article, Snapshot copy) {
    var source =
        new Source(
            article.sourceId(),
            article.outlet(),
            SourceKind.PAGE,
            copy.landed(),
            null,
            1,
            false,
            List.of(),
            Duration.ofHours(1));
    var hint =
        new ItemHint(
            copy.landed(),
            article.title(),
            article.authors(),
            article.published(),
            article.outlet());
    return new Captured(source, hint, copy);
  }

  private ReplayStage write() throws MessageFormatException {
    byte[] request = material.file("writing/request.json");
    byte[] answer = material.file("writing/answer.json");
    var model = material.record().model();
    if (request == null) {
      return material.missing("write", model.request(), "What the model was sent");
    }
    if (answer == null) {
      return material.missing("write", model.response(), "What the model answered");
    }
    Draft written = written(answer);
    Brief brief = StoredWriting.brief(request, answer, material.dossier().withoutNotes());
    byte[] again =
        DraftDocument.format(
            new Draft(
                written.id(),
                written.storyId(),
                written.storyRevision(),
                brief,
                written.writing(),
                written.writtenAt()));
    return compare(
        "write", again, DraftDocument.format(written), "the draft from the stored answer");
  }

  /** The model wrote the first draft with this answer; what people made of it are later ones. */
  private Draft written(byte[] answer) {
    return material.drafts().stream()
        .filter(draft -> draft.writing().response().equals(Digest.of(answer)))
        .findFirst()
        .orElse(material.draft());
  }

  private ReplayStage edit() throws JsonFormatException {
    byte[] answer = material.file("writing/answer.json");
    return EditReplay.replay(
        material, answer == null ? material.drafts().getFirst() : written(answer));
  }

  private ReplayStage check() throws JsonFormatException {
    byte[] report = material.file("check/grounding.json");
    Thresholds thresholds = material.settings().thresholds().orElse(null);
    if (report == null || thresholds == null) {
      return new ReplayStage.NotReplayed(
          "check",
          "The source check's report, or the thresholds it was made with, are not at hand.");
    }
    byte[] again =
        GroundingStore.format(
            Grounder.check(
                material.draft().brief(),
                material.dossier(),
                StoredEmbeddings.read(material.object("check/embeddings.json")),
                thresholds));
    return compare("check", again, report, "the source check with the stored embeddings");
  }

  static ReplayStage compare(String name, byte[] again, byte[] stored, String what) {
    return Arrays.equals(again, stored)
        ? new ReplayStage.Same(name, what)
        : new ReplayStage.Differs(name, "In " + what + ", " + Difference.first(again, stored));
  }

  private static String build(String ours, String theirs) {
    return ours.equals(theirs)
        ? ""
        : " It was read by " + theirs + ", and this build reads by " + ours + ".";
  }
}
