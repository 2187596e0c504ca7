package colophon.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param login what the person types: 2 to 40 small letters, digits, dots, hyphens, underscores
 * @param name as it stands on pages and in records
 * @param roles at least one
 * @param mustChange whether the password was made by somebody else and must be changed first
 * @param closed whether the account can be used no more
 */
public record Account(
    String login, String name, Set<Role> roles, boolean mustChange, boolean closed) {
  public Account {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an account has a role");
    }
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
  }
}
