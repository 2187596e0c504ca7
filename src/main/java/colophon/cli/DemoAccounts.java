package colophon.cli;

import colophon.access.Accounts;
import colophon.access.Role;
import java.io.PrintWriter;
import java.util.EnumSet;

/** One account of each role, for whoever tries the desk. */
final class DemoAccounts {

  private DemoAccounts() {}

  /** Makes them and prints their first passwords, once. */
  static void make(Accounts accounts, PrintWriter out) {
    out.println("Sign in as one of these; each first password is shown this once, and changed");
    out.println("at the first sign-in:");
    for (Role role : Role.values()) {
      String login = role.word();
      Accounts.Outcome outcome = accounts.add(login, name(role), EnumSet.of(role), UsersCommand.BY);
      if (outcome instanceof Accounts.Outcome.Done made) {
        out.printf("  %-14s %s%n", login, made.password());
      }
    }
  }

  /** Nobody's real name. */
  private static String name(Role role) {
    return switch (role) {
      case OPERATOR -> "Otto Sample";
      case EDITOR -> "Edda Sample";
      case AUDITOR -> "Aude Sample";
      case ADMINISTRATOR -> "Adam Sample";
    };
  }
}
