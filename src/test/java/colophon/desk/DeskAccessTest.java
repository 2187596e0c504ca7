package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.access.Scope;
import colophon.capture.WrittenHere;
import colophon.cli.SampleDesk;
import colophon.story.DeskNote;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets what at the desk, asked over real connections: every route, every role, and strangers.
 */
class DeskAccessTest {

  @TempDir static Path folder;
  private static SampleDesk desk;
  private static final Map<Role, DeskClient> PEOPLE = new EnumMap<>(Role.class);

  @BeforeAll
  static void open() throws Exception {
    desk = SampleDesk.empty(folder.resolve("newsroom"));
    for (Role role : Role.values()) {
      String password = desk.account(role.word(), "A Sample", role);
      var client = new DeskClient(desk.address(""));
      client.signIn(role.word(), password);
      PEOPLE.put(role, client);
    }
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void noRouteIsWithoutALineInTheMatrix() {
    var matrix = AccessMatrix.committed();
    var missing = new TreeSet<String>();
    desk.served()
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping
                .getPatternValues()
                .forEach(path -> {
                  var methods = mapping.getMethodsCondition().getMethods();
                  List<String> asked =
                      methods.isEmpty()
                          ? List.of("GET", "POST")
                          : methods.stream().map(Enum::name).toList();
                  for (String method : asked) {
                    String line = path.replaceAll("\\{[^}]+}", "*");
                    if (matrix.rows().stream().noneMatch(row -> names(row, method, line))) {
                      missing.add(method + " " + path);
                    }
                  }
                }));
    assertThat(missing).isEmpty();
  }

  private static boolean names(AccessMatrix.Row row, String method, String path) {
    return (row.method().equals(method) || row.method().equals("*")) && row.path().equals(path);
  }

  @Test
  void everyRoleGetsWhatItsLinesOpenAndNothingElse() throws Exception {
    var wrong = new ArrayList<String>();
    for (AccessMatrix.Row row : AccessMatrix.committed().rows()) {
      if (row.method().equals("*") || row.path().equals("/sign-out") || row.forTokens()) {
        continue;
      }
      String path = row.path().replace("/**", "/nothing").replace("*", "x");
      for (Role role : Role.values()) {
        HttpResponse<String> answer = ask(PEOPLE.get(role), row.method(), path);
        boolean opened = answer.statusCode() != 403 && !led(answer, "/sign-in");
        if (opened != row.opensTo(Optional.of(Set.of(role)))) {
          wrong.add(role + " " + row.method() + " " + path + " " + answer.statusCode());
        }
      }
      HttpResponse<String> stranger = ask(new DeskClient(desk.address("")), row.method(), path);
      boolean turnedAway = stranger.statusCode() == 403 || led(stranger, "/sign-in");
      if (turnedAway == row.opensTo(Optional.empty()) && row.method().equals("GET")) {
        wrong.add(
            "stranger "
                + row.method()
                + " "
                + path
                + " "
                + stranger.statusCode()
                + " "
                + stranger.headers().firstValue("Location").orElse(""));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theCopyOfADeskNoteOpensForEditorsAndAuditorsOnly() throws Exception {
    Instant now = Instant.parse("2026-01-14T08:15:00Z");
    String copy =
        desk.rooms()
            .getBean(WrittenHere.class)
            .keep(
                DeskNote.SOURCE,
                URI.create("urn:colophon:desk-note:n-0123456789abcdef"),
                DeskNote.MARK,
                "Desk note\n\nThe mayor expects the quay to be closed.\n",
                now,
                now)
            .snapshot()
            .digest()
            .hex();
    for (String path : List.of("/desk/copies/" + copy, "/desk/copies/" + copy + "/bytes")) {
      assertThat(ask(PEOPLE.get(Role.EDITOR), "GET", path).statusCode()).isEqualTo(200);
      assertThat(ask(PEOPLE.get(Role.AUDITOR), "GET", path).statusCode()).isEqualTo(200);
      assertThat(ask(PEOPLE.get(Role.OPERATOR), "GET", path).statusCode()).isEqualTo(404);
      assertThat(ask(PEOPLE.get(Role.ADMINISTRATOR), "GET", path).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aTokenGetsWhatItsRoleAndItsScopeOpenTogetherAndNothingElse() throws Exception {
    var wrong = new ArrayList<String>();
    var asked =
        AccessMatrix.committed().rows().stream().filter(AccessMatrix.Row::forTokens).toList();
    for (Role role : Role.values()) {
      for (Scope scope : Scope.values()) {
        var script = new ApiClient(desk.address(""), token(role, EnumSet.of(scope)));
        var others =
            new ApiClient(desk.address(""), token(role, EnumSet.complementOf(EnumSet.of(scope))));
        for (AccessMatrix.Row row : asked) {
          String path = row.path().replace("*", "x");
          boolean may = row.opensTo(Optional.of(Set.of(role)));
          if (opened(script.ask(row.method(), path, "")) != (may && fits(row, scope))) {
            wrong.add(role + " with " + scope + " " + row.method() + " " + path);
          }
          if (row.scope().equals(Optional.of(scope))
              && opened(others.ask(row.method(), path, ""))) {
            wrong.add(role + " without " + scope + " " + row.method() + " " + path);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean fits(AccessMatrix.Row row, Scope scope) {
    return row.scope().isEmpty() || row.scope().get() == scope;
  }

  private static boolean opened(HttpResponse<String> answer) {
    return answer.statusCode() != 401 && answer.statusCode() != 403;
  }

  @Test
  void neitherASessionNorNothingAtAllOpensWhatIsForScripts() throws Exception {
    for (AccessMatrix.Row row : AccessMatrix.committed().rows()) {
      if (row.forTokens() && !row.path().endsWith("openapi.json")) {
        String path = row.path().replace("*", "x");
        HttpResponse<String> session = ask(PEOPLE.get(Role.EDITOR), row.method(), path);
        assertThat(session.statusCode()).as(path).isEqualTo(401);
        assertThat(session.body()).contains("urn:colophon:problem:no-token");
        HttpResponse<String> stranger =
            new ApiClient(desk.address(""), "").ask(row.method(), path, "");
        assertThat(stranger.statusCode()).as(path).isEqualTo(401);
        assertThat(stranger.headers().firstValue("Set-Cookie")).isEmpty();
      }
    }
  }

  @Test
  void aTokenOpensNoPage() throws Exception {
    var script = new ApiClient(desk.address(""), token(Role.EDITOR, EnumSet.allOf(Scope.class)));
    assertThat(led(script.ask("GET", "/desk/queue", ""), "/sign-in")).isTrue();
    assertThat(script.ask("POST", "/desk/review/x/spike", "").statusCode()).isEqualTo(403);
  }

  @Test
  void aPersonsTokensAreTheirOwnAndAnAdministratorSeesAll() throws Exception {
    DeskClient editor = PEOPLE.get(Role.EDITOR);
    editor.get("/desk/tokens");
    String made =
        editor
            .post("/desk/tokens", Map.of("name", "my bot", "days", "30", "scope", "queue:read"))
            .body();
    assertThat(made).contains("my bot").containsPattern("colophon_[A-Za-z0-9_-]{43}");
    assertThat(editor.get("/desk/tokens").body())
        .contains("my bot")
        .doesNotContainPattern("colophon_[A-Za-z0-9_-]{43}");
    assertThat(editor.post("/desk/tokens", Map.of("name", "no scope", "days", "30")).body())
        .contains("Choose at least one");
    DeskClient auditor = PEOPLE.get(Role.AUDITOR);
    assertThat(auditor.get("/desk/tokens").body()).doesNotContain("my bot");
    String id = made.replaceAll("(?s).*?/desk/tokens/([0-9]+)/revoke.*", "$1");
    assertThat(auditor.post("/desk/tokens/" + id + "/revoke", Map.of()).body())
        .contains("There is no token");
    DeskClient administrator = PEOPLE.get(Role.ADMINISTRATOR);
    assertThat(administrator.get("/desk/tokens").body()).contains("my bot");
    assertThat(administrator.post("/desk/tokens/" + id + "/revoke", Map.of()).body())
        .contains("opens nothing now");
  }

  private static String token(Role role, Set<Scope> scopes) {
    return desk.token(role.word(), scopes);
  }

  @Test
  void nothingIsDoneForAPageOfAnotherSite() throws Exception {
    for (AccessMatrix.Row row : AccessMatrix.committed().rows()) {
      if (row.method().equals("POST") && !row.path().equals("/sign-in") && !row.forTokens()) {
        HttpResponse<String> answer =
            PEOPLE.get(Role.EDITOR).elsewhere(row.path().replace("*", "x"), Map.of("reason", "x"));
        assertThat(answer.statusCode()).as(row.path()).isEqualTo(403);
      }
    }
  }

  @Test
  void whatNoLineNamesIsClosed() throws Exception {
    DeskClient editor = PEOPLE.get(Role.EDITOR);
    assertThat(editor.get("/desk/nothing-here").statusCode()).isEqualTo(403);
    assertThat(editor.get("/api/nothing-here").statusCode()).isEqualTo(403);
    assertThat(new DeskClient(desk.address("")).get("/api/nothing-here").statusCode())
        .isEqualTo(401);
  }

  @Test
  void theSessionIsANewOneAfterTheDoorAndItsCookieIsKeptFromScripts() throws Exception {
    String password = desk.account("session", "Sam Sample", Role.EDITOR);
    var client = new DeskClient(desk.address(""));
    client.get("/sign-in");
    String before = client.session();
    HttpResponse<String> in =
        client.post("/sign-in", Map.of("login", "session", "password", password));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(client.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(String.join(" ", in.headers().allValues("Set-Cookie")))
        .contains("HttpOnly", "SameSite=Strict");
    client.get("/desk/password");
    assertThat(client.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
    assertThat(led(client.get("/desk/queue"), "/sign-in")).isTrue();
  }

  @Test
  void aClosedAccountIsOutAtOnce() throws Exception {
    String password = desk.account("leaver", "Lea Sample", Role.EDITOR);
    var client = new DeskClient(desk.address(""));
    client.signIn("leaver", password);
    assertThat(client.get("/desk/queue").statusCode()).isEqualTo(200);
    desk.closeAccount("leaver");
    assertThat(led(client.get("/desk/queue"), "/sign-in")).isTrue();
    assertThat(client.signIn("leaver", password).body()).contains("do not belong together");
  }

  @Test
  void aFirstPasswordOpensNothingButThePageToChangeIt() throws Exception {
    String first = desk.newAccount("fresh", "Fran Sample", Role.EDITOR);
    var client = new DeskClient(desk.address(""));
    client.signIn("fresh", first);
    assertThat(led(client.get("/desk/queue"), "/desk/password")).isTrue();
    assertThat(client.get("/desk/password").body()).contains("somebody else has seen");
    assertThat(change(client, first, "short").body()).contains("at least 12 characters");
    assertThat(change(client, "wrong-present", "long enough a password").body())
        .contains("not your present password");
    assertThat(change(client, first, "long enough a password").statusCode()).isEqualTo(303);
    assertThat(client.get("/desk/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void guessingIsSlowedDownAndTellsNothing() throws Exception {
    desk.account("target", "Tara Sample", Role.EDITOR);
    var guesser = new DeskClient(desk.address(""));
    String known = guesser.signIn("target", "a wrong password").body();
    String unknown = guesser.signIn("nobody-here", "a wrong password").body();
    assertThat(known.replace("target", "").replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(unknown.replace("nobody-here", "").replaceAll("value=\"[^\"]*\"", ""));
  }

  @Test
  void everyAnswerOfTheDeskIsFencedIn() throws Exception {
    for (String path :
        List.of("/sign-in", "/desk/queue", "/desk/nothing", "/desk/assets/desk.css")) {
      HttpResponse<String> answer = PEOPLE.get(Role.EDITOR).get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .as(path)
          .contains("default-src 'none'", "require-trusted-types-for 'script'", "'nonce-")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }
    assertThat(new DeskClient(desk.address("")).get("/desk/queue").headers().map())
        .containsKey("content-security-policy");
  }

  private static HttpResponse<String> change(DeskClient client, String old, String chosen)
      throws Exception {
    return client.post("/desk/password", Map.of("old", old, "chosen", chosen, "again", chosen));
  }

  private static HttpResponse<String> ask(DeskClient client, String method, String path)
      throws Exception {
    return method.equals("POST") ? client.post(path, Map.of()) : client.get(path);
  }

  private static boolean led(HttpResponse<String> answer, String where) {
    String location = answer.headers().firstValue("Location").orElse("");
    return location.replace(desk.address(""), "").startsWith(where);
  }
}
