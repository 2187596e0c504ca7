package colophon.desk;

import colophon.pipeline.SignOnSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of OpenID Connect, asked as its own description says: authorization code with PKCE,
 * identity tokens signed with RS256 by a key of its key set. Nothing else of it is believed.
 */
final class OidcProvider {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** The longest answer that is read, in bytes. */
  private static final int MOST_ANSWER = 256 * 1024;

  private static final JsonMapper MAPPER = new JsonMapper();

  /** The provider did not vouch for anybody; the message is for the log. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private final SignOnSettings settings;
  private final String secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(LONGEST_WAIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private @Nullable Known known;

  /** What the provider's description says, read with the first sign-in. */
  private record Known(ClientRegistration client, NimbusJwtDecoder decoder) {}

  OidcProvider(SignOnSettings settings, String secret) {
    this.settings = settings;
    this.secret = secret;
  }

  /** Where a browser is sent. */
  URI door(String back, String state, String nonce, String challenge) throws RefusedException {
    ClientRegistration client = known().client();
    String address =
        said(client.getProviderDetails().getAuthorizationUri(), "authorization_endpoint");
    return URI.create(
        address
            + (address.contains("?") ? "&" : "?")
            + form(
                Map.of(
                    "response_type",
                    "code",
                    "client_id",
                    settings.clientId(),
                    "redirect_uri",
                    back,
                    "scope",
                    "openid profile email",
                    "state",
                    state,
                    "nonce",
                    nonce,
                    "code_challenge",
                    challenge,
                    "code_challenge_method",
                    "S256")));
  }

  /** Exchanges a code for an identity token, and believes it only where every check holds. */
  Jwt identity(String code, String back, String verifier, String nonce) throws RefusedException {
    String token = token(code, back, verifier);
    Jwt identity;
    try {
      identity = known().decoder().decode(token);
    } catch (JwtException e) {
      throw new RefusedException("its identity token is not good: " + e.getMessage());
    }
    if (!nonce.equals(identity.getClaimAsString("nonce"))) {
      throw new RefusedException("its identity token was made for another sign-in");
    }
    return identity;
  }

  private String token(String code, String back, String verifier) throws RefusedException {
    String basic = encoded(settings.clientId()) + ":" + encoded(secret);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    said(known().client().getProviderDetails().getTokenUri(), "token_endpoint")))
            .timeout(LONGEST_WAIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form(
                        Map.of(
                            "grant_type", "authorization_code",
                            "code", code,
                            "redirect_uri", back,
                            "code_verifier", verifier))))
            .build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] read = body.readNBytes(MOST_ANSWER + 1);
        if (answer.statusCode() != 200 || read.length > MOST_ANSWER) {
          throw new RefusedException("its token endpoint answered " + answer.statusCode());
        }
        return MAPPER.readTree(read).path("id_token").asString("");
      }
    } catch (IOException e) {
      throw new RefusedException("its token endpoint did not answer: " + e.getMessage());
    } catch (JacksonException e) {
      throw new RefusedException("its token endpoint answered no JSON");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("the desk is being stopped");
    }
  }

  private synchronized Known known() throws RefusedException {
    Known read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  SignOnSettings settings() {
    return settings;
  }

  private Known read() throws RefusedException {
    if (secret.isEmpty()) {
      throw new RefusedException(
          "the environment has no "
              + settings.secretVariable()
              + ", which the settings name for its secret");
    }
    try {
      ClientRegistration client =
          ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
              .registrationId("provider")
              .clientId(settings.clientId())
              .clientSecret(secret)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .build();
      var requests = new SimpleClientHttpRequestFactory();
      requests.setConnectTimeout(LONGEST_WAIT);
      requests.setReadTimeout(LONGEST_WAIT);
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSetUri(
                  said(client.getProviderDetails().getJwkSetUri(), "jwks_uri"))
              .jwsAlgorithm(SignatureAlgorithm.RS256)
              .restOperations(new RestTemplate(requests))
              .build();
      decoder.setJwtValidator(new OidcIdTokenValidator(client));
      return new Known(client, decoder);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new RefusedException("its description cannot be read: " + e.getMessage());
    }
  }

  private static String said(@Nullable String value, String name) throws RefusedException {
    if (value == null || value.isBlank()) {
      throw new RefusedException("its description names no " + name);
    }
    return value;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
