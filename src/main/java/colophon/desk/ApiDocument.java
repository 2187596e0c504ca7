package colophon.desk;

import colophon.access.Role;
import colophon.access.Scope;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the API is, and as whom a token asks it. */
@RestController
final class ApiDocument {

  /** What a token is worth at this moment. */
  public record Token(
      long token,
      String name,
      String login,
      String person,
      List<String> roles,
      List<String> scopes,
      Instant expiresAt) {
    public Token {
      roles = List.copyOf(roles);
      scopes = List.copyOf(scopes);
    }
  }

  private final ApiContract contract;

  ApiDocument(ApiContract contract) {
    this.contract = contract;
  }

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<byte[]> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(contract.bytes());
  }

  @GetMapping("/api/v1/token")
  Token token() {
    ApiUser user = ApiUser.current();
    return new Token(
        user.token().id(),
        user.token().name(),
        user.getName(),
        user.account().name(),
        user.account().roles().stream().map(Role::word).toList(),
        user.scopes().stream().map(Scope::word).toList(),
        user.token().expiresAt());
  }
}
