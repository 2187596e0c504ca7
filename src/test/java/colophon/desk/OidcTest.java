package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Account;
import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.cli.SampleDesk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** People who come in by a provider of OpenID Connect, which is well and which is not. */
class OidcTest {

  /** A variable that every environment has stands for the one with the secret. */
  private static final String VARIABLE = "PATH";

  @TempDir static Path folder;
  private static OidcPeer peer;
  private static SampleDesk desk;

  @BeforeAll
  static void open() throws Exception {
    peer = new OidcPeer(java.net.URLEncoder.encode(System.getenv(VARIABLE), UTF_8));
    Path pipelines = folder.resolve("pipeline");
    FileSystemUtils.copyRecursively(Path.of("pipeline"), pipelines);
    Path settings = pipelines.resolve("newsroom.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            + """
            signOn:
              issuer: %s
              clientId: desk
              secretVariable: %s
              title: Newsroom ID
              rolesClaim: groups
              roles:
                desk-editors: editor
                desk-auditors: auditor
              localPasswords: closed
            """
                .formatted(peer.issuer(), VARIABLE));
    desk = SampleDesk.empty(folder.resolve("newsroom"), pipelines);
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  @AfterAll
  static void close() {
    desk.close();
    peer.close();
  }

  @BeforeEach
  void well() {
    peer.fault = OidcPeer.Fault.NONE;
    peer.subject = "248289761001";
    peer.username = "jo.lee";
    peer.groups = List.of("desk-editors", "canteen");
  }

  @Test
  void somebodyTheProviderVouchesForIsLetInWithTheRolesItTells() throws Exception {
    var browser = new DeskClient(desk.address(""));
    assertThat(browser.get("/sign-in").body())
        .contains("Sign in with Newsroom ID")
        .doesNotContain("name=\"password\"");
    HttpResponse<String> in = in(browser, "/sign-in/oidc?to=/desk/queue");
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(in.body()).contains("You are signed in as Jo Lee.", "url=/desk/queue");
    assertThat(browser.get("/desk/queue").body()).contains("Jo Lee").contains("editor");
    Account made = account("jo.lee").orElseThrow();
    assertThat(made.roles()).containsExactly(Role.EDITOR);

    peer.groups = List.of("desk-auditors");
    var again = new DeskClient(desk.address(""));
    in(again, "/sign-in/oidc");
    assertThat(account("jo.lee").orElseThrow().roles()).containsExactly(Role.AUDITOR);
    assertThat(browser.get("/desk/audit").statusCode())
        .as("other roles hold at once")
        .isEqualTo(200);
  }

  @Test
  void anAccountIsMatchedBySubjectAndByNothingElse() throws Exception {
    desk.account("sam", "Sam Local", Role.ADMINISTRATOR);
    peer.subject = "another-person";
    peer.username = "sam";
    in(new DeskClient(desk.address("")), "/sign-in/oidc");
    assertThat(account("sam").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(account("sam-2").orElseThrow().roles()).containsExactly(Role.EDITOR);
    peer.username = "renamed";
    in(new DeskClient(desk.address("")), "/sign-in/oidc");
    assertThat(account("renamed")).isEmpty();
  }

  @Test
  void whoHasNoRoleOrAClosedAccountIsNotLetIn() throws Exception {
    peer.subject = "nobody";
    peer.groups = List.of("canteen");
    HttpResponse<String> none = in(new DeskClient(desk.address("")), "/sign-in/oidc");
    assertThat(none.statusCode()).isEqualTo(403);
    assertThat(none.body()).contains("You have no role at this desk");
    peer.subject = "leaver";
    peer.username = "leaver";
    peer.groups = List.of("desk-editors");
    in(new DeskClient(desk.address("")), "/sign-in/oidc");
    desk.closeAccount("leaver");
    assertThat(in(new DeskClient(desk.address("")), "/sign-in/oidc").body()).contains("is closed");
  }

  @Test
  void aTokenThatIsNotGoodLetsNobodyIn() throws Exception {
    for (OidcPeer.Fault fault : OidcPeer.Fault.values()) {
      if (fault != OidcPeer.Fault.NONE) {
        peer.fault = fault;
        peer.subject = "somebody-" + fault;
        var browser = new DeskClient(desk.address(""));
        HttpResponse<String> answer = in(browser, "/sign-in/oidc");
        assertThat(answer.statusCode()).as(fault.name()).isEqualTo(401);
        assertThat(answer.body()).contains("The sign-in with Newsroom ID did not work.");
        assertThat(browser.get("/desk/queue").statusCode()).as(fault.name()).isEqualTo(302);
      }
    }
  }

  @Test
  void anotherBrowserOrASecondUseOfTheAnswerLetsNobodyIn() throws Exception {
    var browser = new DeskClient(desk.address(""));
    String back = back(browser, "/sign-in/oidc");
    assertThat(new DeskClient(desk.address("")).get(back).statusCode()).isEqualTo(401);
    assertThat(browser.get(back).statusCode()).as("it was taken").isEqualTo(401);
    String second = back(browser, "/sign-in/oidc");
    assertThat(browser.get(second).statusCode()).isEqualTo(200);
    assertThat(browser.get(second).statusCode()).isEqualTo(401);
    assertThat(browser.get("/sign-in/oidc/back?state=x&code=y").statusCode()).isEqualTo(401);
  }

  @Test
  void passwordsAreClosedWhereTheSettingsSaySo() throws Exception {
    String password = desk.account("local", "Lo Cal", Role.EDITOR);
    peer.subject = "with-a-form";
    peer.username = "with-a-form";
    var browser = new DeskClient(desk.address(""));
    in(browser, "/sign-in/oidc");
    browser.get("/desk/password");
    assertThat(browser.post("/sign-in", Map.of("login", "local", "password", password)).body())
        .contains("Passwords of this desk are closed");
    assertThat(browser.get("/desk/queue").body()).as("still the same person").contains("Jo Lee");
  }

  /** Goes to the provider as a browser does, and gives the address that it leads back to. */
  private static String back(DeskClient browser, String from) throws Exception {
    String there = browser.get(from).headers().firstValue("Location").orElseThrow();
    assertThat(there).startsWith(peer.issuer() + "/authorize").contains("code_challenge=");
    HttpResponse<String> led =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(there)).build(),
                HttpResponse.BodyHandlers.ofString());
    return led.headers().firstValue("Location").orElseThrow().replace(desk.address(""), "");
  }

  private static HttpResponse<String> in(DeskClient browser, String from) throws Exception {
    return browser.get(back(browser, from));
  }

  private static java.util.Optional<Account> account(String login) {
    return desk.rooms().getBean(AccountStore.class).find(login);
  }
}
