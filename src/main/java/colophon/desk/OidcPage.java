package colophon.desk;

import colophon.access.Role;
import colophon.access.SignOn;
import colophon.kernel.Digest;
import colophon.pipeline.SignOnSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way in by a provider of sign-on. What was begun is kept here under its state for a few
 * minutes; a cookie of its own ties it to the browser that began it, since the session's cookie
 * does not travel with a page that another site leads to.
 */
@RestController
final class OidcPage {

  static final String PATH = "/sign-in/oidc";

  private static final Logger LOG = LoggerFactory.getLogger(OidcPage.class);
  private static final String COOKIE = "colophon-oidc";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** How many sign-ins may be under way; the oldest is forgotten beyond that. */
  private static final int MOST_BEGUN = 1_000;

  private static final int SECRET_BYTES = 32;

  /** A sign-in that was begun. */
  private record Begun(String browser, String nonce, String verifier, String to, Instant until) {}

  /** The page that leads on. */
  public record View(String name, String to) {}

  private final Optional<OidcProvider> known;
  private final SignOn signOn;
  private final DeskDoor door;
  private final Pages pages;
  private final DeskAddress address;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Begun> begun =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Begun> eldest) {
          return size() > MOST_BEGUN;
        }
      };

  OidcPage(
      Optional<OidcProvider> provider,
      SignOn signOn,
      DeskDoor door,
      Pages pages,
      DeskAddress address,
      InstantSource clock) {
    this.known = provider;
    this.signOn = signOn;
    this.door = door;
    this.pages = pages;
    this.address = address;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<String> begin(
      HttpServletRequest request, @RequestParam(defaultValue = "") String to) {
    OidcProvider provider = provider();
    String state = secret();
    String browser = secret();
    var one =
        new Begun(browser, secret(), secret(), DeskDoor.inside(to), clock.instant().plus(LONGEST));
    try {
      String address =
          provider.door(back(request), state, one.nonce(), challenge(one.verifier())).toString();
      synchronized (begun) {
        begun.put(state, one);
      }
      ResponseCookie cookie =
          ResponseCookie.from(COOKIE, browser)
              .httpOnly(true)
              .secure(request.isSecure())
              .sameSite("Lax")
              .path(PATH)
              .maxAge(LONGEST)
              .build();
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.SET_COOKIE, cookie.toString())
          .header(HttpHeaders.LOCATION, address)
          .build();
    } catch (OidcProvider.RefusedException e) {
      return failed(provider, String.valueOf(e.getMessage()));
    }
  }

  private OidcProvider provider() {
    return known.orElseThrow(
        () -> ReviewPage.missing("This newsroom's settings name no provider of sign-on."));
  }

  @GetMapping(PATH + "/back")
  ResponseEntity<String> back(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code) {
    OidcProvider provider = provider();
    Optional<Begun> found = take(state, request);
    if (found.isEmpty()) {
      return failed(provider, "the sign-in was not begun in this browser, or too long ago");
    }
    if (code.isEmpty()) {
      return failed(provider, "it gave no code");
    }
    try {
      Jwt identity =
          provider.identity(code, back(request), found.get().verifier(), found.get().nonce());
      return entered(provider.settings(), request, response, identity, found.get().to());
    } catch (OidcProvider.RefusedException e) {
      return failed(provider, String.valueOf(e.getMessage()));
    }
  }

  private ResponseEntity<String> entered(
      SignOnSettings settings,
      HttpServletRequest request,
      HttpServletResponse response,
      Jwt identity,
      String to) {
    String subject = Objects.requireNonNull(identity.getSubject());
    String wished = text(identity, "preferred_username", subject);
    return switch (signOn.enter(
        settings.issuer().toString(),
        subject,
        wished,
        text(identity, "name", wished),
        roles(settings, identity))) {
      case SignOn.Outcome.Refused refused ->
          pages.reader(HttpStatus.FORBIDDEN, "oidcfailed", refused.reason());
      case SignOn.Outcome.Welcome welcome -> {
        door.open(request, response, welcome.account());
        // A page of ours leads on: the session's cookie travels with what it leads to.
        yield pages.reader(
            HttpStatus.OK,
            "oidcdone",
            new View(welcome.account().name(), to.isEmpty() ? "/desk" : to));
      }
    };
  }

  private static Set<Role> roles(SignOnSettings settings, Jwt identity) {
    Object claim = identity.getClaims().get(settings.rolesClaim());
    List<?> groups =
        claim instanceof List<?> list ? list : claim == null ? List.of() : List.of(claim);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Object group : groups) {
      String role = settings.roles().get(String.valueOf(group));
      if (role != null) {
        roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
      }
    }
    return roles;
  }

  private static String text(Jwt identity, String claim, String otherwise) {
    return identity.getClaims().get(claim) instanceof String text && !text.isBlank()
        ? text
        : otherwise;
  }

  /** What was begun under a state, once, and only for the browser that began it. */
  private Optional<Begun> take(String state, HttpServletRequest request) {
    Begun one;
    synchronized (begun) {
      one = begun.remove(state);
    }
    return Optional.ofNullable(one)
        .filter(each -> clock.instant().isBefore(each.until()))
        .filter(each -> each.browser().equals(cookie(request)));
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(each -> each.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  private ResponseEntity<String> failed(OidcProvider provider, String why) {
    String title = provider.settings().title();
    LOG.warn("A sign-in with {} did not work: {}", title, why);
    return pages.reader(
        HttpStatus.UNAUTHORIZED,
        "oidcfailed",
        "The sign-in with "
            + title
            + " did not work. Begin it again; if that does not help, an administrator finds more"
            + " in the log, colophon.log in the newsroom's folder.");
  }

  /** The address that the provider leads back to; it has to know it. */
  private String back(HttpServletRequest request) {
    String outside = address.of(PATH + "/back");
    return outside == null
        ? request.getScheme()
            + "://"
            + request.getServerName()
            + ":"
            + request.getServerPort()
            + PATH
            + "/back"
        : outside;
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(HexFormat.of().parseHex(Digest.ofText(verifier).hex()));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
