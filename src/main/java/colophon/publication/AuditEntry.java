package colophon.publication;

import colophon.edition.VersionPlan;
import java.util.List;

/**
 * A released version as an auditor finds it.
 *
 * @param state what it is today: current, superseded, corrected or withdrawn
 * @param sources outlets and addresses
 * @param people who approved it, answers for it or wrote in it, as its record says
 * @param atTheDesk whom the record does not name and who worked on it, each with what they did
 * @param record the digest of its record
 */
public record AuditEntry(
    VersionPlan plan,
    String headline,
    String label,
    String state,
    List<String> sources,
    String model,
    String prompt,
    List<String> people,
    List<String> atTheDesk,
    String record) {

  public AuditEntry {
    sources = List.copyOf(sources);
    people = List.copyOf(people);
    atTheDesk = List.copyOf(atTheDesk);
  }
}
