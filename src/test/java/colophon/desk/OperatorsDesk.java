package colophon.desk;

import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.pipeline.Definitions;
import colophon.pipeline.OpenRuns;
import colophon.pipeline.RunWatcher;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The samples' desk with an operator at it. */
abstract class OperatorsDesk {

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();
  DeskBrowser.Visitor visitor;
  Page page;

  @BeforeAll
  static void people() {
    DESK.account("olga", "Olga Sample", Role.OPERATOR);
    DESK.account("aude", "Aude Sample", Role.AUDITOR);
  }

  @BeforeEach
  void signIn() {
    visitor = DESK.visit("olga");
    page = visitor.page();
  }

  static JdbcClient jdbc() {
    return DESK.desk().rooms().getBean(JdbcClient.class);
  }

  static void carry(Definitions definitions) {
    DESK.desk()
        .rooms()
        .getBean(OpenRuns.class)
        .carryOnNow(definitions.pipelines().values(), definitions.newsroom(), RunWatcher.NONE);
  }

  static List<String> acts() {
    return DESK.desk().rooms().getBean(AccountStore.class).acts(20).stream()
        .map(AccountStore.Act::act)
        .toList();
  }

  void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .press("Enter");
  }

  Locator row(String title) {
    return page.locator("#next tbody tr", new Page.LocatorOptions().setHasText(title));
  }
}
