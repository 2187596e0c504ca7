package colophon.access;

import colophon.kernel.Digest;
import colophon.text.NormalText;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes, judges and revokes the tokens by which scripts come in as an account. */
public final class Tokens {

  /** The longest that a token is valid, in days. */
  public static final int MOST_DAYS = 366;

  /** How long it is valid where nothing is said, in days. */
  public static final int DAYS = 90;

  /** The most valid tokens of one account. */
  public static final int MOST_VALID = 50;

  /** The longest name, in characters. */
  public static final int MOST_NAME = 80;

  /** So that one that was left somewhere is known for what it is. */
  private static final String BEGINNING = "colophon_";

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile(BEGINNING + "[A-Za-z0-9_-]{43}");

  private final TokenStore store;
  private final AccountStore accounts;
  private final SecureRandom random;
  private final InstantSource clock;

  Tokens(TokenStore store, AccountStore accounts, SecureRandom random, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.random = random;
    this.clock = clock;
  }

  /** How making or revoking a token ended. */
  public sealed interface Outcome {

    /**
     * It was made.
     *
     * @param secret the token, to be told once
     */
    record Made(ApiToken token, String secret) implements Outcome {}

    /** It opens nothing any more. */
    record Revoked(ApiToken token) implements Outcome {}

    /** Nothing was done; the reason is a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  /** A token and the account it acts as, both good at this moment. */
  public record Holder(ApiToken token, Account account) {}

  /**
   * Makes a token.
   *
   * @param days how long it is valid
   * @param by the login of who makes it, or the command line
   */
  public Outcome add(String login, String name, Set<Scope> scopes, int days, String by) {
    String shown = NormalText.line(NormalText.withoutInvisible(name));
    if (shown.isBlank() || shown.length() > MOST_NAME) {
      return new Outcome.Refused("Say what the token is for in 1 to " + MOST_NAME + " characters.");
    }
    if (scopes.isEmpty()) {
      return new Outcome.Refused("Choose at least one thing that the token may be used for.");
    }
    if (days < 1 || days > MOST_DAYS) {
      return new Outcome.Refused("A token is valid for 1 to " + MOST_DAYS + " days.");
    }
    if (accounts.find(login).filter(account -> !account.closed()).isEmpty()) {
      return new Outcome.Refused(
          "There is no open account \"" + login + "\"; colophon users list shows them.");
    }
    if (store.valid(login) >= MOST_VALID) {
      return new Outcome.Refused(
          "The account has " + MOST_VALID + " valid tokens; revoke one that is not needed.");
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ApiToken token =
        store.add(
            digest(secret), login, shown, scopes, by, clock.instant().plus(Duration.ofDays(days)));
    accounts.act(by, "token made", login, token.id() + ", " + shown + ": " + words(scopes));
    return new Outcome.Made(token, secret);
  }

  /**
   * Ends a token at once.
   *
   * @param of whose it must be; empty where anybody's may be ended
   */
  public Outcome revoke(long id, String of, String by) {
    Optional<ApiToken> found =
        store.find(id).filter(token -> of.isEmpty() || token.login().equals(of));
    if (found.isEmpty()) {
      return new Outcome.Refused("There is no token " + id + " here.");
    }
    if (!store.revoke(id)) {
      return new Outcome.Refused("The token " + id + " was revoked before.");
    }
    accounts.act(by, "token revoked", found.get().login(), id + ", " + found.get().name());
    return new Outcome.Revoked(found.get());
  }

  /** The tokens of an account, the latest first; of all accounts where the login is empty. */
  public List<ApiToken> of(String login) {
    return store.of(login);
  }

  /** Who comes with that token; empty where it opens nothing. Its use is noted. */
  public Optional<Holder> holder(String secret) {
    if (!FORM.matcher(secret).matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Holder> holder =
        store
            .find(digest(secret))
            .filter(token -> token.valid(now))
            .flatMap(token ->
                accounts
                    .find(token.login())
                    .filter(account -> !account.closed() && !account.mustChange())
                    .map(account -> new Holder(token, account)));
    holder.ifPresent(each -> store.used(each.token()));
    return holder;
  }

  private static String digest(String secret) {
    return Digest.ofText(secret).hex();
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
  }
}
