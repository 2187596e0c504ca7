package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which version of which brief the record is of.
 *
 * @param id lasting over all versions
 * @param version from 1
 * @param language a BCP 47 tag
 * @param note public, for all kinds but the original; null there
 * @param sample whether it was made from sample material
 * @param publisher the newsroom's name as readers see it
 * @param storyId the story it tells
 * @param storyRevision the revision of the story it was written from
 * @param artefacts every file of the version whose bytes are attested
 * @param previous the digest of the canonical record of the version before; null for version 1
 */
public record RecordedBrief(
    String id,
    int version,
    String slug,
    String language,
    Kind kind,
    @Nullable String note,
    boolean sample,
    String publisher,
    String storyId,
    int storyRevision,
    Instant publishedAt,
    Instant firstPublishedAt,
    List<RecordedArtefact> artefacts,
    @Nullable Digest previous)
    implements Recorded {

  /** What kind of version it is. */
  public enum Kind {
    ORIGINAL,
    UPDATE,
    CORRECTION,
    RETRACTION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RecordedBrief {
    artefacts = List.copyOf(artefacts);
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("id", id)
        .put("version", version)
        .put("slug", slug)
        .put("language", language)
        .put("kind", kind.word())
        .put("note", note)
        .put("sample", sample)
        .put("publisher", publisher)
        .put("storyId", storyId)
        .put("storyRevision", storyRevision)
        .putText("publishedAt", publishedAt)
        .putText("firstPublishedAt", firstPublishedAt)
        .putAll("artefacts", artefacts)
        .put("previousRecord", previous)
        .build();
  }

  static RecordedBrief read(Members members) throws ProvenanceFormatException {
    var artefacts = new ArrayList<RecordedArtefact>();
    for (Members artefact : members.objects("artefacts")) {
      artefacts.add(RecordedArtefact.read(artefact));
    }
    return new RecordedBrief(
        members.text("id"),
        members.count("version"),
        members.text("slug"),
        members.text("language"),
        kind(members),
        members.textOrNull("note"),
        members.flag("sample"),
        members.text("publisher"),
        members.text("storyId"),
        members.count("storyRevision"),
        members.time("publishedAt"),
        members.time("firstPublishedAt"),
        artefacts,
        members.digestOrNull("previousRecord"));
  }

  private static Kind kind(Members members) throws ProvenanceFormatException {
    String word = members.text("kind");
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw members.unexpected("kind", "original, update, correction or retraction", Json.of(word));
  }
}
