package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.access.Scope;
import colophon.cli.SampleDesk;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples' desk as scripts use it: every answer is held against the published description. */
abstract class ApiBench {

  static final JsonMapper MAPPER = new JsonMapper();
  static final Person EDDA = new Person("edda", "Edda Sample");
  static final ApiContract CONTRACT = ApiContract.published();

  @TempDir static Path folder;
  static SampleDesk desk;
  static String token;
  static ApiClient editor;
  static ApiClient operator;
  static ApiClient auditor;
  static List<String> drafts;

  @BeforeAll
  static void open() throws Exception {
    desk = SampleDesk.open(folder.resolve("newsroom"));
    desk.account("edda", EDDA.name(), Role.EDITOR);
    desk.account("otto", "Otto Sample", Role.OPERATOR);
    desk.account("audrey", "Audrey Sample", Role.AUDITOR);
    token = desk.token("edda", EnumSet.allOf(Scope.class));
    editor = new ApiClient(desk.address(""), token);
    operator = new ApiClient(desk.address(""), desk.token("otto", EnumSet.allOf(Scope.class)));
    auditor = new ApiClient(desk.address(""), desk.token("audrey", EnumSet.allOf(Scope.class)));
    drafts =
        ok(editor, "GET", "/api/v1/queue", "/api/v1/queue?limit=200", "")
            .path("drafts")
            .values()
            .stream()
            .map(each -> each.path("draft").asString())
            .sorted()
            .toList();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  static String words(JsonNode citation) {
    return "{\"article\": \"%s\", \"passage\": %d, \"start\": %d, \"end\": %d}"
        .formatted(
            citation.path("article").asString(),
            citation.path("passage").asInt(),
            citation.path("start").asInt(),
            citation.path("start").asInt() + 5);
  }

  static String scopes(JsonNode security) {
    return security.path(0).path("token").path(0).asString("");
  }

  static void deskNotes(String draft, JsonNode lede, String words) throws Exception {
    String given =
        """
        {"text": "The harbour master counted 41 ferries at the quay.", "source": "the master",
         "learntAt": "2026-01-14T08:15:00Z", "confirmed": "%s", "onRecord": false}
        """;
    assertThat(
            refused(editor, "/notes", draft, 422, given.formatted("Called the master back."))
                .path("detail")
                .asString())
        .contains("without naming who knows it");
    JsonNode note =
        note("/notes", draft, given.formatted("Counted by phone.")).path("notes").path(0);
    assertThat(note.path("writtenBy").asString()).isEqualTo(EDDA.name());
    assertThat(note.path("cited").asBoolean()).isFalse();
    JsonNode bound =
        done(
            "/bind",
            last(draft),
            """
            {"sentence": "%s", "before": %s, "passages": [{"article": "%s", "passage": 2}]}
            """
                .formatted(
                    lede.path("id").asString(),
                    MAPPER.writeValueAsString(words),
                    note.path("article").asString()));
    assertThat(bound.path("draft").path("notes").path(0).path("cited").asBoolean()).isTrue();
    String id = note.path("id").asString();
    assertThat(
            refused(editor, "/notes/" + id + "/strike", draft, 422, "").path("detail").asString())
        .contains("rests on that desk note");
    ok(
        editor,
        "GET",
        "/api/v1/drafts/{draft}/evidence/{sentence}",
        "/api/v1/drafts/" + draft + "/evidence/" + lede.path("id").asString(),
        "");
    done("/undo", draft, "");
    JsonNode struck =
        ok(
            editor,
            "POST",
            "/api/v1/drafts/{draft}/notes/{note}/strike",
            "/api/v1/drafts/" + draft + "/notes/" + id + "/strike",
            "");
    assertThat(struck.path("notes")).isEmpty();
  }

  static JsonNode task(String number, String action, String body) throws Exception {
    return ok(
        editor, "POST", "/api/v1/tasks/{task}" + action, "/api/v1/tasks" + number + action, body);
  }

  static JsonNode refusedTask(String action, String body, int status) throws Exception {
    HttpResponse<String> answer = editor.ask("POST", "/api/v1/tasks" + action, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return problem(answer);
  }

  /** A draft that waited when the desk was opened; the first one is decided on. */
  static String waiting(int number) {
    return drafts.get(Math.min(number, drafts.size() - 1));
  }

  static JsonNode draft(String draft) throws Exception {
    return ok(editor, "GET", "/api/v1/drafts/{draft}", "/api/v1/drafts/" + draft, "");
  }

  static String last(String draft) throws Exception {
    return draft(draft).path("draft").asString();
  }

  static JsonNode rewrite(String draft, JsonNode sentence, String text) throws Exception {
    return done("/rewrite", draft, rewriting(sentence, text));
  }

  static String rewriting(JsonNode sentence, String text) {
    return MAPPER.writeValueAsString(
        Map.of(
            "sentence", sentence.path("id").asString(),
            "before", sentence.path("text").asString(),
            "text", text));
  }

  /** What a person does at the desk, which no token can. */
  static void look(String draft) {
    var work = desk.rooms().getBean(CopyDesk.class);
    work.note(draft, new DeskEvent.Opened(), EDDA);
    Worksheet sheet = work.worksheet(draft).orElseThrow();
    sheet
        .sentences()
        .forEach(each ->
            work.note(sheet.draft().id(), new DeskEvent.Looked(each.id(), each.text()), EDDA));
  }

  static void settleAll(String draft) throws Exception {
    for (JsonNode mark : draft(draft).path("marks")) {
      if (mark.path("blocks").asBoolean()) {
        note(
            "/settle",
            draft,
            "{\"key\": \"" + mark.path("key").asString() + "\", \"reason\": \"Called both.\"}");
      }
    }
  }

  static JsonNode note(String action, String draft, String body) throws Exception {
    return done(action, draft, body);
  }

  static JsonNode done(String action, String draft, String body) throws Exception {
    return ok(editor, "POST", "/api/v1/drafts/{draft}" + action, path(action, draft), body);
  }

  static String path(String action, String draft) {
    return "/api/v1/drafts/" + draft + action;
  }

  static JsonNode refused(ApiClient client, String action, String draft, int status, String body)
      throws Exception {
    HttpResponse<String> answer = client.ask("POST", path(action, draft), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return problem(answer);
  }

  static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = MAPPER.readTree(answer.body());
    assertThat(
            CONTRACT.complaints(
                MAPPER.readTree("{\"$ref\": \"#/components/schemas/Problem\"}"), problem))
        .as(answer.body())
        .isEmpty();
    assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    return problem;
  }

  /** Asks, and holds what comes against the description of the route. */
  static JsonNode ok(ApiClient client, String method, String route, String path, String body)
      throws Exception {
    HttpResponse<String> answer = client.ask(method, path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    JsonNode said = MAPPER.readTree(answer.body());
    JsonNode schema =
        CONTRACT
            .operation(method, route)
            .orElseThrow()
            .path("responses")
            .path("200")
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(CONTRACT.complaints(schema, said)).as(path + " " + said).isEmpty();
    return said;
  }

  static List<String> acts() {
    return desk.rooms().getBean(AccountStore.class).acts(200).stream()
        .map(AccountStore.Act::act)
        .toList();
  }
}
