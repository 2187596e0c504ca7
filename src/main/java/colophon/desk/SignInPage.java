package colophon.desk;

import colophon.access.Accounts;
import colophon.access.SignIn;
import colophon.pipeline.SignOnSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door: who signs in gets a session of their own, who signs out ends it. */
@RestController
final class SignInPage {

  /**
   * What the page shows.
   *
   * @param provider what people call the provider of sign-on; empty where there is none
   * @param passwords whether people may sign in with a password of this desk
   */
  public record View(String problem, String login, String to, String provider, boolean passwords) {}

  private final Accounts accounts;
  private final DeskDoor door;
  private final Optional<SignOnSettings> provider;
  private final Pages pages;

  SignInPage(Accounts accounts, DeskDoor door, Optional<SignOnSettings> provider, Pages pages) {
    this.accounts = accounts;
    this.door = door;
    this.provider = provider;
    this.pages = pages;
  }

  private View view(String problem, String login, String to) {
    return new View(
        problem,
        login,
        DeskDoor.inside(to),
        provider.map(SignOnSettings::title).orElse(""),
        passwords());
  }

  private boolean passwords() {
    return provider.filter(SignOnSettings::passwordsClosed).isEmpty();
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable String expired) {
    String problem = expired == null ? "" : "The page was open for too long. Sign in again.";
    return pages.open(request, "signin", view(problem, "", to));
  }

  @PostMapping("/sign-in")
  ResponseEntity<String> signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam String login,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String to) {
    String typed = login.strip().toLowerCase(Locale.ROOT);
    if (!passwords()) {
      return pages.open(
          request,
          "signin",
          view("Passwords of this desk are closed; sign in with the provider.", typed, to));
    }
    return switch (accounts.signIn(typed, password, request.getRemoteAddr())) {
      case SignIn.Wrong ignored ->
          pages.open(
              request,
              "signin",
              view(
                  "Login and password do not belong together, or the account is closed.",
                  typed,
                  to));
      case SignIn.Wait wait ->
          pages.open(
              request,
              "signin",
              view(
                  "Too many attempts. Try again in "
                      + Math.max(1, wait.remaining().toMinutes() + 1)
                      + " minutes, or ask an administrator for a new password.",
                  typed,
                  to));
      case SignIn.Welcome welcome -> {
        door.open(request, response, welcome.account());
        String next = DeskDoor.inside(to);
        yield DeskAnswers.seeOther(next.isEmpty() ? "/desk" : next);
      }
    };
  }

  @PostMapping("/sign-out")
  ResponseEntity<String> signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/sign-in").build();
  }
}
