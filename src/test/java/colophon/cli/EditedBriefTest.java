package colophon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Amendment;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.EditResult;
import colophon.copydesk.Mark;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import colophon.copydesk.RevisionResult;
import colophon.copydesk.Revisions;
import colophon.copydesk.Rewrite;
import colophon.copydesk.Rewrites;
import colophon.copydesk.Worksheet;
import colophon.edition.VersionPlan;
import colophon.publication.Publication;
import colophon.publication.PublicationStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A brief that a person changed, on its way out and into an auditor's hands. */
class EditedBriefTest {

  private static final Person KIM = new Person("kim", "Kim Seo-yeon");

  @TempDir private Path folder;

  @Test
  void anEditedBriefIsPublishedBundledAndVerified() throws Exception {
    String home = folder.resolve("home").toString();
    String sources = "samples/sources/";
    Console asked =
        Console.run(
            "brief",
            sources + "harbour-post/nara-summit.html",
            sources + "pacific-ledger/nara-talks.html",
            "--home",
            home);
    assertThat(asked.code()).as(asked.text()).isEqualTo(ExitCode.DONE);
    String root =
        JsonMapper.builder()
            .build()
            .readTree(Console.run("review", "list", "--json", "--home", home).out())
            .path(0)
            .path("draft")
            .asString();
    String slug = editAndPublish(home, root);

    String keys = Path.of(home, "keys").toString();
    Path bundle = folder.resolve("evidence.zip");
    Console bundled = Console.run("bundle", slug, "--out", bundle.toString(), "--home", home);
    assertThat(bundled.code()).as(bundled.text()).isEqualTo(ExitCode.DONE);
    Console verified = Console.run("verify", bundle.toString(), "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isEqualTo(ExitCode.DONE);
    Console replay = Console.run("replay", bundle.toString());
    // A brief on request was written under no applied definition, so its print stage says so.
    assertThat(replay.text()).doesNotContain("\tat ");
    assertThat(replay.out())
        .containsPattern("check +the same")
        .containsPattern("edit +the same.*people's 2 changes")
        .contains("print ");
    var entries = BundleEntries.unpacked(bundle);
    assertThat(entries.keySet())
        .filteredOn(name -> name.startsWith("writing/sections/"))
        .hasSize(2);
    assertThat(new String(entries.get("briefs/" + slug + "/v1/record.json"), UTF_8))
        .contains("\"rewritings\":[{\"model\":");

    correctAndPublish(home, slug);
    Path corrected = folder.resolve("corrected.zip");
    bundled = Console.run("bundle", slug, "--out", corrected.toString(), "--home", home);
    assertThat(bundled.code()).as(bundled.text()).isEqualTo(ExitCode.DONE);
    verified = Console.run("verify", corrected.toString(), "--trust", keys);
    assertThat(verified.code()).as(verified.text()).isEqualTo(ExitCode.DONE);
    assertThat(Console.run("replay", corrected.toString()).out())
        .containsPattern("check +the same")
        .containsPattern("edit +the same.*people's 4 changes");
  }

  /** Corrects what is out: at the command line too, a draft that differs in nothing is refused. */
  private static void correctAndPublish(String home, String slug) {
    String draft;
    try (OpenNewsroom newsroom = KeptBytes.open(home)) {
      var told = new DeskEvent.Told(true, "An earlier version said less.");
      RevisionResult opened = newsroom.room(Revisions.class).open(slug, told, KIM);
      draft = ((RevisionResult.Opened) opened).worksheet().draft().id();
    }
    String[] approve = {
      "review", "approve", draft, "--by", "Kim Seo-yeon", "--role", "editor", "--home", home
    };
    Console refused = Console.run(approve);
    assertThat(refused.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(refused.text()).contains("Nothing differs from version 1");
    try (OpenNewsroom newsroom = KeptBytes.open(home)) {
      var desk = newsroom.room(CopyDesk.class);
      Sentence lede = desk.worksheet(draft).orElseThrow().draft().brief().lede().getFirst();
      var longer = new Amendment.Rewrite(lede.id(), lede.text(), "In short: " + lede.text());
      draft = ((EditResult.Saved) desk.amend(draft, longer, KIM)).worksheet().draft().id();
    }
    approve[2] = draft;
    Console approved = Console.run(approve);
    assertThat(approved.code()).as(approved.text()).isEqualTo(ExitCode.DONE);
    assertThat(approved.text()).contains("version 2");
    try (OpenNewsroom newsroom = KeptBytes.open(home)) {
      var store = newsroom.room(PublicationStore.class);
      VersionPlan second = store.released(store.briefId(slug).orElseThrow()).getLast();
      assertThat(second.kind()).isEqualTo(VersionPlan.Kind.CORRECTION);
      assertThat(second.note()).isEqualTo("An earlier version said less.");
    }
  }

  /** Has the writer write the first section that it can write again, and takes it. */
  private static Worksheet writtenAgain(OpenNewsroom newsroom, Worksheet sheet) {
    var rewrites = newsroom.room(Rewrites.class);
    for (Section section : sheet.draft().brief().sections()) {
      var asked = rewrites.ask(sheet.root().id(), section.subhead().id(), "what is planned", KIM);
      String id = ((Rewrites.Begun) asked).rewrite().id();
      Rewrite written = rewrites.find(id).orElseThrow();
      while (written.endedAt() == null) {
        Thread.onSpinWait();
        written = rewrites.find(id).orElseThrow();
      }
      if (written.amendment() != null) {
        return ((EditResult.Saved) rewrites.take(id, KIM)).worksheet();
      }
    }
    throw new AssertionError("no section could be written again");
  }

  private static String editAndPublish(String home, String root) {
    try (OpenNewsroom newsroom = KeptBytes.open(home)) {
      var desk = newsroom.room(CopyDesk.class);
      Sentence lede = desk.worksheet(root).orElseThrow().draft().brief().lede().getFirst();
      EditResult.Saved saved =
          (EditResult.Saved)
              desk.amend(
                  root,
                  new Amendment.Rewrite(
                      lede.id(), lede.text(), "As the sources have it: " + lede.text()),
                  KIM);
      Worksheet sheet = writtenAgain(newsroom, saved.worksheet());
      String draft = sheet.draft().id();
      desk.note(draft, new DeskEvent.Opened(), KIM);
      for (Sentence sentence : sheet.sentences()) {
        desk.note(draft, new DeskEvent.Looked(sentence.id(), sentence.text()), KIM);
      }
      for (Mark mark : sheet.blocking()) {
        assertThat(desk.settle(draft, mark.flag().key(), "Seen.", KIM))
            .isInstanceOf(NoteResult.Noted.class);
      }
      var decider = newsroom.room(Decider.class);
      CopyDecision.Approve approve =
          (CopyDecision.Approve) decider.approve(draft, KIM, "editor", null);
      return ((Publication.Released) decider.publish(approve.approved(), null))
          .plan()
          .slug()
          .value();
    }
  }
}
