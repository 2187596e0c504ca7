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
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.tasks.TaskDesk;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk as scripts use it: every answer is held against the published description. */
class ApiTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Person EDDA = new Person("edda", "Edda Sample");
  private static final ApiContract CONTRACT = ApiContract.published();

  @TempDir static Path folder;
  private static SampleDesk desk;
  private static String token;
  private static ApiClient editor;
  private static ApiClient operator;
  private static ApiClient auditor;
  private static List<String> drafts;

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

  @Test
  void everyRouteIsDescribedWithItsScopeAndNothingElseIs() {
    var described = new TreeSet<String>();
    CONTRACT
        .document()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  JsonNode security = operation.getValue().path("security");
                  described.add(
                      operation.getKey().toUpperCase(java.util.Locale.ROOT)
                          + " "
                          + path.getKey()
                          + " "
                          + (security.isEmpty() ? "everyone" : scopes(security)));
                }));
    var routes = new TreeSet<String>();
    var matrix = AccessMatrix.committed();
    desk.served()
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          String path = mapping.getPatternValues().iterator().next();
          if (path.startsWith(ApiSecurity.PATH)) {
            String method = mapping.getMethodsCondition().getMethods().iterator().next().name();
            AccessMatrix.Row row =
                matrix.row(method, path.replaceAll("\\{[^}]+}", "x")).orElseThrow();
            String scope = row.scope().map(Scope::word).orElse("");
            routes.add(
                method
                    + " "
                    + path
                    + " "
                    + (row.who() == AccessMatrix.Who.EVERYONE ? "everyone" : scope));
          }
        });
    assertThat(described).isEqualTo(routes);
  }

  private static String words(JsonNode citation) {
    return "{\"article\": \"%s\", \"passage\": %d, \"start\": %d, \"end\": %d}"
        .formatted(
            citation.path("article").asString(),
            citation.path("passage").asInt(),
            citation.path("start").asInt(),
            citation.path("start").asInt() + 5);
  }

  private static String scopes(JsonNode security) {
    return security.path(0).path("token").path(0).asString("");
  }

  @Test
  void theDescriptionIsServedToEveryone() throws Exception {
    HttpResponse<String> answer =
        new ApiClient(desk.address(""), "").ask("GET", "/api/v1/openapi.json", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(Files.readString(Path.of("docs/schema/api-v1.openapi.json")));
  }

  @Test
  void aTokenSaysWhatItIsWorth() throws Exception {
    JsonNode said = ok(editor, "GET", "/api/v1/token", "/api/v1/token", "");
    assertThat(said.path("login").asString()).isEqualTo("edda");
    assertThat(said.path("roles").path(0).asString()).isEqualTo("editor");
  }

  @Test
  void aSectionIsWrittenAgainAndLeftOrTaken() throws Exception {
    String draft = waiting(1);
    JsonNode subhead = draft(draft).path("sections").path(0).path("subhead");
    String place = "/api/v1/drafts/{draft}/sections/{section}/";
    String path = "/api/v1/drafts/" + draft + "/sections/" + subhead.path("id").asString() + "/";
    assertThat(editor.ask("GET", path + "proposal", "").statusCode()).isEqualTo(404);
    String note = "{\"note\": " + MAPPER.writeValueAsString("other words of the sources") + "}";
    assertThat(editor.ask("POST", path + "write-again", note).statusCode()).isEqualTo(202);
    JsonNode proposal = ok(editor, "GET", place + "proposal", path + "proposal", "");
    while (proposal.path("state").asString().equals("writing")) {
      Thread.sleep(100);
      proposal = ok(editor, "GET", place + "proposal", path + "proposal", "");
    }
    String chosen = "{\"proposal\": \"" + proposal.path("proposal").asString() + "\"}";
    if (proposal.path("state").asString().equals("ready")) {
      assertThat(proposal.path("sentences").path(0).path("paragraph").asInt()).isZero();
      JsonNode saved = ok(editor, "POST", place + "take", path + "take", chosen);
      assertThat(saved.path("draft").path("sections").path(0).path("subhead").path("text"))
          .isEqualTo(proposal.path("sentences").path(0).path("text"));
      done("/undo", last(draft), "");
    } else {
      assertThat(proposal.path("reason").asString()).endsWith(".");
      ok(editor, "POST", place + "leave", path + "leave", chosen);
    }
    assertThat(editor.ask("POST", path + "leave", chosen).statusCode()).isEqualTo(422);
    assertThat(editor.ask("POST", path + "take", chosen.replace("w-", "x-")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aDraftIsReadChangedAndDecidedOn() throws Exception {
    String draft = waiting(0);
    JsonNode read = draft(draft);
    JsonNode lede = read.path("lede").path(0);
    String words = lede.path("text").asString();
    JsonNode saved = rewrite(draft, lede, words + " It was a Sample.");
    assertThat(saved.path("draft").path("changes")).hasSize(1);
    String now = saved.path("draft").path("draft").asString();

    JsonNode stale = refused(editor, "/rewrite", draft, 409, rewriting(lede, "Other words."));
    assertThat(stale.path("type").asString()).isEqualTo("urn:colophon:problem:changed-meanwhile");
    assertThat(stale.path("theirs").asString()).isEqualTo(words + " It was a Sample.");
    assertThat(stale.path("yours").asString()).isEqualTo("Other words.");
    assertThat(stale.path("draft").asString()).isEqualTo(now);
    assertThat(refused(editor, "/spike", draft, 409, "{\"reason\": \"Old.\"}").path("changes"))
        .hasSize(1);

    done("/undo", now, "");
    assertThat(draft(draft).path("lede").path(0).path("text").asString()).isEqualTo(words);
    JsonNode citation = lede.path("citations").path(0);
    String passage =
        "{\"article\": \"%s\", \"passage\": %d}"
            .formatted(citation.path("article").asString(), citation.path("passage").asInt());
    JsonNode inserted =
        done(
            "/insert",
            last(draft),
            "{\"sentence\": \"%s\", \"before\": %s, \"text\": \"One more.\", \"passages\": [%s]}"
                .formatted(lede.path("id").asString(), MAPPER.writeValueAsString(words), passage));
    String added = inserted.path("sentence").asString();
    done(
        "/bind",
        last(draft),
        "{\"sentence\": \"%s\", \"before\": \"One more.\", \"passages\": [%s]}"
            .formatted(added, words(citation)));
    assertThat(
            refused(
                    editor,
                    "/bind",
                    last(draft),
                    422,
                    "{\"sentence\": \"%s\", \"before\": \"One more.\", \"passages\": [%s]}"
                        .formatted(added, passage.replaceAll("[0-9]+}", "999}")))
                .path("detail")
                .asString())
        .contains("There is no passage 999");
    done("/cut", last(draft), "{\"sentence\": \"%s\", \"before\": \"One more.\"}".formatted(added));

    deskNotes(draft, lede, words);

    JsonNode noted = note("/comment", draft, "{\"text\": \"Is it?\", \"sentence\": \"h\"}");
    long comment = noted.path("comments").path(0).path("number").asLong();
    assertThat(
            note("/resolve", draft, "{\"comment\": " + comment + "}")
                .path("comments")
                .path(0)
                .path("resolved")
                .asBoolean())
        .isTrue();
    assertThat(
            note("/assign", draft, "{\"login\": \"edda\"}")
                .path("place")
                .path("assigned")
                .path("name")
                .asString())
        .isEqualTo(EDDA.name());
    note("/assign", draft, "{\"login\": null}");
    note("/place", draft, "{\"slug\": \"flood\", \"urgency\": 2, \"note\": \"For ten.\"}");
    assertThat(
            ok(editor, "GET", "/api/v1/queue", "/api/v1/queue", "")
                .path("drafts")
                .path(0)
                .path("slug")
                .asString())
        .isEqualTo("flood");

    String present = last(draft);
    assertThat(
            refused(editor, "/approve", present, 422, "{\"role\": \"editor\"}")
                .path("detail")
                .asString())
        .contains("You have not opened this draft");
    look(present);
    settleAll(present);
    JsonNode decided = done("/approve", last(draft), "{\"role\": \"editor\"}");
    assertThat(decided.path("outcome").asString()).isEqualTo("published");
    String brief = decided.path("brief").asString();
    assertThat(ok(editor, "GET", "/api/v1/published", "/api/v1/published", "").toString())
        .contains(brief);
    JsonNode verified =
        ok(
            auditor,
            "POST",
            "/api/v1/audit/{brief}/{version}/verify",
            "/api/v1/audit/" + brief + "/" + decided.path("version").asInt() + "/verify",
            "");
    assertThat(verified.path("intact").asBoolean()).isTrue();
    JsonNode taken =
        ok(
            operator,
            "POST",
            "/api/v1/published/{brief}/withdraw",
            "/api/v1/published/" + brief + "/withdraw",
            "{\"reason\": \"A test.\"}");
    assertThat(taken.path("said").asString()).startsWith("Withdrawn");
    assertThat(acts()).contains("decided by token");
  }

  private static void deskNotes(String draft, JsonNode lede, String words) throws Exception {
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

  @Test
  void aTokenSettlesNothingThatNobodyLookedAt() throws Exception {
    String root = waiting(1);
    JsonNode lede = draft(root).path("lede").path(0);
    String draft =
        rewrite(root, lede, lede.path("text").asString() + " It took 8,731 years.")
            .path("draft")
            .path("draft")
            .asString();
    JsonNode mark =
        draft(draft).path("marks").values().stream()
            .filter(each -> !each.path("sentences").isEmpty() && each.path("blocks").asBoolean())
            .findFirst()
            .orElseThrow();
    String sentence = mark.path("sentences").path(0).asString();
    JsonNode evidence =
        ok(
            editor,
            "GET",
            "/api/v1/drafts/{draft}/evidence/{sentence}",
            "/api/v1/drafts/" + draft + "/evidence/" + sentence,
            "");
    assertThat(evidence.path("checks")).isNotEmpty();
    String settle = "{\"key\": \"" + mark.path("key").asString() + "\", \"reason\": \"Fine.\"}";
    assertThat(refused(editor, "/settle", draft, 422, settle).path("detail").asString())
        .contains("Look at the evidence of");
    look(draft);
    note("/settle", draft, settle);
    note("/unsettle", draft, "{\"key\": \"" + mark.path("key").asString() + "\"}");
    assertThat(
            refused(editor, "/approve", draft, 422, "{\"role\": \"editor\"}")
                .path("detail")
                .asString())
        .contains("Settle each, change the sentence, or cut it.");
  }

  @Test
  void whatIsNotDescribedIsRefused() throws Exception {
    String draft = waiting(1);
    assertThat(
            refused(
                    editor,
                    "/comment",
                    draft,
                    400,
                    "{\"text\": \"Hello.\", \"colour\": \"red\", \"sentence\": 7}")
                .path("detail")
                .asString())
        .contains("\"colour\" is not known here", "\"sentence\"");
    assertThat(refused(editor, "/comment", draft, 400, "{}").path("detail").asString())
        .contains("\"text\" is missing");
    refused(editor, "/comment", draft, 400, "{\"text\": \"a\", \"text\": \"b\"}");
    refused(editor, "/comment", draft, 400, "{\"text\": \"a\"} {}");
    refused(editor, "/comment", draft, 400, "[[[");
    String large = "{\"text\": \"" + "x".repeat(70_000) + "\"}";
    assertThat(refused(editor, "/comment", draft, 413, large).path("detail").asString())
        .contains("64 KiB");
    HttpResponse<String> form =
        editor.ask("POST", path("/comment", draft), "text=a", "application/x-www-form-urlencoded");
    assertThat(form.statusCode()).isEqualTo(415);
    for (String query : List.of("sort=age", "limit=0", "limit=x", "share=all&share=mine")) {
      HttpResponse<String> answer = editor.ask("GET", "/api/v1/queue?" + query, "");
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      problem(answer);
    }
    assertThat(editor.ask("GET", "/api/v1/drafts/none", "").statusCode()).isEqualTo(404);
    HttpResponse<String> method = editor.ask("DELETE", "/api/v1/queue", "");
    assertThat(method.statusCode()).isEqualTo(403);
    problem(method);
    problem(editor.ask("GET", "/api/v1/nothing", ""));
  }

  @Test
  void operatorsAndAuditorsReadWhatTheirPagesShow() throws Exception {
    JsonNode pipelines =
        ok(operator, "GET", "/api/v1/pipelines", "/api/v1/pipelines", "").path("pipelines");
    String name = pipelines.path(0).path("name").asString();
    String one = "/api/v1/pipelines/" + name;
    ok(operator, "GET", "/api/v1/pipelines/{name}", one, "");
    assertThat(
            ok(operator, "POST", "/api/v1/pipelines/{name}/pause", one + "/pause", "")
                .path("paused")
                .asBoolean())
        .isTrue();
    assertThat(
            ok(operator, "POST", "/api/v1/pipelines/{name}/resume", one + "/resume", "")
                .path("paused")
                .asBoolean())
        .isFalse();
    HttpResponse<String> nobodyServes = operator.ask("POST", one + "/run", "");
    assertThat(nobodyServes.statusCode()).isEqualTo(422);
    assertThat(problem(nobodyServes).path("detail").asString()).contains("No process serves");
    JsonNode runs = ok(operator, "GET", "/api/v1/runs", "/api/v1/runs?limit=1", "");
    assertThat(runs.path("runs")).hasSize(1);
    String run = runs.path("runs").path(0).path("run").asString();
    assertThat(ok(operator, "GET", "/api/v1/runs/{run}", "/api/v1/runs/" + run, "").path("stages"))
        .isNotEmpty();
    assertThat(ok(operator, "GET", "/api/v1/sources", "/api/v1/sources", "").path("sources"))
        .isNotEmpty();
    JsonNode found = ok(auditor, "GET", "/api/v1/audit", "/api/v1/audit?limit=2", "");
    assertThat(found.path("versions")).hasSize(2);
    String brief = found.path("versions").path(0).path("brief").asString();
    JsonNode history = ok(auditor, "GET", "/api/v1/audit/{brief}", "/api/v1/audit/" + brief, "");
    assertThat(history.path("versions").path(0).path("sources")).isNotEmpty();
    assertThat(acts()).contains("exported a search", "pipeline paused", "pipeline resumed");
    assertThat(editor.ask("GET", "/api/v1/audit?from=soon", "").statusCode()).isEqualTo(403);
    assertThat(auditor.ask("GET", "/api/v1/audit?from=soon", "").statusCode()).isEqualTo(400);
  }

  /** The examples of the documentation, as they stand there, in their order. */
  @Test
  void theExamplesOfTheDocumentationWork() throws Exception {
    String draft = waiting(2);
    String headline = draft(draft).path("headline").path("text").asString();
    Matcher blocks =
        Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/api.md")));
    var run = new ArrayList<String>();
    while (blocks.find()) {
      String example = blocks.group(1);
      var shell = new ProcessBuilder("bash", "-euc", example).redirectErrorStream(true);
      shell.environment().put("COLOPHON", desk.address(""));
      shell.environment().put("TOKEN", token);
      shell.environment().put("DRAFT", draft);
      shell.environment().put("BEFORE", headline.replace("\"", "\\\""));
      Process process = shell.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      JsonNode answer = MAPPER.readTree(said);
      Matcher refusal = Pattern.compile("^# ([0-9]{3})\\n").matcher(example);
      assertThat(answer.path("status").asInt(200))
          .as(example + said)
          .isEqualTo(refusal.find() ? Integer.parseInt(refusal.group(1)) : 200);
      run.add(example);
    }
    assertThat(run).hasSizeGreaterThan(8);
  }

  @Test
  void aTaskIsTakenGivenBackClosedAndOpenedAgain() throws Exception {
    VersionPlan plan =
        desk.rooms().getBean(PublicationStore.class).current().stream().findFirst().orElseThrow();
    desk.served()
        .context()
        .getBean(TaskDesk.class)
        .report(
            plan.briefId(), plan.version(), "The river rose two metres.", "reader@desk.example");
    JsonNode tasks =
        ok(editor, "GET", "/api/v1/tasks", "/api/v1/tasks?kind=report&share=open&limit=1", "");
    JsonNode task = tasks.path("tasks").path(0);
    assertThat(task.path("brief").asString()).isEqualTo(plan.slug().value());
    assertThat(task.path("report").path("message").asString()).contains("two metres");
    assertThat(task.path("source").isNull()).isTrue();
    String number = "/" + task.path("task").asLong();
    assertThat(task(number, "/take", "").path("taken").path("login").asString()).isEqualTo("edda");
    assertThat(ok(editor, "GET", "/api/v1/tasks", "/api/v1/tasks?share=mine", "").path("matching"))
        .isEqualTo(MAPPER.readTree("1"));
    assertThat(refusedTask(number + "/take", "", 422).path("detail").asString())
        .isEqualTo("It is yours already.");
    assertThat(task(number, "/give-back", "").path("taken").isNull()).isTrue();
    assertThat(refusedTask(number + "/close", "{\"reason\": \" \"}", 422).path("detail").asString())
        .contains("what came of it");
    assertThat(refusedTask(number + "/close", "{}", 400).path("detail").asString())
        .contains("\"reason\" is missing");
    JsonNode closed = task(number, "/close", "{\"reason\": \"It was two metres.\"}").path("closed");
    assertThat(closed.path("reason").asString()).isEqualTo("It was two metres.");
    assertThat(closed.path("by").path("name").asString()).isEqualTo(EDDA.name());
    JsonNode open = task(number, "/open", "");
    assertThat(open.path("closed").isNull()).isTrue();
    assertThat(open.path("events")).hasSize(4);
    assertThat(
            ok(editor, "GET", "/api/v1/tasks/{task}", "/api/v1/tasks" + number, "").path("events"))
        .isEqualTo(open.path("events"));
    assertThat(refusedTask("/999/take", "", 404).path("detail").asString())
        .isEqualTo("There is no task 999.");
    assertThat(refusedTask("/x/open", "", 404).path("type").asString()).endsWith("not-found");
  }

  private static JsonNode task(String number, String action, String body) throws Exception {
    return ok(
        editor, "POST", "/api/v1/tasks/{task}" + action, "/api/v1/tasks" + number + action, body);
  }

  private static JsonNode refusedTask(String action, String body, int status) throws Exception {
    HttpResponse<String> answer = editor.ask("POST", "/api/v1/tasks" + action, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return problem(answer);
  }

  /** A draft that waited when the desk was opened; the first one is decided on. */
  private static String waiting(int number) {
    return drafts.get(Math.min(number, drafts.size() - 1));
  }

  private static JsonNode draft(String draft) throws Exception {
    return ok(editor, "GET", "/api/v1/drafts/{draft}", "/api/v1/drafts/" + draft, "");
  }

  private static String last(String draft) throws Exception {
    return draft(draft).path("draft").asString();
  }

  private static JsonNode rewrite(String draft, JsonNode sentence, String text) throws Exception {
    return done("/rewrite", draft, rewriting(sentence, text));
  }

  private static String rewriting(JsonNode sentence, String text) {
    return MAPPER.writeValueAsString(
        Map.of(
            "sentence", sentence.path("id").asString(),
            "before", sentence.path("text").asString(),
            "text", text));
  }

  /** What a person does at the desk, which no token can. */
  private static void look(String draft) {
    var work = desk.rooms().getBean(CopyDesk.class);
    work.note(draft, new DeskEvent.Opened(), EDDA);
    Worksheet sheet = work.worksheet(draft).orElseThrow();
    sheet
        .sentences()
        .forEach(each ->
            work.note(sheet.draft().id(), new DeskEvent.Looked(each.id(), each.text()), EDDA));
  }

  private static void settleAll(String draft) throws Exception {
    for (JsonNode mark : draft(draft).path("marks")) {
      if (mark.path("blocks").asBoolean()) {
        note(
            "/settle",
            draft,
            "{\"key\": \"" + mark.path("key").asString() + "\", \"reason\": \"Called both.\"}");
      }
    }
  }

  private static JsonNode note(String action, String draft, String body) throws Exception {
    return done(action, draft, body);
  }

  private static JsonNode done(String action, String draft, String body) throws Exception {
    return ok(editor, "POST", "/api/v1/drafts/{draft}" + action, path(action, draft), body);
  }

  private static String path(String action, String draft) {
    return "/api/v1/drafts/" + draft + action;
  }

  private static JsonNode refused(
      ApiClient client, String action, String draft, int status, String body) throws Exception {
    HttpResponse<String> answer = client.ask("POST", path(action, draft), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return problem(answer);
  }

  private static JsonNode problem(HttpResponse<String> answer) {
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
  private static JsonNode ok(
      ApiClient client, String method, String route, String path, String body) throws Exception {
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

  private static List<String> acts() {
    return desk.rooms().getBean(AccountStore.class).acts(200).stream()
        .map(AccountStore.Act::act)
        .toList();
  }
}
