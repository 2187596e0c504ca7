package colophon.access;

import colophon.text.NormalText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets people in, and looks after their accounts; every change is kept with who made it. */
public final class Accounts {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
  private static final int MOST_NAME = 80;

  private final AccountStore store;
  private final Passwords passwords;
  private final Throttle throttle;

  public Accounts(AccountStore store, Passwords passwords, InstantSource clock) {
    this.store = store;
    this.passwords = passwords;
    this.throttle = new Throttle(clock);
  }

  /** How a change to an account ended. */
  public sealed interface Outcome {

    /**
     * Done.
     *
     * @param password the first one, to be told once; empty where none was made
     */
    record Done(Account account, String password) implements Outcome {}

    /** It cannot be made; the reason is a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Lets somebody in who knows the password.
   *
   * @param address from where, such as an IP address; guessing is slowed down for it too
   */
  public SignIn signIn(String login, String password, String address) {
    Optional<Duration> wait =
        throttle.wait("login " + login).or(() -> throttle.wait("address " + address));
    if (wait.isPresent()) {
      return new SignIn.Wait(wait.get());
    }
    if (!passwords.matches(password, store.password(login))) {
      throttle.failed("login " + login);
      throttle.failed("address " + address);
      return new SignIn.Wrong();
    }
    throttle.succeeded("login " + login);
    return new SignIn.Welcome(store.find(login).orElseThrow());
  }

  /** Makes an account with a first password, which must be changed at the first sign-in. */
  public Outcome add(String login, String name, Set<Role> roles, String by) {
    String shown = NormalText.line(NormalText.withoutInvisible(name));
    if (!LOGIN.matcher(login).matches()) {
      return new Outcome.Refused(
          "A login is 2 to 40 small letters, digits, dots, hyphens or underscores, and begins with"
              + " a letter or digit.");
    }
    if (shown.isBlank() || shown.length() > MOST_NAME) {
      return new Outcome.Refused("A name has 1 to " + MOST_NAME + " characters.");
    }
    if (roles.isEmpty()) {
      return new Outcome.Refused("An account has at least one role.");
    }
    String password = passwords.first();
    var account = new Account(login, shown, roles, true, false);
    if (!store.add(account, passwords.hash(password))) {
      return new Outcome.Refused("The login \"" + login + "\" is taken.");
    }
    store.act(by, "account added", login, shown + ", " + words(roles));
    return new Outcome.Done(account, password);
  }

  /** Gives an account a new first password. */
  public Outcome reset(String login, String by) {
    Optional<Account> found = store.find(login);
    if (found.isEmpty()) {
      return nobody(login);
    }
    String password = passwords.first();
    store.password(login, passwords.hash(password), true);
    store.act(by, "password reset", login, "");
    return new Outcome.Done(found.get(), password);
  }

  /** Changes a person's own password. */
  public Outcome change(String login, String old, String chosen) {
    Optional<Account> found = store.find(login);
    if (found.isEmpty() || !passwords.matches(old, store.password(login))) {
      return new Outcome.Refused("That is not your present password.");
    }
    Optional<String> refusal = Passwords.refuse(chosen, login);
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    if (old.equals(chosen)) {
      return new Outcome.Refused("Choose another one than the present password.");
    }
    store.password(login, passwords.hash(chosen), false);
    store.act(login, "password changed", login, "");
    return new Outcome.Done(store.find(login).orElseThrow(), "");
  }

  /** Gives an account other roles. */
  public Outcome roles(String login, Set<Role> roles, String by) {
    if (roles.isEmpty()) {
      return new Outcome.Refused("An account has at least one role; close it instead.");
    }
    if (!store.roles(login, roles)) {
      return nobody(login);
    }
    store.act(by, "roles changed", login, words(roles));
    return new Outcome.Done(store.find(login).orElseThrow(), "");
  }

  /** Closes an account or opens it again. */
  public Outcome close(String login, boolean closed, String by) {
    if (!store.closed(login, closed)) {
      return nobody(login);
    }
    store.act(by, closed ? "account closed" : "account opened", login, "");
    return new Outcome.Done(store.find(login).orElseThrow(), "");
  }

  private static Outcome nobody(String login) {
    return new Outcome.Refused(
        "There is no account \"" + login + "\"; colophon users list shows them.");
  }

  private static String words(Set<Role> roles) {
    return String.join(", ", roles.stream().sorted().map(Role::word).toList());
  }
}
