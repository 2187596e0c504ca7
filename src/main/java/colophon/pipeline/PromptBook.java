package colophon.pipeline;

import colophon.brief.Prompt;
import colophon.kernel.Digest;
import colophon.llm.PromptFileException;
import colophon.llm.PromptFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The prompts of a newsroom: as their files are, every version that was applied, and their use. */
public final class PromptBook {

  /** The most versions of one prompt. */
  static final int MOST_VERSIONS = 50;

  /** How many of the latest drafts are counted. */
  public static final int MOST_DRAFTS = 10_000;

  /**
   * A version of a prompt.
   *
   * @param applied when it was first applied; null for a file that was not applied yet
   * @param current whether the file says so now
   */
  public record Version(Prompt prompt, @Nullable Instant applied, boolean current) {}

  /** How many of the latest drafts a model wrote by a prompt's instructions. */
  public record Use(String pipeline, String model, String promptId, String digest, long drafts) {}

  private final DefinitionStore definitions;
  private final PromptFiles files;
  private final JdbcClient jdbc;

  PromptBook(DefinitionStore definitions, PromptFiles files, JdbcClient jdbc) {
    this.definitions = definitions;
    this.files = files;
    this.jdbc = jdbc;
  }

  /** Every version of every prompt, by name, the latest first. */
  public List<Version> versions() {
    var all = new ArrayList<Version>();
    var names = new TreeSet<>(names());
    names.addAll(
        jdbc.sql("select distinct name from definition where kind = 'prompt' order by name")
            .query(String.class)
            .list());
    names.forEach(name -> all.addAll(versions(name)));
    return all;
  }

  private List<String> names() {
    try {
      return files.ids();
    } catch (PromptFileException e) {
      return List.of();
    }
  }

  private List<Version> versions(String name) {
    Optional<Prompt> current = current(name);
    var versions = new ArrayList<Version>();
    for (DefinitionStore.Version version : definitions.versions("prompt", name, MOST_VERSIONS)) {
      Optional<Prompt> prompt =
          definitions.body("prompt", name, version.digest()).flatMap(body -> parsed(name, body));
      if (prompt.isPresent()
          && versions.stream()
              .noneMatch(known -> known.prompt().digest().equals(prompt.get().digest()))) {
        versions.add(
            new Version(
                prompt.get(),
                version.appliedAt(),
                current.filter(now -> now.digest().equals(prompt.get().digest())).isPresent()));
      }
    }
    if (current.isPresent() && versions.stream().noneMatch(Version::current)) {
      versions.addFirst(new Version(current.get(), null, true));
    }
    return versions;
  }

  private Optional<Prompt> current(String name) {
    try {
      return Optional.of(files.read(name));
    } catch (PromptFileException e) {
      return Optional.empty(); // it has no file any more
    }
  }

  private static Optional<Prompt> parsed(String name, byte[] body) {
    try {
      return Optional.of(PromptFiles.parse(name, body));
    } catch (PromptFileException e) {
      return Optional.empty(); // applied before prompts had this form
    }
  }

  /** The version of that name whose instructions have that digest. */
  public Optional<Prompt> find(String name, Digest digest) {
    return versions(name).stream()
        .map(Version::prompt)
        .filter(prompt -> prompt.digest().equals(digest))
        .findFirst();
  }

  /** What the latest drafts were written by; those that people changed are left out. */
  public List<Use> uses() {
    return jdbc.sql(
            """
            select pipeline, model, prompt_id, digest, count(*) as drafts from (
              select r.pipeline, w ->> 'provider' || case when w ->> 'provider' = 'extractive'
                  then '' else ':' || (w ->> 'model') end as model,
                w ->> 'promptId' as prompt_id, w ->> 'prompt' as digest
              from draft d join run r on r.id = d.run_id
                cross join lateral (select replace(convert_from(d.document, 'UTF8'),
                  '\\u0000', '\\ufffd')::jsonb -> 'writing' as w) written
              where d.document is not null
                and not exists (select 1 from draft_edit e where e.draft_id = d.id)
              order by d.written_at desc limit :most) latest
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            """)
        .param("most", MOST_DRAFTS)
        .query((row, n) ->
            new Use(
                row.getString("pipeline"),
                row.getString("model"),
                row.getString("prompt_id"),
                row.getString("digest"),
                row.getLong("drafts")))
        .list();
  }
}
