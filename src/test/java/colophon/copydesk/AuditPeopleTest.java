package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Sentence;
import colophon.edition.VersionPlan;
import colophon.publication.AuditEntry;
import colophon.publication.AuditIndex;
import colophon.publication.AuditQuery;
import colophon.publication.Publication;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Auditors find a version by everybody who had to do with it, not by its record's people alone. */
@Timeout(240)
class AuditPeopleTest {

  private static final Person LEE = new Person("lee", "Lee Sample");
  private static final Person MAX = new Person("max", "Max Sample");
  private static final Person ROSA = new Person("rosa", "Rosa Sample");

  @TempDir static Path folder;
  private static DeskNewsroom newsroom;
  private static AuditIndex index;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new DeskNewsroom(folder);
    index = new AuditIndex(newsroom.database.jdbc());
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void whoEditedRemarkedOrOverrodeIsFoundAtTheVersionsTheyWorkedOn() throws Exception {
    String root = newsroom.draft();
    Sentence standfirst = newsroom.standfirst(root);
    saved(newsroom.rewrite(root, standfirst, "Martians landed in Lindhaven.", LEE));
    Sentence again = newsroom.standfirst(newsroom.last(root));
    saved(newsroom.rewrite(newsroom.last(root), again, "Martians landed in Aldermouth.", KIM));
    String draft = newsroom.last(root);
    newsroom.desk.comment(draft, "", "Did anybody call them?", ROSA);
    newsroom.read(draft, MAX);
    newsroom.read(draft, DANA);
    assertThat(newsroom.decider.override(draft, MAX, "editor", "The desk saw it."))
        .isInstanceOf(CopyDecision.Noted.class);
    VersionPlan first = released(newsroom.decider.confirm(draft, DANA, "chief", null), null);

    assertThat(named("lee samp")).containsExactly(first.slug() + " 1");
    assertThat(named("Rosa")).containsExactly(first.slug() + " 1");
    assertThat(named("max")).containsExactly(first.slug() + " 1");
    assertThat(named("Kim Seo")).containsExactly(first.slug() + " 1");
    assertThat(named("Whitlock")).containsExactly(first.slug() + " 1");
    assertThat(named("Lee Martian")).isEmpty();
    AuditEntry entry = find("rosa").getFirst();
    assertThat(entry.people()).contains("Dana Whitlock", "Kim Seo-yeon", "Max Sample");
    assertThat(entry.atTheDesk()).containsExactly("Lee Sample (edited)", "Rosa Sample (remarked)");

    newsroom.pass(60);
    RevisionResult opened =
        newsroom
            .rooms
            .room(Revisions.class)
            .open(first.slug().value(), new DeskEvent.Told(true, "Nobody landed."), ROSA);
    String correction = ((RevisionResult.Opened) opened).worksheet().draft().id();
    Sentence wrong = newsroom.standfirst(correction);
    saved(newsroom.rewrite(correction, wrong, "They met in Nara on Tuesday.", KIM));
    String edited = newsroom.last(correction);
    newsroom.read(edited, KIM);
    newsroom.settleAll(edited, KIM);
    released(newsroom.decider.approve(edited, KIM, "editor", null), null);
    assertThat(named("Lee")).containsExactly(first.slug() + " 1");
    assertThat(named("Rosa")).containsExactly(first.slug() + " 2", first.slug() + " 1");
    assertThat(find("Rosa").getFirst().atTheDesk())
        .containsExactly("Rosa Sample (took it up, wrote the public note)");

    new DeskErasure(newsroom.database.jdbc()).rename("Lee Sample", "person 1 (name erased)");
    assertThat(named("Lee")).isEmpty();
    assertThat(named("person 1")).containsExactly(first.slug() + " 1");
    assertThat(named("")).contains(first.slug() + " 1", first.slug() + " 2");
    newsroom.database.jdbc().sql("delete from audit_version").update();
    newsroom.database.jdbc().sql("delete from audit_name").update();
    assertThat(named("Rosa")).containsExactly(first.slug() + " 2", first.slug() + " 1");
  }

  private static VersionPlan released(CopyDecision decision, @Nullable String note) {
    Publication done = newsroom.decider.publish(((CopyDecision.Approve) decision).approved(), note);
    assertThat(done).isInstanceOf(Publication.Released.class);
    return ((Publication.Released) done).plan();
  }

  private static List<AuditEntry> find(String person) {
    return index
        .find(new AuditQuery("", "", "", "", person, "", null, null, AuditQuery.Outcome.ANY), 50, 0)
        .entries();
  }

  private static List<String> named(String person) {
    return find(person).stream()
        .map(entry -> entry.plan().slug() + " " + entry.plan().version())
        .toList();
  }
}
