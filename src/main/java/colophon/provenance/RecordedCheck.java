package colophon.provenance;

import colophon.kernel.Json;

/**
 * What one check found in one sentence.
 *
 * @param check such as {@code figures}
 * @param passed whether no mismatch was found
 * @param scoreMilli thousandths, where the check measures something; -1 where it does not
 */
public record RecordedCheck(String check, boolean passed, int scoreMilli) implements Recorded {

  @Override
  public Json.Obj json() {
    var builder = new ObjectBuilder().put("check", check).put("passed", passed);
    if (scoreMilli >= 0) {
      builder.put("scoreMilli", scoreMilli);
    }
    return builder.build();
  }

  static RecordedCheck read(Members members) throws ProvenanceFormatException {
    return new RecordedCheck(
        members.text("check"), members.flag("passed"), members.countOr("scoreMilli", -1));
  }
}
