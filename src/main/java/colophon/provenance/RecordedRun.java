package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The run that made the brief.
 *
 * @param pipeline its name
 * @param definition the digest of the pipeline's definition as it stood
 * @param schedule as the definition states it; null for a run outside any schedule
 * @param slot the slot of the schedule it fills, with its zone; null outside any schedule
 * @param startedBy {@code schedule}, {@code command line}, or the name of the operator as the
 *     newsroom configured it
 * @param software its name
 * @param softwareVersion its version
 * @param build what tells two builds of one version apart, such as a commit
 * @param checker name and version of the source check
 */
public record RecordedRun(
    String id,
    String pipeline,
    Digest definition,
    @Nullable String schedule,
    @Nullable String slot,
    String startedBy,
    Instant startedAt,
    String software,
    String softwareVersion,
    String build,
    String checker)
    implements Recorded {

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("id", id)
        .put("pipeline", pipeline)
        .put("definition", definition)
        .put("schedule", schedule)
        .put("slot", slot)
        .put("startedBy", startedBy)
        .putText("startedAt", startedAt)
        .put(
            "software",
            new ObjectBuilder()
                .put("name", software)
                .put("version", softwareVersion)
                .put("build", build)
                .build())
        .put("checker", checker)
        .build();
  }

  static RecordedRun read(Members members) throws ProvenanceFormatException {
    Members software = members.object("software");
    return new RecordedRun(
        members.text("id"),
        members.text("pipeline"),
        members.digest("definition"),
        members.textOrNull("schedule"),
        members.textOrNull("slot"),
        members.text("startedBy"),
        members.time("startedAt"),
        software.text("name"),
        software.text("version"),
        software.text("build"),
        members.text("checker"));
  }
}
