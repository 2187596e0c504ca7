package colophon.access;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignIn {

  record Welcome(Account account) implements SignIn {}

  /** Login and password do not belong together, or the account is closed. */
  record Wrong() implements SignIn {}

  /** Too many failures; the person may try again after that. */
  record Wait(Duration remaining) implements SignIn {}
}
