package colophon.publication;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.BriefStatus;
import colophon.edition.VersionPlan;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every version that readers were ever shown, the withdrawn ones too, with all its files. */
public final class ReleasedVersions {

  private final JdbcClient jdbc;
  private final PublicationStore store;
  private final Attestor attestor;

  public ReleasedVersions(JdbcClient jdbc, PublicationStore store, Attestor attestor) {
    this.jdbc = jdbc;
    this.store = store;
    this.attestor = attestor;
  }

  /**
   * A version as the log holds it.
   *
   * @param state as the signed status would call it today
   */
  public record Released(
      VersionPlan plan, BriefStatus.State state, SortedMap<String, byte[]> files) {}

  /** A version without its files, and what the signed status would call it today. */
  public record Standing(VersionPlan plan, BriefStatus.State state) {}

  /** The versions of one brief that were shown, the oldest first, without their files. */
  public List<Standing> standings(String briefId) {
    List<VersionPlan> versions = store.released(briefId);
    boolean withdrawn = store.withdrawal(briefId).isPresent();
    return java.util.stream.IntStream.range(0, versions.size())
        .mapToObj(i -> new Standing(versions.get(i), SiteChannel.state(versions, i, withdrawn)))
        .toList();
  }

  /** The same as it was at that moment: what came later is left out of it. */
  public List<Standing> standings(String briefId, Instant at) {
    List<VersionPlan> versions =
        store.released(briefId).stream().filter(plan -> !plan.publishedAt().isAfter(at)).toList();
    boolean withdrawn =
        store.withdrawal(briefId).filter(taken -> !taken.at().isAfter(at)).isPresent();
    return java.util.stream.IntStream.range(0, versions.size())
        .mapToObj(i -> new Standing(versions.get(i), SiteChannel.state(versions, i, withdrawn)))
        .toList();
  }

  /** What was taken back from one moment to another, the oldest first. */
  public List<Withdrawal> withdrawals(Instant from, Instant until) {
    return new WithdrawalStore(jdbc, () -> until)
        .all().stream()
            .filter(taken -> !taken.at().isBefore(from) && taken.at().isBefore(until))
            .toList();
  }

  /** The ids of the briefs that were ever out, in order. */
  public List<String> briefIds() {
    return jdbc.sql("select distinct brief_id from release order by brief_id")
        .query(String.class)
        .list();
  }

  /** The versions of one brief that were shown, the oldest first. */
  public List<Released> of(String briefId) {
    List<VersionPlan> versions = store.released(briefId);
    boolean withdrawn = store.withdrawal(briefId).isPresent();
    return java.util.stream.IntStream.range(0, versions.size())
        .mapToObj(i -> {
          VersionPlan plan = versions.get(i);
          Attested attested = attestor.find(plan).orElseThrow();
          return new Released(
              plan, SiteChannel.state(versions, i, withdrawn), attestor.files(attested));
        })
        .toList();
  }

  /**
   * A text that is another one whenever what readers are shown has changed, so that whoever keeps
   * something made of it knows when to make it again.
   */
  public String shownState() {
    return jdbc.sql(
            """
            select concat_ws(' ',
              (select count(*) from release), (select count(released_at) from release),
              (select count(*) from withdrawal), (select count(*) from withdrawal_end))
            """)
        .query(String.class)
        .single();
  }
}
