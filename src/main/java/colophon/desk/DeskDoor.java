package colophon.desk;

import colophon.access.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Gives somebody who was let in a session of their own. */
final class DeskDoor {

  /** How long somebody may do nothing before having to sign in again. */
  private static final Duration IDLE = Duration.ofHours(8);

  private final HttpSessionSecurityContextRepository sessions;

  DeskDoor(HttpSessionSecurityContextRepository sessions) {
    this.sessions = sessions;
  }

  void open(HttpServletRequest request, HttpServletResponse response, Account account) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request.getSession(true).setMaxInactiveInterval((int) IDLE.toSeconds());
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new DeskUser(account));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }

  /** An address of the desk, so that nobody is led elsewhere by a link; else nothing. */
  static String inside(String to) {
    return to.matches("/desk/[A-Za-z0-9/_.?=&%-]*") ? to : "";
  }
}
