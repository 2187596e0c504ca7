package colophon.alert;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.pipeline.AlertRules;
import colophon.pipeline.Definitions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells a trouble once when it begins and once when it is over, and tries each message again, ever
 * more seldom, until it is delivered or given up.
 */
public final class AlertDesk {

  /** How often a message is tried. */
  static final int MOST_TRIES = 14;

  /** How many messages one look sends at most. */
  static final int MOST_AT_ONCE = 50;

  static final Duration FIRST_REST = Duration.ofMinutes(1);
  static final Duration MOST_REST = Duration.ofHours(1);

  private static final int MOST_DOUBLINGS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

  /** Where a message may go. */
  private record Recipient(String channel, String name) {}

  private final Definitions definitions;
  private final TroubleWatch watch;
  private final AlertStore store;
  private final Webhooks webhooks;
  private final MailSender mail;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  AlertDesk(
      Definitions definitions,
      TroubleWatch watch,
      AlertStore store,
      Webhooks webhooks,
      MailSender mail,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.definitions = definitions;
    this.watch = watch;
    this.store = store;
    this.webhooks = webhooks;
    this.mail = mail;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Looks what is wrong, and sends what there is to send. One node at a time. */
  public void beat() {
    AlertRules rules = definitions.newsroom().alerts();
    if (rules.silent() && store.open().isEmpty()) {
      return;
    }
    Map<Trouble.Kind, List<Trouble>> found = watch.look(rules, definitions.pipelines().values());
    transaction.executeWithoutResult(status -> {
      store.lock();
      compare(found, rules);
    });
    store.unsent(MOST_AT_ONCE).stream().filter(this::due).forEach(this::send);
  }

  /**
   * Sends a test to every recipient at once, and gives what came of it; nothing where there is no
   * recipient.
   */
  public List<AlertStore.Message> test() {
    AlertRules rules = definitions.newsroom().alerts();
    var sent = new ArrayList<AlertStore.Message>();
    Instant now = now();
    String sentence = "This is a test of the alerts of " + publisher() + "; nothing is wrong.";
    for (Recipient to : recipients(rules)) {
      String subject = subject("Test of alerts");
      long id =
          store.put(
              null,
              "test",
              to.channel(),
              to.name(),
              subject,
              body(to, "test", null, sentence),
              now);
      send(store.message(id));
      sent.add(store.message(id));
    }
    return sent;
  }

  private void compare(Map<Trouble.Kind, List<Trouble>> found, AlertRules rules) {
    Set<String> open = new HashSet<>();
    for (AlertStore.Alert alert : store.open()) {
      open.add(alert.kind() + "\n" + alert.about());
      boolean lookedAt = false;
      boolean stands = false;
      for (var kind : found.entrySet()) {
        if (kind.getKey().word().equals(alert.kind())) {
          lookedAt = true;
          stands = kind.getValue().stream().anyMatch(each -> each.about().equals(alert.about()));
        }
      }
      if (lookedAt && !stands) {
        tell(store.end(alert.id(), now()), "over", rules);
      }
    }
    for (List<Trouble> troubles : found.values()) {
      for (Trouble trouble : troubles) {
        if (open.add(trouble.kind().word() + "\n" + trouble.about())) {
          tell(store.begin(trouble, now()), "begun", rules);
        }
      }
    }
  }

  private void tell(AlertStore.Alert alert, String phase, AlertRules rules) {
    String about = alert.kind().replace('-', ' ') + ", " + alert.about();
    String subject = subject(phase.equals("over") ? "Over: " + about : about);
    for (Recipient to : recipients(rules)) {
      store.put(
          alert.id(),
          phase,
          to.channel(),
          to.name(),
          subject,
          body(to, phase, alert, alert.sentence()),
          now());
    }
  }

  private static List<Recipient> recipients(AlertRules rules) {
    var all = new ArrayList<Recipient>();
    rules.webhooks().forEach(hook -> all.add(new Recipient("webhook", hook.name())));
    rules.mail().ifPresent(server -> server.to().forEach(to -> all.add(new Recipient("mail", to))));
    return all;
  }

  private String subject(String words) {
    return "[" + publisher() + "] " + words;
  }

  private String publisher() {
    return definitions.newsroom().publisher();
  }

  private String body(
      Recipient to, String phase, AlertStore.@Nullable Alert alert, String sentence) {
    if (to.channel().equals("mail")) {
      return (phase.equals("over") ? "This is over:\n\n" : "")
          + sentence
          + "\n"
          + (alert == null
              ? ""
              : "\nSince "
                  + alert.began()
                  + alert.ended().map(end -> ", over at " + end).orElse("")
                  + "\n");
    }
    Json.Obj document =
        Json.object(
            "newsroom", Json.of(publisher()),
            "phase", Json.of(phase),
            "sentence", Json.of(sentence));
    if (alert != null) {
      document =
          document
              .with("alert", Json.of(alert.id()))
              .with("kind", Json.of(alert.kind()))
              .with("about", Json.of(alert.about()))
              .with("began", Json.of(alert.began().toString()));
      if (alert.ended().isPresent()) {
        document = document.with("ended", Json.of(alert.ended().get().toString()));
      }
    }
    return CanonicalJson.text(document);
  }

  private boolean due(AlertStore.Message message) {
    Instant last = message.lastTry();
    return last == null || !last.plus(rest(message.tries())).isAfter(clock.instant());
  }

  static Duration rest(int tries) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return rest.compareTo(MOST_REST) > 0 ? MOST_REST : rest;
  }

  private void send(AlertStore.Message message) {
    Sent sent = sent(message);
    boolean last = sent.forGood() || message.tries() + 1 >= MOST_TRIES;
    String outcome = sent.delivered() ? "delivered" : last ? "given up" : "failed";
    if (!sent.delivered()) {
      LOG.warn("The alert to {} was not delivered: {}", message.recipient(), sent.answer());
    }
    store.tried(message.id(), message.tries() + 1, outcome, sent.answer(), now());
  }

  private Sent sent(AlertStore.Message message) {
    AlertRules rules = definitions.newsroom().alerts();
    if (message.channel().equals("webhook")) {
      return rules.webhooks().stream()
          .filter(hook -> hook.name().equals(message.recipient()))
          .findFirst()
          .map(hook -> webhooks.send(hook, message, clock.instant()))
          .orElse(Sent.gone());
    }
    return rules
        .mail()
        .filter(server -> server.to().contains(message.recipient()))
        .map(server -> mail.send(server, message))
        .orElse(Sent.gone());
  }

  /** PostgreSQL keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
