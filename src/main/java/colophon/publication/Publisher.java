package colophon.publication;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.Circumstances;
import colophon.attest.Prepared;
import colophon.edition.Edition;
import colophon.edition.EditionPress;
import colophon.edition.Imprint;
import colophon.edition.Printing;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings approved copy before readers, in steps that may each be the last before a crash (see
 * {@link Step}). Nothing reaches the site before it is in the log, and nothing that our own
 * verifier does not find intact.
 */
public final class Publisher {

  private static final String SITE = "site";

  private final PublicationStore store;
  private final Attestor attestor;
  private final EditionPress press;
  private final ReleaseCheck check;
  private final SiteChannel site;
  private final TransactionTemplate transaction;
  private final StepWatcher watcher;

  public Publisher(
      PublicationStore store,
      Attestor attestor,
      EditionPress press,
      ReleaseCheck check,
      SiteChannel site,
      TransactionTemplate transaction,
      StepWatcher watcher) {
    this.store = store;
    this.attestor = attestor;
    this.press = press;
    this.check = check;
    this.site = site;
    this.transaction = transaction;
    this.watcher = watcher;
  }

  /**
   * Publishes an approved draft. Asked again for the same draft, after a crash or by mistake, it
   * goes on where it was and never makes a second version of it.
   */
  public Publication publish(PublicationOrder order) {
    if (store.withdrawal(order.briefId()).isPresent()) {
      return new Publication.Refused(
          List.of("The brief was withdrawn, and a withdrawn brief takes no new version."));
    }
    VersionPlan plan =
        java.util.Objects.requireNonNull(transaction.execute(status -> store.plan(order)));
    done(Step.PLANNED, plan);
    Optional<Attested> logged = attestor.find(plan);
    if (logged.isEmpty()) {
      switch (print(order, plan)) {
        case Printing.Refused refused -> {
          store.refuse(plan, refused.reasons());
          return new Publication.Refused(refused.reasons());
        }
        case Printing.Printed printed -> logged = Optional.of(log(printed.edition(), order, plan));
      }
    }
    return release(logged.orElseThrow(), order.imprint());
  }

  /** Puts out what the log holds of a pipeline's briefs and a crash kept from the site. */
  public List<Publication> resume(String pipeline, Imprint imprint) {
    var publications = new ArrayList<Publication>();
    for (VersionPlan plan : store.outbox()) {
      if (plan.pipeline().equals(pipeline) && store.withdrawal(plan.briefId()).isEmpty()) {
        publications.add(release(attestor.find(plan).orElseThrow(), imprint));
      }
    }
    return publications;
  }

  /**
   * Takes a brief back, all its versions with it. It needs neither signer nor log: the decision is
   * kept, then the pages go.
   *
   * @param by who takes it back
   * @param reason public, a sentence
   */
  public void withdraw(String briefId, String by, String reason, Imprint imprint)
      throws SiteNotWritableException {
    store.withdraw(briefId, by, reason);
    site.withdraw(store.withdrawal(briefId).orElseThrow(), imprint);
  }

  /** Writes the whole site again from the database. */
  public void rebuild(Imprint imprint) throws SiteNotWritableException {
    for (VersionPlan current : store.current()) {
      for (VersionPlan plan : store.released(current.briefId())) {
        site.write(plan, attestor.files(attestor.find(plan).orElseThrow()));
      }
      site.show(current, imprint);
    }
    site.list(imprint);
  }

  private Printing print(PublicationOrder order, VersionPlan plan) {
    Map<Digest, Instant> fetched = new HashMap<>();
    order
        .circumstances()
        .snapshots()
        .forEach((digest, snapshot) -> fetched.put(digest, snapshot.fetchedAt()));
    return press.print(
        order.approved(), order.dossier(), plan, order.imprint(), order.profile(), fetched);
  }

  private Attested log(Edition edition, PublicationOrder order, VersionPlan plan) {
    Circumstances given = order.circumstances();
    Digest previous =
        plan.version() == 1
            ? null
            : attestor.recordDigest(plan.briefId(), plan.version() - 1).orElse(null);
    Prepared prepared =
        attestor.prepare(
            edition,
            order.imprint(),
            new Circumstances(given.run(), given.snapshots(), previous, given.currency()));
    done(Step.SIGNED, plan);
    transaction.executeWithoutResult(status -> {
      attestor.append(prepared);
      store.putOutbox(plan);
    });
    done(Step.LOGGED, plan);
    return attestor.find(plan).orElseThrow();
  }

  private Publication release(Attested attested, Imprint imprint) {
    VersionPlan plan = attested.plan();
    transaction.executeWithoutResult(status -> attestor.checkpoint());
    done(Step.CHECKPOINTED, plan);
    SortedMap<String, byte[]> files = attestor.files(attested);
    List<String> findings = check.findings(files);
    if (!findings.isEmpty()) {
      store.refuse(plan, findings);
      return new Publication.Refused(findings);
    }
    done(Step.VERIFIED, plan);
    try {
      site.write(plan, files);
      done(Step.WRITTEN, plan);
      store.show(plan, SITE);
      site.show(plan, imprint);
      done(Step.CURRENT, plan);
      site.list(imprint);
      done(Step.LISTED, plan);
    } catch (SiteNotWritableException e) {
      return new Publication.Delayed(plan, String.valueOf(e.getMessage()));
    }
    store.release(plan, SITE);
    done(Step.RELEASED, plan);
    return new Publication.Released(plan);
  }

  private void done(Step step, VersionPlan plan) {
    watcher.done(step, plan.briefId(), plan.version());
  }
}
