package colophon.desk;

import colophon.access.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads each to where their work begins. */
@RestController
final class DeskHome {

  @GetMapping("/desk")
  ResponseEntity<String> home() {
    DeskUser user = Pages.user();
    return DeskAnswers.seeOther(
        user.is(Role.EDITOR)
            ? "/desk/queue"
            : user.is(Role.OPERATOR)
                ? "/desk/today"
                : user.is(Role.AUDITOR) ? "/desk/audit" : "/desk/published");
  }
}
