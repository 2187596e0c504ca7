package colophon.pipeline;

import colophon.capture.Source;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Of what operators are told, and where, from {@code alerts} in {@code newsroom.yaml}.
 *
 * @param runFailed whether a run that breaks down is told
 * @param runProblems whether a run that ended with problems is told
 * @param noBriefFor after how long without a brief a pipeline is told; null for never
 * @param sourceFailsInARow after how many failures a source is told; 0 for never
 * @param budgetPercent from how much of a day's model budget on a pipeline is told; 0 for never
 * @param deadlinePassed whether a draft that waits past its deadline is told
 * @param keyEndsWithin how long before the signing certificate ends that is told
 * @param logTrouble whether the log is compared and inspected
 */
public record AlertRules(
    boolean runFailed,
    boolean runProblems,
    @Nullable Duration noBriefFor,
    int sourceFailsInARow,
    int budgetPercent,
    boolean deadlinePassed,
    Duration keyEndsWithin,
    boolean logTrouble,
    List<Webhook> webhooks,
    Optional<Mail> mail) {

  /** Nobody is told anything. */
  public static final AlertRules NONE =
      new AlertRules(
          false, false, null, 0, 0, false, Duration.ZERO, false, List.of(), Optional.empty());

  public AlertRules {
    webhooks = List.copyOf(webhooks);
  }

  /**
   * An address that is sent JSON, signed.
   *
   * @param secretVariable the environment variable that holds the secret of the signature
   * @param allow what the address filter would refuse: {@code HOST} or {@code HOST:PORT}
   */
  public record Webhook(URI address, String secretVariable, List<String> allow) {
    public Webhook {
      allow = List.copyOf(allow);
    }

    /** The address without its query, in which a secret may stand. */
    public String name() {
      return AlertRules.name(address);
    }
  }

  private static String name(URI address) {
    String whole = address.toString();
    int query = whole.indexOf('?');
    return query < 0 ? whole : whole.substring(0, query);
  }

  /** How the line to a mail server is kept from being read. */
  public enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  /**
   * A mail server and who is written to.
   *
   * @param user the environment variable that holds the user's name; null where none is sent
   * @param password the same for the password
   * @param allow what the address filter would refuse: {@code HOST:PORT}
   */
  public record Mail(
      String server,
      int port,
      Security security,
      String from,
      List<String> to,
      @Nullable String user,
      @Nullable String password,
      List<String> allow) {
    public Mail {
      to = List.copyOf(to);
      allow = List.copyOf(allow);
    }
  }

  /** Whether anybody is to be told of anything. */
  public boolean silent() {
    return webhooks.isEmpty() && mail.isEmpty();
  }

  /** Reads the member; the schema has checked its names and forms. */
  static AlertRules read(
      JsonNode node, DefinitionNotes notes, BiFunction<String, String, @Nullable URI> address) {
    if (node.isMissingNode()) {
      return NONE;
    }
    var webhooks = new ArrayList<Webhook>();
    for (int i = 0; i < node.path("webhooks").size(); i++) {
      String at = "/alerts/webhooks/" + i;
      JsonNode each = node.path("webhooks").get(i);
      URI where = address.apply(at + "/address", each.path("address").asString());
      if (where != null && where.getRawUserInfo() != null) {
        notes.wrong(at + "/address", "an address may carry no user name or password.");
      } else if (where != null
          && webhooks.stream().anyMatch(known -> known.name().equals(name(where)))) {
        notes.wrong(
            at + "/address",
            "this address stands here twice (what follows \"?\" aside); take one away.");
      } else if (where != null) {
        webhooks.add(
            new Webhook(
                where,
                each.path("secretVariable").asString(),
                allow(at + "/allow", each.path("allow"), notes)));
      }
    }
    return new AlertRules(
        node.path("runFailed").asBoolean(true),
        node.path("runProblems").asBoolean(false),
        node.has("noBriefFor")
            ? notes.duration(
                "/alerts/noBriefFor",
                node.path("noBriefFor"),
                "",
                Duration.ofHours(1),
                Duration.ofDays(30))
            : null,
        node.path("sourceFailsInARow").asInt(0),
        node.path("budgetPercent").asInt(0),
        node.path("deadlinePassed").asBoolean(true),
        notes.duration(
            "/alerts/keyEndsWithin",
            node.path("keyEndsWithin"),
            "P30D",
            Duration.ofDays(1),
            Duration.ofDays(365)),
        node.path("logTrouble").asBoolean(true),
        webhooks,
        mail(node.path("mail"), notes));
  }

  private static Optional<Mail> mail(JsonNode node, DefinitionNotes notes) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    Security security =
        switch (node.path("security").asString("starttls")) {
          case "tls" -> Security.TLS;
          case "none" -> Security.NONE;
          default -> Security.STARTTLS;
        };
    String user = node.has("userVariable") ? node.path("userVariable").asString() : null;
    String password =
        node.has("passwordVariable") ? node.path("passwordVariable").asString() : null;
    if ((user == null) != (password == null)) {
      notes.wrong(
          "/alerts/mail",
          "\"userVariable\" and \"passwordVariable\" stand together or not at all.");
    }
    if (security == Security.NONE && password != null) {
      notes.wrong(
          "/alerts/mail/security",
          "\"none\" would send the password in the clear; use \"starttls\" or \"tls\".");
    }
    var to = new ArrayList<String>();
    node.path("to").forEach(each -> to.add(each.asString()));
    return Optional.of(
        new Mail(
            node.path("server").asString(),
            node.path("port").asInt(security == Security.TLS ? 465 : 587),
            security,
            node.path("from").asString(),
            to,
            user,
            password,
            allow("/alerts/mail/allow", node.path("allow"), notes)));
  }

  private static List<String> allow(String at, JsonNode entries, DefinitionNotes notes) {
    var usable = new ArrayList<String>();
    for (int i = 0; i < entries.size(); i++) {
      String place = at + "/" + i;
      String entry = entries.get(i).asString();
      if (entry.startsWith("file:")) {
        notes.wrong(place, "a message goes to no file; write HOST or HOST:PORT.");
      } else {
        Source.allowComplaint(entry)
            .ifPresentOrElse(complaint -> notes.wrong(place, complaint), () -> usable.add(entry));
      }
    }
    return usable;
  }
}
