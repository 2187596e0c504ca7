package colophon.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token. It acts as its account, with the roles that account has at that moment
 * and within its scopes.
 *
 * @param login of the account
 * @param name what it is for
 * @param scopes at least one
 * @param createdBy the login of who made it, or the command line
 * @param revokedAt null where it was not revoked
 * @param lastUsedAt to the minute; null where it never was
 */
public record ApiToken(
    long id,
    String login,
    String name,
    Set<Scope> scopes,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  public ApiToken {
    scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /** Whether it opens anything at that moment. */
  public boolean valid(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  /** How it stands, in a word or two. */
  public String state(Instant now) {
    return revokedAt != null ? "revoked" : valid(now) ? "valid" : "expired";
  }
}
