package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.llm.Cast.Step;
import colophon.llm.ProtocolPeer.Stop;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunResult;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedModel;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs over the samples, from feed to record, with each provider's peer as the writer. */
class ProviderRunTest {

  private static final String GERMAN =
      """
      {"headline":{"text":"Der Rat stimmt für den Bau einer neuen Brücke über den Fluss","passages":["1.1"]},
       "standfirst":[{"text":"Der Stadtrat hat am Dienstag beschlossen, eine Brücke über den Fluss zu bauen, und das Vorhaben soll im nächsten Jahr beginnen.","passages":["1.1"]}],
       "lede":[{"text":"Neun Mitglieder stimmten dafür und vier dagegen, weil das Geld nach ihrer Ansicht für Straßen und für das Dach der Schule gebraucht wird, das seit vielen Jahren undicht ist.","passages":["1.1"]}],
       "subheads":[{"section":1,"text":"Die Kosten des Vorhabens","passages":["1.1"]}],
       "body":[{"section":1,"paragraph":1,"text":"Die Brücke soll nach den Angaben des Rates ungefähr zweieinhalb Millionen kosten, von denen das Land die Hälfte bezahlt, während die Stadt den Rest über mehrere Jahre aufbringen will.","passages":["1.1"]},
        {"section":1,"paragraph":2,"text":"Die Gegner nannten den Preis eine Vermutung und verlangten, dass vor dem Beginn der Arbeiten noch einmal gerechnet wird, denn bisher sei noch jedes Vorhaben dieser Art teurer geworden als gedacht.","passages":["1.1"]},
        {"section":1,"paragraph":3,"text":"Die Fähre, die jeden Tag ungefähr dreihundert Menschen über den Fluss bringt, soll eingestellt werden, sobald die Brücke fertig ist, und ihre Besatzung soll eine andere Arbeit bekommen.","passages":["1.1"]}]}
      """;

  private static SampleNewsroom newsroom;

  @BeforeAll
  static void open(@TempDir Path home) throws Exception {
    newsroom = new SampleNewsroom(home);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  static Stream<Named<Supplier<ProtocolPeer>>> peers() {
    return ProviderProtocolTest.peers();
  }

  /** What a service does to one story, and what the operator then reads of it. */
  private record Scene(String reason, int calls, boolean stored, List<Step> steps) {}

  @ParameterizedTest
  @MethodSource("peers")
  void aGoodAnswerIsPublishedWithARecordOfHowItWasMade(Supplier<ProtocolPeer> make)
      throws Exception {
    ProtocolPeer peer = make.get();
    Cast cast = newsroom.cast(peer);
    Pipeline pipeline =
        SampleNewsroom.pipeline(
            "good-" + peer.use().replaceAll(":.*", ""), "  use: " + peer.use() + "\n", "");
    RunResult result = newsroom.run(pipeline, "good");
    assertThat(result.published()).isNotEmpty();
    assertThat(result.published().size() + result.held().size()).isEqualTo(cast.stories.size());
    assertThat(peer.faults).isEmpty();
    String slug = result.published().getFirst().slug();
    Path folder = newsroom.site.resolve("briefs").resolve(slug).resolve("v1");
    RecordedModel model =
        ProvenanceRecord.parse(Files.readAllBytes(folder.resolve("record.json"))).model();
    assertThat(peer.use()).isEqualTo(model.provider() + ":" + model.name());
    assertThat(model.reported()).isEqualTo(peer.reportedModel());
    assertThat(model.prompt())
        .isEqualTo(new PromptFiles(Path.of("prompts")).read("brief").digest());
    assertThat(model.parameters())
        .containsEntry("temperatureMilli", "not sent")
        .containsEntry("answer", "json-schema")
        .containsEntry("mostOutputTokens", "8192");
    assertThat(model.inputTokens()).isEqualTo(ProtocolPeer.INPUT_TOKENS);
    assertThat(model.outputTokens()).isEqualTo(ProtocolPeer.OUTPUT_TOKENS);
    assertThat(model.attempts()).isEqualTo(1);
    boolean free = peer.keyVariable() == null;
    assertThat(model.costMicros()).isEqualTo(free ? Long.valueOf(0) : null);
    assertThat(kept("request", model.request())).isEqualTo(1);
    assertThat(kept("answer", model.response())).isEqualTo(1);
    assertThat(peer.bodies)
        .allSatisfy(
            body -> assertThat(CanonicalJson.text(body)).doesNotContain("\"temperature\":"));
    keepsTheKey();
  }

  @ParameterizedTest
  @MethodSource("peers")
  void aBadAnswerSetsItsStoryAsideWithASentenceAndTheOthersGoOn(Supplier<ProtocolPeer> make)
      throws Exception {
    ProtocolPeer peer = make.get();
    Cast cast = newsroom.cast(peer);
    Pipeline pipeline =
        SampleNewsroom.pipeline(
            "bad-" + peer.use().replaceAll(":.*", ""),
            "  use: " + peer.use() + "\n",
            "\nbudget: {callsPerRun: 100, tokensPerRun: 9000000, callsPerDay: 900, tokensPerDay:"
                + " 90000000}\n");
    List<Scene> scenes = scenes(peer, cast);
    int act = 0;
    int goodOnes = 0;
    while (!scenes.isEmpty()) {
      List<Scene> now = List.copyOf(scenes.subList(0, Math.min(5, scenes.size())));
      now.forEach(scene -> cast.part(scene.steps().toArray(Step[]::new)));
      int before = peer.bodies.size();
      RunResult result = newsroom.run(pipeline, "act " + ++act);
      int played = Math.min(now.size(), cast.stories.size());
      assertThat(played).as("stories that called in act " + act).isPositive();
      for (int i = 0; i < played; i++) {
        told(now.get(i), result);
      }
      goodOnes += result.published().size() + result.held().size();
      int calls = now.subList(0, played).stream().mapToInt(Scene::calls).sum();
      assertThat(peer.bodies.size() - before)
          .as("calls of act " + act)
          .isEqualTo(calls + Math.max(0, cast.stories.size() - now.size()));
      runsAgainWithoutBuying(pipeline, "act " + act, peer, cast, now);
      scenes.subList(0, played).clear();
      cast.curtain();
      assertThat(act).isLessThan(12);
    }
    assertThat(goodOnes).isPositive();
    assertThat(peer.faults).isEmpty();
    keepsTheKey();
  }

  private static void told(Scene scene, RunResult result) {
    if (!scene.reason().isEmpty()) {
      assertThat(result.problems())
          .anySatisfy(problem ->
              assertThat(problem)
                  .startsWith("No draft of \"")
                  .containsPattern(scene.reason())
                  .endsWith(".")
                  .doesNotContain("\n", "Exception", "java."));
    }
  }

  /** A second run of the same slot is the same run: what is stored is not asked for again. */
  private static void runsAgainWithoutBuying(
      Pipeline pipeline, String slot, ProtocolPeer peer, Cast cast, List<Scene> played) {
    if (played.stream().allMatch(Scene::stored)) {
      int before = peer.bodies.size();
      RunResult again = newsroom.run(pipeline, slot);
      assertThat(peer.bodies.size()).as("calls of " + slot + " again").isEqualTo(before);
      played
          .subList(0, Math.min(played.size(), cast.stories.size()))
          .forEach(scene -> told(scene, again));
    }
  }

  private static List<Scene> scenes(ProtocolPeer peer, Cast cast) {
    var scenes = new ArrayList<Scene>();
    Step prose = says("Certainly! Here is the brief you asked for.", Stop.DONE);
    asked(scenes, "in 2 tries.*expected a JSON object and nothing else", prose);
    asked(scenes, "not JSON", cast.changed(text -> text.substring(0, text.length() / 2)));
    asked(scenes, "cut off at its limit of 8192 tokens", says("{\"headline\":", Stop.CUT));
    asked(
        scenes,
        "the message has no passage \"77\\.7\"",
        cast.changed(text -> text.replaceFirst("\"\\d+\\.\\d+\"", "\"77.7\"")));
    asked(scenes, "expected the language \"en\", found \"de\"", says(GERMAN, Stop.DONE));
    asked(
        scenes,
        "(expected 120 to 450 words, found \\d{4})",
        cast.changed(text ->
            text.replaceAll(
                "(\"paragraph\":\\d+,\"passages\":\\[[^]]*],\"section\":\\d+,\"text\":\")",
                "$1" + "and so on ".repeat(80))));
    asked(scenes, "expected a JSON object and nothing else, found \"\"", says("", Stop.DONE));
    scenes.add(new Scene("", 2, true, List.of(prose, cast.well())));
    if (ProviderProtocolTest.peersThatDecline()
        .anyMatch(each -> each.getPayload().get().use().equals(peer.use()))) {
      scenes.add(
          new Scene(
              "declined to write about this story; choose another model",
              1,
              true,
              List.of(says("", Stop.WITHHELD))));
    }
    // Each peer that was made just now took the line; this one takes it back.
    peer.takesTheLine();
    once(
        scenes,
        "answered with more than 2097152 bytes",
        says("and so on ".repeat(1_200_000), Stop.DONE));
    once(scenes, "(did not accept the|wants a) key", fails(401, "bad key", null));
    once(scenes, "status 404: no such model", fails(404, "no such model", null));
    once(
        scenes,
        "could not be read as its provider's protocol",
        (service, message) -> ProtocolPeer.raw(200, "<html>Welcome to the hotel</html>"));
    once(
        scenes,
        "broke off before its answer was complete",
        (service, message) -> WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    once(scenes, "asked us to wait 3600 s", fails(429, "slow down", "3600"));
    Step later = fails(429, "slow down", "2");
    scenes.add(
        new Scene(
            "status 429(, as often as we may ask|\\. Start it again)",
            3,
            true,
            List.of(later, later, later)));
    Step oops = fails(500, "oops", null);
    scenes.add(
        new Scene(
            "status 500(, as often as we may ask|\\. Start it again)",
            3,
            true,
            List.of(oops, oops, oops)));
    scenes.add(new Scene("", 3, true, List.of(later, oops, cast.well())));
    return scenes;
  }

  /** An answer that is asked for once more, and is no better then. */
  private static void asked(List<Scene> scenes, String reason, Step step) {
    scenes.add(new Scene(reason, 2, true, List.of(step, step)));
  }

  /** A failure after which nobody asks again. */
  private static void once(List<Scene> scenes, String reason, Step step) {
    scenes.add(new Scene(reason, 1, false, List.of(step)));
  }

  private static Step says(String text, Stop stop) {
    return (service, message) -> service.saying(text, stop);
  }

  private static Step fails(int status, String said, String retryAfter) {
    return (service, message) -> {
      var answer = service.failing(status, said);
      return retryAfter == null ? answer : answer.withHeader("Retry-After", retryAfter);
    };
  }

  private static int kept(String what, Digest digest) {
    String table = what.equals("request") ? "model_call" : "model_outcome";
    return newsroom
        .jdbc()
        .sql("select count(*) from " + table + " where " + what + "_digest = :digest")
        .param("digest", digest.toString())
        .query(Integer.class)
        .single();
  }

  /** The key stands nowhere that is kept or published. */
  private static void keepsTheKey() throws Exception {
    Pattern key = Pattern.compile(Pattern.quote(ProtocolPeer.KEY));
    for (String column :
        List.of(
            "select convert_from(request, 'UTF8') from model_call",
            "select convert_from(answer, 'UTF8') from model_outcome where answer is not null",
            "select coalesce(reason, '') from model_outcome",
            "select reason from run_item",
            "select summary from run_stage",
            "select summary from run_end")) {
      assertThat(newsroom.jdbc().sql(column).query(String.class).list())
          .noneMatch(text -> key.matcher(text).find());
    }
    if (Files.isDirectory(newsroom.site)) {
      try (Stream<Path> files = Files.walk(newsroom.site)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8))
              .doesNotContain(ProtocolPeer.KEY);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void aServiceThatHangsOrDripsIsLeftAtItsDeadline(Supplier<ProtocolPeer> make) throws Exception {
    ProtocolPeer peer = make.get();
    Cast cast = newsroom.cast(peer);
    cast.part((service, message) -> service.saying("{}", Stop.DONE).withFixedDelay(20_000));
    for (int i = 0; i < 20; i++) {
      cast.part((service, message) ->
          service.saying("{}", Stop.DONE).withChunkedDribbleDelay(200, 20_000));
    }
    RunResult result =
        newsroom.run(
            SampleNewsroom.pipeline(
                "slow-" + peer.use().replaceAll(":.*", ""),
                "  use: " + peer.use() + "\n  deadline: PT1S\n",
                ""),
            "slow");
    assertThat(result.problems())
        .filteredOn(problem -> problem.contains("had not answered in full after 1 s"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(problem ->
            problem.endsWith("raise the model's deadline or choose a faster" + " model."));
    assertThat(newsroom.pauses).isEmpty();
    assertThat(
            newsroom
                .jdbc()
                .sql(
                    "select count(*) from model_outcome o join model_call c using (run_id,"
                        + " story_id, stage, number) where o.kind = 'unknown' and c.budget ="
                        + " 'slow-"
                        + peer.use().replaceAll(":.*", "")
                        + "'")
                .query(Integer.class)
                .single())
        .isEqualTo(cast.stories.size());
  }

  @Test
  void aServiceThatIsNotThereSetsEveryStoryAside() throws Exception {
    ProtocolPeer peer = new OllamaPeer();
    newsroom.cast(peer);
    peer.goesAway();
    RunResult result =
        newsroom.run(
            SampleNewsroom.pipeline(
                "away-" + peer.use().replaceAll(":.*", ""), "  use: " + peer.use() + "\n", ""),
            "away");
    assertThat(result.published()).isEmpty();
    assertThat(result.problems())
        .filteredOn(problem -> problem.startsWith("No draft of"))
        .isNotEmpty()
        .allMatch(problem ->
            problem.contains("nothing takes connections at 127.0.0.1:")
                && problem.endsWith("check the base URL, the network and the service."));
  }
}
