package colophon.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of OpenID Connect as the specification asks for one: description, key set, codes that
 * work once and only with their PKCE verifier and the client's secret, identity tokens in RS256. It
 * can be told to misbehave.
 */
final class OidcPeer implements AutoCloseable {

  /** What is wrong with the next identity token. */
  enum Fault {
    NONE,
    OTHER_NONCE,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    EXPIRED,
    UNSIGNED,
    OTHER_KEY
  }

  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpServer server;
  private final RSAKey key = generated("one");
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final String secret;
  volatile Fault fault = Fault.NONE;
  volatile String subject = "248289761001";
  volatile String username = "jo.lee";
  volatile List<String> groups = List.of("desk-editors");

  OidcPeer(String secret) throws IOException {
    this.secret = secret;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            json(
                exchange,
                200,
                Map.of(
                    "issuer", issuer(),
                    "authorization_endpoint", issuer() + "/authorize",
                    "token_endpoint", issuer() + "/token",
                    "jwks_uri", issuer() + "/keys",
                    "response_types_supported", List.of("code"),
                    "subject_types_supported", List.of("public"),
                    "id_token_signing_alg_values_supported", List.of("RS256"))));
    server.createContext(
        "/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The person is signed in there already, so the browser is led back at once. */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    if (!"S256".equals(asked.get("code_challenge_method"))
        || !"code".equals(asked.get("response_type"))
        || !asked.getOrDefault("scope", "").contains("openid")) {
      json(exchange, 400, Map.of("error", "invalid_request"));
      return;
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String basic =
        Base64.getEncoder().encodeToString(("desk:" + secret).getBytes(StandardCharsets.UTF_8));
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
    if (asked == null
        || !("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
        || !form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    json(
        exchange,
        200,
        Map.of("token_type", "Bearer", "access_token", "x", "id_token", identity(asked)));
  }

  private String identity(Map<String, String> asked) {
    Instant now = Instant.now();
    boolean expired = fault == Fault.EXPIRED;
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(fault == Fault.OTHER_ISSUER ? "https://elsewhere.example" : issuer())
            .subject(subject)
            .audience(fault == Fault.OTHER_AUDIENCE ? "another-client" : "desk")
            .issueTime(Date.from(now.minusSeconds(expired ? 7_200 : 1)))
            .expirationTime(Date.from(now.plusSeconds(expired ? -3_600 : 300)))
            .claim("nonce", fault == Fault.OTHER_NONCE ? "another" : asked.get("nonce"))
            .claim("name", "Jo Lee")
            .claim("preferred_username", username)
            .claim("groups", groups)
            .build();
    if (fault == Fault.UNSIGNED) {
      return new PlainJWT(claims).serialize();
    }
    try {
      RSAKey signer = fault == Fault.OTHER_KEY ? generated("one") : key;
      var signed =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      signed.sign(new RSASSASigner(signer));
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey generated(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void json(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = MAPPER.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
