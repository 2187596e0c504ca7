package colophon.desk;

import colophon.access.Accounts;
import colophon.access.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door: who signs in gets a session of their own, who signs out ends it. */
@RestController
final class SignInPage {

  /** How long somebody may do nothing before having to sign in again. */
  private static final Duration IDLE = Duration.ofHours(8);

  /** What the page shows. */
  public record View(String problem, String login, String to) {}

  private final Accounts accounts;
  private final HttpSessionSecurityContextRepository sessions;
  private final Pages pages;

  SignInPage(Accounts accounts, HttpSessionSecurityContextRepository sessions, Pages pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.pages = pages;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable String expired) {
    String problem = expired == null ? "" : "The page was open for too long. Sign in again.";
    return pages.open(request, "signin", new View(problem, "", inside(to)));
  }

  @PostMapping("/sign-in")
  ResponseEntity<String> signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam String login,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String to) {
    String typed = login.strip().toLowerCase(Locale.ROOT);
    return switch (accounts.signIn(typed, password, request.getRemoteAddr())) {
      case SignIn.Wrong ignored ->
          pages.open(
              request,
              "signin",
              new View(
                  "Login and password do not belong together, or the account is closed.",
                  typed,
                  inside(to)));
      case SignIn.Wait wait ->
          pages.open(
              request,
              "signin",
              new View(
                  "Too many attempts. Try again in "
                      + Math.max(1, wait.remaining().toMinutes() + 1)
                      + " minutes, or ask an administrator for a new password.",
                  typed,
                  inside(to)));
      case SignIn.Welcome welcome -> {
        HttpSession old = request.getSession(false);
        if (old != null) {
          old.invalidate();
        }
        request.getSession(true).setMaxInactiveInterval((int) IDLE.toSeconds());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new DeskUser(welcome.account()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        String next = inside(to);
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

  /** An address of the desk, so that nobody is led elsewhere by a link; else nothing. */
  private static String inside(String to) {
    return to.matches("/desk/[A-Za-z0-9/_.?=&%-]*") ? to : "";
  }
}
