package colophon.access;

import colophon.text.NormalText;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the account of somebody for whom a provider of sign-on vouches. It is found by the
 * provider's own name for the person and by nothing else, and made where there is none; its roles
 * are those that the provider tells, each time.
 */
public final class SignOn {

  private static final int MOST_LOGIN = 30;
  private static final int MOST_NAME = 80;

  /** How many logins are tried where the wished one is taken. */
  private static final int MOST_TRIES = 1_000;

  /** Who does it, as the list of administrative acts names it. */
  private static final String BY = "sign-on";

  private final AccountStore accounts;
  private final IdentityStore identities;
  private final TransactionTemplate transaction;

  SignOn(AccountStore accounts, IdentityStore identities, TransactionTemplate transaction) {
    this.accounts = accounts;
    this.identities = identities;
    this.transaction = transaction;
  }

  /** How it ended. */
  public sealed interface Outcome {

    record Welcome(Account account) implements Outcome {}

    /** The person is not let in; the reason is a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Finds or makes the account.
   *
   * @param subject the provider's lasting name for the person
   * @param wishedLogin what the person is called there; a login is made of it
   * @param roles that the person has here
   */
  public Outcome enter(
      String issuer, String subject, String wishedLogin, String name, Set<Role> roles) {
    if (roles.isEmpty()) {
      return new Outcome.Refused(
          "You have no role at this desk. An administrator of the provider gives groups, and the"
              + " newsroom's settings say which role each has.");
    }
    return Objects.requireNonNull(
        transaction.execute(status -> {
          Optional<Account> known = identities.login(issuer, subject).flatMap(accounts::find);
          if (known.isPresent()) {
            return known(known.get(), roles);
          }
          Account made = make(wishedLogin, name, roles);
          identities.add(issuer, subject, made.login());
          accounts.act(
              BY, "account added", made.login(), made.name() + ", vouched for by " + issuer);
          return new Outcome.Welcome(made);
        }));
  }

  private Outcome known(Account account, Set<Role> roles) {
    if (account.closed()) {
      return new Outcome.Refused("Your account at this desk is closed; ask an administrator.");
    }
    if (!account.roles().equals(roles)) {
      accounts.roles(account.login(), roles);
      accounts.act(
          BY,
          "roles changed",
          account.login(),
          String.join(", ", roles.stream().sorted().map(Role::word).toList()));
    }
    return new Outcome.Welcome(accounts.find(account.login()).orElseThrow());
  }

  /** An account without a password: nobody signs in to it but by the provider. */
  private Account make(String wished, String name, Set<Role> roles) {
    String base = login(wished);
    String shown = NormalText.line(NormalText.withoutInvisible(name)).strip();
    if (shown.isEmpty()) {
      shown = base;
    }
    if (shown.length() > MOST_NAME) {
      shown = shown.substring(0, shown.offsetByCodePoints(0, MOST_NAME / 2));
    }
    for (int i = 1; i <= MOST_TRIES; i++) {
      String login = i == 1 ? base : base + "-" + i;
      var account = new Account(login, shown, EnumSet.copyOf(roles), false, false);
      if (accounts.addWithoutPassword(account)) {
        return account;
      }
    }
    throw new IllegalStateException("no login like " + base + " is free");
  }

  private static String login(String wished) {
    String plain =
        wished
            .toLowerCase(Locale.ROOT)
            .replaceFirst("@.*", "")
            .replaceAll("[^a-z0-9._-]", "")
            .replaceFirst("^[._-]+", "");
    String cut = plain.substring(0, Math.min(MOST_LOGIN, plain.length()));
    return cut.length() < 2 ? "person" : cut;
  }
}
