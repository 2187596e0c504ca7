package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.cli.SampleDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * The samples' desk and a browser at it, for a class of tests. Each test has a window of its own,
 * and fails where a page in it complained of anything.
 */
final class BrowsedDesk implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private final Map<String, String> passwords = new HashMap<>();
  private @Nullable Path folder;
  private @Nullable SampleDesk desk;
  private @Nullable DeskBrowser browser;
  private DeskBrowser.@Nullable Visitor visitor;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    browser = DeskBrowser.open();
    folder = Files.createTempDirectory("colophon-test-desk");
    desk = SampleDesk.open(folder.resolve("newsroom"));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    DeskBrowser.Visitor here = visitor;
    visitor = null;
    if (here != null) {
      here.close();
      assertThat(here.complaints()).isEmpty();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (desk != null) {
      desk.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  SampleDesk desk() {
    return Objects.requireNonNull(desk);
  }

  DeskBrowser browser() {
    return Objects.requireNonNull(browser);
  }

  /** Where the newsroom and what a test makes lies. */
  Path folder() {
    return Objects.requireNonNull(folder);
  }

  String address(String path) {
    return desk().address(path);
  }

  /** Makes an account that may sign in by its login. */
  void account(String login, String name, Role... roles) {
    passwords.put(login, desk().account(login, name, roles));
  }

  /** The test's window, with nobody signed in. */
  DeskBrowser.Visitor visit() {
    DeskBrowser.Visitor here = browser().visitor();
    visitor = here;
    return here;
  }

  /** The test's window, with this person signed in. */
  DeskBrowser.Visitor visit(String login) {
    return signIn(visit(), login);
  }

  /** Somebody else's window, which the test closes and looks after. */
  DeskBrowser.Visitor another(String login) {
    return signIn(browser().visitor(), login);
  }

  /** This person without a browser. */
  DeskClient client(String login) throws Exception {
    var client = new DeskClient(address(""));
    client.signIn(login, password(login));
    return client;
  }

  String password(String login) {
    return Objects.requireNonNull(passwords.get(login));
  }

  private DeskBrowser.Visitor signIn(DeskBrowser.Visitor window, String login) {
    return window.signIn(address(""), login, password(login));
  }
}
