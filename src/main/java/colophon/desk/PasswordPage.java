package colophon.desk;

import colophon.access.Accounts;
import colophon.access.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people change their own password; a first one opens nothing else. */
@RestController
final class PasswordPage {

  /** What the page shows. */
  public record View(boolean first, String problem, int least) {}

  private final Accounts accounts;
  private final Pages pages;

  PasswordPage(Accounts accounts, Pages pages) {
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping("/desk/password")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page(request, HttpStatus.OK, "");
  }

  @PostMapping("/desk/password")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @RequestParam String old,
      @RequestParam String chosen,
      @RequestParam String again) {
    if (!chosen.equals(again)) {
      return page(
          request, HttpStatus.UNPROCESSABLE_CONTENT, "The two new passwords are not the same.");
    }
    return switch (accounts.change(Pages.user().getName(), old, chosen)) {
      case Accounts.Outcome.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, refused.reason());
      case Accounts.Outcome.Done ignored -> DeskAnswers.seeOther("/desk");
    };
  }

  private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String what) {
    boolean first = Pages.user().account().mustChange();
    return pages.page(
        request,
        status,
        "password",
        "Your password",
        "password",
        new View(first, what, Passwords.LEAST));
  }
}
