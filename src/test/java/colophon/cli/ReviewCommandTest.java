package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom in which three briefs were asked for, worked in as its editor would. */
class ReviewCommandTest {

  private static final String SOURCES = "samples/sources/";

  @TempDir static Path folder;
  private static String home = "";
  private static Console nara;
  private static Console unlike;

  @BeforeAll
  static void askForBriefs() {
    home = folder.resolve("home").toString();
    nara =
        Console.run(
            "brief",
            SOURCES + "harbour-post/nara-summit.html",
            SOURCES + "pacific-ledger/nara-talks.html",
            "--home",
            home);
    unlike =
        Console.run(
            "brief",
            SOURCES + "counting-house/averland-rate.html",
            SOURCES + "windward-daily/skerries-race.html",
            "--home",
            home);
    assertThat(Console.run("brief", "samples/documents", "--home", home, "--json").code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void twoArticlesOnOneEventBecomeOneDraftThatWaits() {
    assertThat(nara.code()).isEqualTo(ExitCode.DONE);
    assertThat(nara.out())
        .contains("group    1 story from 2 articles")
        .contains("Held ")
        .contains("colophon review show d-")
        .contains("--home " + home);
  }

  @Test
  void twoArticlesOnTwoEventsAreNotMixed() {
    assertThat(unlike.out()).contains("2 stories from 2 articles");
    assertThat(unlike.out()).doesNotContain("1 story from 2 articles");
  }

  @Test
  void anEmptyFolderGivesNoBriefOfWhatWasAskedForBefore() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Console refused = Console.run("brief", empty.toString(), "--home", home);
    assertThat(refused.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(refused.out()).contains("0 articles").contains("Name two or more articles");
  }

  @Test
  void aPageThatHoldsNoArticleIsRefusedWithTheReason() throws Exception {
    Path page = Files.writeString(folder.resolve("blank.html"), "<html><body></body></html>");
    Console refused = Console.run("brief", page.toString(), "--home", home);
    assertThat(refused.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(refused.out()).contains("What did not come out:").contains("holds no running text");
  }

  @Test
  void anArticleThatOneSourceBroughtIsThereForAnotherToo() {
    Console again =
        Console.run(
            "brief",
            SOURCES + "pacific-ledger/nara-talks.html",
            SOURCES + "westmere-courier/lindhaven-summit.html",
            "--home",
            home);
    assertThat(again.out()).contains("from 2 articles");
  }

  @Test
  void theListIsTheSameForPeopleAndScripts() {
    List<String> ids = waiting();
    assertThat(ids).isNotEmpty();
    Console list = Console.run("review", "list", "--home", home);
    assertThat(list.code()).isEqualTo(ExitCode.DONE);
    assertThat(list.out()).contains(ids);
    Console show = Console.run("review", "show", ids.getFirst(), "--home", home);
    assertThat(show.code()).isEqualTo(ExitCode.DONE);
    assertThat(show.out()).contains("Waits for an editor since", "headline", "standfirst");
  }

  @Test
  void approvedOnceItIsOutAndApprovedTwiceItIsStillOneVersion() {
    String draft = freshDraft("approved");
    Console nobody = approve(draft, " ");
    assertThat(nobody.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(nobody.err()).isNotBlank().doesNotContain("\tat ");
    Console once = approve(draft, "Ada Poe");
    assertThat(once.code()).as(once.text()).isEqualTo(ExitCode.DONE);
    assertThat(once.out()).contains("Published version 1");
    Console twice = approve(draft, "Ada Poe");
    assertThat(twice.out()).contains("Published version 1");
    JsonNode out = json(Console.run("show", "--json", "--home", home));
    assertThat(out)
        .anySatisfy(brief -> assertThat(brief.path("version").asString()).startsWith("1"));
    String slug = out.path(0).path("slug").asString();
    assertThat(Path.of(out.path(0).path("files").asString()).resolve("brief.txt"))
        .content()
        .contains("AI-generated: verify with the original", "Ada Poe");

    assertThat(withdraw("no-such-brief", "Ada Poe", "Because.").code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(withdraw(slug, "Ada Poe", " ").code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(withdraw(slug, " ", "Because.").code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    Console gone = withdraw(slug, "Ada Poe", "A test of the withdrawal.");
    assertThat(gone.code()).as(gone.text()).isEqualTo(ExitCode.DONE);
    assertThat(gone.out()).contains("Withdrawn: 1 version.");
    assertThat(withdraw(slug, "Ada Poe", "Again.").code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(Console.run("show", slug, "--home", home).out())
        .contains("Withdrawn by Ada Poe", "A test of the withdrawal.");
    String keys = Path.of(home, "keys").toString();
    assertThat(Console.run("verify", Path.of(home, "site").toString(), "--trust", keys).code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void aSpikedDraftStaysSpiked() {
    String draft = freshDraft("spiked");
    assertThat(decide("spike", draft, "Ada Poe", " ").err()).contains("--reason");
    assertThat(decide("spike", draft, "Ada Poe", "Not ours.").code()).isEqualTo(ExitCode.DONE);
    Console late = approve(draft, "Ben Low");
    assertThat(late.code()).isEqualTo(ExitCode.NOT_ALL_DONE);
    assertThat(late.err()).contains("spiked by Ada Poe", "Not ours.");
    assertThat(waiting()).doesNotContain(draft);
  }

  @Test
  void aDraftThatWasSentBackIsNoLongerWaiting() {
    String draft = freshDraft("sent back");
    assertThat(decide("send-back", draft, "Ada Poe", "Say who.").out()).contains("Sent back.");
    assertThat(Console.run("review", "show", draft, "--home", home).out())
        .contains("Sent back by Ada Poe: Say who.");
    assertThat(waiting()).doesNotContain(draft);
  }

  @Test
  void whatDoesNotExistIsNamed() {
    for (String command : List.of("approve", "spike", "send-back", "show")) {
      var line = new ArrayList<>(List.of("review", command, "d-nothing", "--home", home));
      if (!command.equals("show")) {
        line.addAll(List.of("--by", "Ada Poe"));
      }
      if (command.equals("spike") || command.equals("send-back")) {
        line.addAll(List.of("--reason", "Because."));
      }
      Console unknown = Console.run(line.toArray(String[]::new));
      assertThat(unknown.code()).as(command).isEqualTo(ExitCode.NOT_FOUND);
      assertThat(unknown.err()).contains("d-nothing", "review list").doesNotContain("\tat ");
    }
    Console brief = Console.run("show", "no-such-brief", "--home", home);
    assertThat(brief.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(brief.err()).contains("no-such-brief", "colophon show");
  }

  @Test
  void anUnknownPipelineIsRefusedWithThoseThereAre() {
    Console unknown = Console.run("run", "sampels", "--home", home);
    assertThat(unknown.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(unknown.err()).contains("sampels", "samples", "documents");
  }

  @Test
  void applyingTellsWhatChangedSinceTheLastTime() throws Exception {
    Path prompts = Files.createDirectory(folder.resolve("prompts"));
    Path prompt = prompts.resolve("brief.md");
    Files.copy(Path.of("prompts/brief.md"), prompt);
    String[] apply = {"apply", "--home", home, "--prompts", prompts.toString()};
    Console.run(apply);
    assertThat(Console.run(apply).out()).contains("Nothing has changed.");
    Files.writeString(prompt, Files.readString(prompt) + "\nWrite plainly.\n");
    assertThat(Console.run(apply).out()).contains("changed  prompt brief").contains("1 file");
  }

  @Test
  void aHealthyNewsroomIsSaidToBeSo() {
    Console doctor = Console.run("doctor", "--home", home);
    assertThat(doctor.code()).as(doctor.out()).isEqualTo(ExitCode.DONE);
    assertThat(doctor.out()).contains("ok    Database", "ok    Keys").doesNotContain("mend ");
  }

  /** A draft of its own for a test that decides on it. */
  private static String freshDraft(String title) {
    Path file = folder.resolve(title.replace(' ', '-') + ".txt");
    try {
      String text = Files.readString(Path.of("samples/documents/quayside-reaction.txt"));
      Files.writeString(file, text.replace("Aldermouth", "Aldermouth " + title));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    JsonNode made =
        json(
            Console.run(
                "brief",
                file.toString(),
                "samples/documents/cabinet-decision.txt",
                "samples/documents/flood-wall-backed.html",
                "--home",
                home,
                "--json"));
    assertThat(made.path("held").size()).as(made.toString()).isEqualTo(1);
    return made.path("held").path(0).path("draftId").asString();
  }

  private static List<String> waiting() {
    var ids = new ArrayList<String>();
    json(Console.run("review", "list", "--json", "--home", home))
        .forEach(draft -> ids.add(draft.path("draft").asString()));
    return ids;
  }

  private static Console approve(String draft, String by) {
    return Console.run("review", "approve", draft, "--by", by, "--home", home);
  }

  private static Console decide(String how, String draft, String by, String reason) {
    return Console.run("review", how, draft, "--by", by, "--reason", reason, "--home", home);
  }

  private static Console withdraw(String brief, String by, String reason) {
    return decide("withdraw", brief, by, reason);
  }

  private static JsonNode json(Console console) {
    assertThat(console.err()).isEmpty();
    return new JsonMapper().readTree(console.out());
  }
}
