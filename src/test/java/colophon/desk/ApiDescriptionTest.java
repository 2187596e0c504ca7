package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Scope;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The published description against the routes, and what it does not describe. */
class ApiDescriptionTest extends ApiBench {

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
}
