package colophon.publication;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.Checkpoints;
import colophon.attest.KeysUnusableException;
import colophon.attest.LogRefusedException;
import colophon.attest.Prepared;
import colophon.attest.TimeStampException;
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
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings approved copy before readers, in steps that may each be the last before a crash (see
 * {@link Step}). Nothing reaches the site before it is in the log, and nothing that our own
 * verifier does not find intact.
 */
public final class Publisher {

  static final String WITHDRAWN =
      "The brief was withdrawn, and a withdrawn brief takes no new version.";

  private final PublicationStore store;
  private final Attestor attestor;
  private final EditionPress press;
  private final ReleaseCheck check;
  private final SiteChannel site;
  private final Checkpoints checkpoints;
  private final Cosigning cosigning;
  private final TransactionTemplate transaction;
  private final StepWatcher watcher;

  public Publisher(
      PublicationStore store,
      Attestor attestor,
      EditionPress press,
      ReleaseCheck check,
      SiteChannel site,
      Checkpoints checkpoints,
      Cosigning cosigning,
      TransactionTemplate transaction,
      StepWatcher watcher) {
    this.store = store;
    this.attestor = attestor;
    this.press = press;
    this.check = check;
    this.site = site;
    this.checkpoints = checkpoints;
    this.cosigning = cosigning;
    this.transaction = transaction;
    this.watcher = watcher;
  }

  /**
   * Publishes an approved draft. Asked again for the same draft, after a crash or by mistake, it
   * goes on where it was and never makes a second version of it.
   */
  public Publication publish(PublicationOrder order) {
    if (store.withdrawal(order.briefId()).isPresent()) {
      return new Publication.Refused(List.of(WITHDRAWN));
    }
    VersionPlan plan = plan(order);
    done(Step.PLANNED, plan);
    Optional<Attested> logged = attestor.find(plan);
    if (logged.isEmpty()) {
      if (store.waitsForEarlier(plan)) {
        return new Publication.Delayed(
            plan,
            "Version "
                + plan.version()
                + " of "
                + plan.slug()
                + " waits for the one before it, which is being published or was stopped on the"
                + " way; it goes out with the next start.");
      }
      switch (print(order, plan)) {
        case Printing.Refused refused -> {
          transaction.executeWithoutResult(status -> {
            store.refuse(plan, refused.reasons());
            store.giveBack(plan);
          });
          return new Publication.Refused(refused.reasons());
        }
        case Printing.Printed printed -> logged = Optional.of(log(printed.edition(), order, plan));
      }
    }
    return release(logged.orElseThrow(), order.imprint());
  }

  /**
   * Decides which version an approved draft becomes and keeps that, so that a crash from here on
   * loses neither the draft nor its note. {@link #publish} does the same where it was not done.
   */
  public VersionPlan plan(PublicationOrder order) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> store.plan(order)));
  }

  /**
   * Finishes what a crash, a full disk or a missing key kept from the site: first withdrawals, then
   * what the log holds and no reader sees yet.
   *
   * @param imprints the imprint of a pipeline by its name
   * @return a sentence for everything that still could not be done
   */
  public List<String> resume(Function<String, Imprint> imprints) {
    var problems = new ArrayList<String>();
    for (Withdrawal withdrawal : store.withdrawals().unfinished()) {
      try {
        finish(withdrawal, imprints.apply(store.pipelineOf(withdrawal.briefId())));
      } catch (SiteNotWritableException | KeysUnusableException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    try {
      site.trust();
    } catch (SiteNotWritableException | KeysUnusableException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    for (VersionPlan plan : store.outbox()) {
      switch (release(attestor.find(plan).orElseThrow(), imprints.apply(plan.pipeline()))) {
        case Publication.Released released -> {}
        case Publication.Refused refused -> problems.addAll(refused.reasons());
        case Publication.Delayed delayed -> problems.add(delayed.reason());
      }
    }
    return problems;
  }

  /** Takes what a process that was killed had not finished writing off the site. */
  public void sweep() throws SiteNotWritableException {
    try {
      site.sweep();
    } catch (KeysUnusableException e) {
      throw new IllegalStateException("sweeping needs no key", e);
    }
  }

  /**
   * Takes a brief back, all its versions with it. It needs neither signer nor log: the decision is
   * kept, then the pages go, and the status is signed last. A crash or a failure on the way is
   * mended by {@link #resume}.
   *
   * @param by who takes it back
   * @param reason public, a sentence
   * @throws KeysUnusableException where all is done but the signing of the new status
   */
  public void withdraw(String briefId, String by, String reason, Imprint imprint)
      throws SiteNotWritableException, KeysUnusableException {
    store.withdrawals().keep(briefId, by, reason);
    Withdrawal withdrawal = store.withdrawal(briefId).orElseThrow();
    watcher.done(WithdrawalStep.DECIDED, briefId);
    finish(withdrawal, imprint);
  }

  private void finish(Withdrawal withdrawal, Imprint imprint)
      throws SiteNotWritableException, KeysUnusableException {
    site.takeDown(withdrawal, imprint);
    watcher.done(WithdrawalStep.TAKEN_DOWN, withdrawal.briefId());
    site.unlist(withdrawal, imprint);
    watcher.done(WithdrawalStep.UNLISTED, withdrawal.briefId());
    site.state(withdrawal);
    watcher.done(WithdrawalStep.STATUS_SIGNED, withdrawal.briefId());
    store.withdrawals().end(withdrawal);
    watcher.done(WithdrawalStep.ENDED, withdrawal.briefId());
  }

  /** Writes the whole site again from the database. */
  public void rebuild(Imprint imprint) throws SiteNotWritableException, KeysUnusableException {
    site.log();
    for (VersionPlan current : store.current()) {
      for (VersionPlan plan : store.released(current.briefId())) {
        site.write(plan, attestor.files(attestor.find(plan).orElseThrow()));
      }
      site.show(current, imprint);
    }
    site.list(imprint);
    for (Withdrawal withdrawal : store.withdrawals().all()) {
      finish(withdrawal, imprint);
    }
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
    Digest previous =
        store.outOrOnItsWay(plan.briefId()).stream()
            .filter(earlier -> earlier.version() < plan.version())
            .reduce((first, second) -> second)
            .flatMap(earlier -> attestor.recordDigest(earlier.briefId(), earlier.version()))
            .orElse(null);
    Prepared prepared =
        attestor.prepare(edition, order.imprint(), order.circumstances().after(previous));
    done(Step.SIGNED, plan);
    transaction.executeWithoutResult(status -> {
      // Appending last, since it locks the head of the log until the transaction has ended.
      store.putOutbox(plan);
      attestor.append(prepared);
    });
    done(Step.LOGGED, plan);
    return attestor.find(plan).orElseThrow();
  }

  private Publication release(Attested attested, Imprint imprint) {
    VersionPlan plan = attested.plan();
    List<String> notes;
    try {
      checkpoints.sign();
      done(Step.CHECKPOINTED, plan);
      checkpoints.keep();
      notes = cosigning.settle();
    } catch (LogRefusedException e) {
      return new Publication.Delayed(plan, String.valueOf(e.getMessage()));
    }
    try {
      SortedMap<String, byte[]> credentials = attestor.credentials(attested);
      transaction.executeWithoutResult(status -> attestor.keep(attested, credentials));
    } catch (TimeStampException e) {
      return new Publication.Delayed(
          plan,
          "Version "
              + plan.version()
              + " of "
              + plan.slug()
              + " has no time stamp yet: "
              + e.getMessage()
              + ". It goes out with the next start; check the address of timeStamps in"
              + " pipeline/newsroom.yaml, or take it out to publish without.");
    }
    done(Step.CREDENTIALED, plan);
    SortedMap<String, byte[]> files = attestor.files(attested);
    List<String> findings = check.findings(files);
    if (!findings.isEmpty()) {
      store.refuse(plan, findings);
      return new Publication.Refused(findings);
    }
    done(Step.VERIFIED, plan);
    try {
      site.log();
      if (!site.write(plan, files)) {
        return new Publication.Refused(List.of(WITHDRAWN));
      }
      done(Step.WRITTEN, plan);
      if (!site.show(plan, imprint)) {
        return new Publication.Refused(List.of(WITHDRAWN));
      }
      done(Step.CURRENT, plan);
      site.list(imprint);
      done(Step.LISTED, plan);
    } catch (SiteNotWritableException | KeysUnusableException e) {
      return new Publication.Delayed(plan, String.valueOf(e.getMessage()));
    }
    store.release(plan, SiteChannel.NAME);
    done(Step.RELEASED, plan);
    return new Publication.Released(plan, notes);
  }

  private void done(Step step, VersionPlan plan) {
    watcher.done(step, plan.briefId(), plan.version());
  }
}
