package colophon.desk;

import colophon.access.ApiToken;
import colophon.access.Role;
import colophon.access.Scope;
import colophon.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tokens by which scripts come in: a person's own, and everybody's for an administrator. */
@RestController
final class TokensPage {

  /**
   * The page.
   *
   * @param everybody whether tokens of others are shown and made too
   * @param secret a token that was just made, shown this once; empty where none was
   */
  public record View(
      List<Line> lines,
      List<Choice> scopes,
      boolean everybody,
      String login,
      int days,
      int mostDays,
      String secret,
      String notice,
      String problem) {
    public View {
      lines = List.copyOf(lines);
      scopes = List.copyOf(scopes);
    }
  }

  /** One token. */
  public record Line(
      long id,
      String login,
      String name,
      String scopes,
      String state,
      String expires,
      String used,
      boolean valid) {}

  /** A scope that may be chosen. */
  public record Choice(String word, String meaning) {}

  private final Tokens tokens;
  private final Pages pages;
  private final InstantSource clock;

  TokensPage(Tokens tokens, Pages pages, InstantSource clock) {
    this.tokens = tokens;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/tokens")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page(request, HttpStatus.OK, "", "", "");
  }

  @PostMapping("/desk/tokens")
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> scope,
      @RequestParam(defaultValue = "") String days) {
    DeskUser user = Pages.user();
    String whose = administrator() && !login.isBlank() ? login.strip() : user.getName();
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    scope.forEach(word -> Scope.named(word).ifPresent(scopes::add));
    int valid = days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0;
    return switch (tokens.add(
        whose.toLowerCase(Locale.ROOT), name, scopes, valid, user.getName())) {
      case Tokens.Outcome.Made made ->
          page(
              request,
              HttpStatus.OK,
              made.secret(),
              "The token \"" + made.token().name() + "\" is made.",
              "");
      case Tokens.Outcome.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, "", "", refused.reason());
      case Tokens.Outcome.Revoked ignored -> throw new IllegalStateException("none was revoked");
    };
  }

  @PostMapping("/desk/tokens/{id}/revoke")
  ResponseEntity<String> revoke(HttpServletRequest request, @PathVariable String id) {
    if (!id.matches("[0-9]{1,12}")) {
      throw ReviewPage.missing("There is no token " + id + " here.");
    }
    String of = administrator() ? "" : Pages.user().getName();
    return switch (tokens.revoke(Long.parseLong(id), of, Pages.user().getName())) {
      case Tokens.Outcome.Revoked revoked ->
          page(
              request,
              HttpStatus.OK,
              "",
              "The token \"" + revoked.token().name() + "\" opens nothing now.",
              "");
      case Tokens.Outcome.Refused refused ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, "", "", refused.reason());
      case Tokens.Outcome.Made ignored -> throw new IllegalStateException("none was made");
    };
  }

  private static boolean administrator() {
    return Pages.user().is(Role.ADMINISTRATOR);
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String secret, String notice, String problem) {
    Instant now = clock.instant();
    boolean everybody = administrator();
    String own = Pages.user().getName();
    var view =
        new View(
            tokens.of(everybody ? "" : own).stream().map(token -> line(token, now)).toList(),
            Arrays.stream(Scope.values())
                .map(scope -> new Choice(scope.word(), scope.meaning()))
                .toList(),
            everybody,
            own,
            Tokens.DAYS,
            Tokens.MOST_DAYS,
            secret,
            notice,
            problem);
    return pages.page(request, status, "tokens", "Tokens", "tokens", view);
  }

  private static Line line(ApiToken token, Instant now) {
    Instant used = token.lastUsedAt();
    return new Line(
        token.id(),
        token.login(),
        token.name(),
        token.scopes().stream().map(Scope::word).collect(Collectors.joining(", ")),
        token.state(now),
        DeskWords.day(token.expiresAt()),
        used == null ? "never" : DeskWords.day(used),
        token.valid(now));
  }
}
