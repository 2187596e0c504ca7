package colophon.alert;

import colophon.capture.PostWire;
import colophon.pipeline.AlertRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts messages as JSON, signed: {@code X-Colophon-Signature: t=SECONDS,v1=HEX}, where HEX is the
 * HMAC-SHA256 of {@code SECONDS.BODY} under the shared secret, so that an old message that is sent
 * again by somebody else is known by its time.
 */
final class Webhooks {

  static final String SIGNATURE = "X-Colophon-Signature";

  /** The same for every try of one message. */
  static final String MESSAGE = "X-Colophon-Message";

  /** How long one exchange may take. */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  private final PostWire wire;
  private final Map<String, String> environment;

  Webhooks(PostWire wire, Map<String, String> environment) {
    this.wire = wire;
    this.environment = Map.copyOf(environment);
  }

  Sent send(AlertRules.Webhook hook, AlertStore.Message message, Instant now) {
    String secret = environment.getOrDefault(hook.secretVariable(), "");
    if (secret.isBlank()) {
      return Sent.failed(
          "The environment variable "
              + hook.secretVariable()
              + " is not set, so the message cannot be signed; set it and start again.");
    }
    byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
    try {
      PostWire.Answer answer =
          wire.post(
              hook.address(),
              Map.of(
                  "Content-Type",
                  "application/json",
                  SIGNATURE,
                  "t="
                      + now.getEpochSecond()
                      + ",v1="
                      + signature(secret, now.getEpochSecond() + "." + message.body()),
                  MESSAGE,
                  Long.toString(message.id())),
              body,
              hook.allow(),
              DEADLINE);
      String said =
          "status "
              + answer.status()
              + (answer.body().length == 0
                  ? ""
                  : ": " + new String(answer.body(), StandardCharsets.UTF_8));
      return answer.status() / 100 == 2 ? Sent.delivered(said) : Sent.failed(said);
    } catch (IOException e) {
      return Sent.failed("Not sent, since " + e.getMessage() + ".");
    }
  }

  static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
