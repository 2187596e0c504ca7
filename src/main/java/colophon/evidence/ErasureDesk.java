package colophon.evidence;

import colophon.attest.KeysUnusableException;
import colophon.attest.TombstoneStore;
import colophon.capture.CopyErasure;
import colophon.kernel.Digest;
import colophon.provenance.Tombstone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where bytes are erased, by order or by rule. The bytes go and a signed tombstone is kept in one
 * transaction, so that neither is ever without the other. Records, statements and log stay as they
 * are: they hold digests.
 */
public final class ErasureDesk {

  /** The most things erased at once. */
  public static final int MOST = 10_000;

  private final ErasureSelection selection;
  private final CopyErasure copies;
  private final TombstoneStore tombstones;
  private final HoldStore holds;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  ErasureDesk(
      ErasureSelection selection,
      CopyErasure copies,
      TombstoneStore tombstones,
      HoldStore holds,
      TransactionOperations transaction,
      InstantSource clock) {
    this.selection = selection;
    this.copies = copies;
    this.tombstones = tombstones;
    this.holds = holds;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What the logged versions of a brief rest on, and is still here. */
  public ErasurePlan ofBrief(ErasureClass of, String briefId) {
    return plan(selection.of(of).ofBrief(briefId), held(holds.standing()));
  }

  /** What came from an address. */
  public ErasurePlan ofSource(ErasureClass of, String address) {
    return plan(selection.of(of).ofSource(address), held(holds.standing()));
  }

  /** What has that digest. */
  public ErasurePlan ofDigest(ErasureClass of, Digest digest) {
    return plan(selection.of(of).named(digest.toString()), held(holds.standing()));
  }

  /** The draft of that id. */
  public ErasurePlan ofDraft(String id) {
    return plan(selection.of(ErasureClass.DRAFTS).named(id), held(holds.standing()));
  }

  /** A person's name, everywhere. */
  public ErasurePlan ofPerson(String name) {
    return plan(selection.of(ErasureClass.PEOPLE).named(name), held(holds.standing()));
  }

  /** What was kept before a time, the oldest first, at most {@link #MOST}. */
  public ErasurePlan before(ErasureClass of, Instant time) {
    Map<Digest, Hold> held = held(holds.standing());
    // What is held does not stand in the way of what is not.
    ErasurePlan all = plan(selection.of(of).before(time, MOST + held.size()), held);
    return new ErasurePlan(all.goes().stream().limit(MOST).toList(), all.stays());
  }

  /** How many archived copies were erased. */
  public int erasedCopies() {
    return copies.countErased();
  }

  /** Which hold keeps what, by its digest. */
  private Map<Digest, Hold> held(List<Hold> standing) {
    Map<Digest, Hold> held = new HashMap<>();
    for (Hold hold : standing) {
      selection.of(hold).forEach(thing -> held.putIfAbsent(thing.digest(), hold));
    }
    return held;
  }

  private static ErasurePlan plan(List<Erasable> things, Map<Digest, Hold> held) {
    var goes = new ArrayList<Erasable>();
    var stays = new ArrayList<ErasurePlan.Held>();
    for (Erasable thing : things) {
      Hold hold = held.get(thing.digest());
      if (hold == null) {
        goes.add(thing);
      } else {
        stays.add(new ErasurePlan.Held(thing, hold));
      }
    }
    return new ErasurePlan(goes, stays);
  }

  /**
   * Erases what a plan lists, all of it or nothing. What a hold keeps that was begun since, and
   * what is gone already, is passed over.
   *
   * @param by by order of whom, public
   * @param reason public
   * @return what was erased
   * @throws KeysUnusableException where no tombstone can be signed; nothing is erased then
   * @throws IllegalArgumentException with a sentence, where a text is none for a tombstone
   */
  public List<Erasable> erase(ErasurePlan plan, String by, String reason)
      throws KeysUnusableException {
    // PostgreSQL keeps no finer time than this.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var erased = new ArrayList<Erasable>();
    try {
      transaction.executeWithoutResult(status -> {
        for (Erasable thing : plan(plan.goes(), held(holds.standingAndLocked())).goes()) {
          Optional<List<Digest>> digests = selection.erase(thing, now);
          if (digests.isPresent()) {
            keep(new Tombstone(thing.kind(), digests.get(), now, by, reason));
            erased.add(thing);
          }
        }
      });
    } catch (Unsigned e) {
      throw e.reason;
    }
    return erased;
  }

  private void keep(Tombstone tombstone) {
    try {
      tombstones.keep(tombstone);
    } catch (KeysUnusableException e) {
      throw new Unsigned(e);
    }
  }

  /** Carries out of the transaction, which it undoes, that there is no key. */
  private static final class Unsigned extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final KeysUnusableException reason;

    Unsigned(KeysUnusableException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
