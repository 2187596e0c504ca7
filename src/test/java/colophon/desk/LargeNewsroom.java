package colophon.desk;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.cli.SampleDesk;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.EditResult;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import colophon.tlog.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a newsroom has after years, for evaluations: a long draft of many sources, a full archive.
 */
final class LargeNewsroom {

  static final int SOURCES = 12;
  static final int SENTENCES = 40;

  private static final List<String> OUTLETS =
      List.of(
          "Aldermouth Echo",
          "Harbour Post",
          "Quay Gazette",
          "North Shore Times",
          "Sill Courier",
          "Provincial Herald",
          "Lantern Weekly",
          "Windward Daily",
          "Eastgate Mirror",
          "Mill Journal",
          "Coast Reporter",
          "Town Register");
  private static final List<String> FACTS =
      List.of(
          "Aldermouth Town Council approved the North Quay flood wall on Tuesday by %d votes to two.",
          "The flood wall will be built by %d workers between the Fish Market and Sill Bridge.",
          "Traders on the North Quay asked for %d new stalls before the works begin in September.",
          "The province offered a grant of %d million florins towards the cost of the wall.",
          "About %d homes behind the quay were flooded in the storm of February 2024.",
          "Engineers measured the river at %d points along the quay during the winter.",
          "A public consultation on the plan will last %d days and end in the town hall.",
          "The mayor promised to answer %d questions of residents at a meeting on Friday.");

  private LargeNewsroom() {}

  /** Makes a brief of twelve reports and lets an editor lengthen it to forty sentences. */
  static String longDraft(Path folder, Path home) throws IOException {
    var files = new ArrayList<Path>();
    files.add(Path.of("samples/documents/cabinet-decision.txt"));
    files.add(Path.of("samples/documents/quayside-reaction.txt"));
    for (int i = files.size(); i < SOURCES; i++) {
      files.add(Files.writeString(folder.resolve("report-" + i + ".txt"), report(i)));
    }
    return SampleDesk.brief(home, files.toArray(Path[]::new));
  }

  private static String report(int number) {
    var text = new StringBuilder();
    text.append("Flood wall on the North Quay divides Aldermouth, report ").append(number + 1);
    text.append("\n\n").append(OUTLETS.get(number)).append("\nBy Sample Reporter\n");
    text.append("Published: 2026-01-13T1").append(number % 10).append(":00:00+00:00\n");
    for (int i = 0; i < FACTS.size(); i++) {
      String fact = FACTS.get((number + i) % FACTS.size());
      text.append("\n").append(String.format(Locale.ROOT, fact, 7 + number)).append("\n");
    }
    return text.toString();
  }

  static void lengthen(CopyDesk desk, String draft, Person editor) {
    for (int i = 0; ; i++) {
      Worksheet sheet = desk.worksheet(draft).orElseThrow();
      if (sheet.sentences().size() >= SENTENCES) {
        return;
      }
      List<Article> articles = desk.dossier(sheet.draft()).articles();
      Article article = articles.get(i % articles.size());
      List<Passage> passages = article.passages();
      Passage passage = passages.get(passages.size() - 1 - i / articles.size());
      Sentence after = sheet.draft().brief().lede().getLast();
      EditResult result =
          desk.amend(
              draft,
              new Amendment.Insert(
                  after.id(),
                  after.text(),
                  passage.span().in(article.text()).strip(),
                  List.of(Citation.of(article, passage.number(), passage.span()))),
              editor);
      if (!(result instanceof EditResult.Saved)) {
        throw new IllegalStateException("the sentence was not taken: " + result);
      }
    }
  }

  /** Puts versions into the archive as the auditors' search finds them, with words by chance. */
  static void archive(JdbcClient jdbc, int versions) throws GeneralSecurityException {
    var key =
        NoteKey.ofLog(
            "load.example/log",
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    var random = new Random(7);
    var words = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      words.append(i == 0 ? "" : " ");
      for (int j = 0; j < 2 + random.nextInt(4); j++) {
        words.append("bdfgklmnprst".charAt(random.nextInt(12)));
        words.append("aeiou".charAt(random.nextInt(5)));
      }
    }
    for (String statement : statements()) {
      jdbc.sql(statement)
          .param("versions", versions)
          .param("words", words.toString())
          .param("key", key.format())
          .param("from", Timestamp.from(Instant.now().minus(2000, ChronoUnit.DAYS)))
          .update();
    }
    jdbc.sql("analyze").update();
  }

  private static List<String> statements() {
    return List.of(
        """
        insert into log_identity (epoch, origin, log_key, opened_at)
        select 99, 'load.example/log', :key, :from where :versions > 0 and :words <> ''
        """,
        """
        insert into log_entry (epoch, index, body)
        select 99, i, 'x' from generate_series(1, :versions) i where :words <> '' and :from < now()
        """,
        """
        insert into planned_version (brief_id, version, draft_id, slug, kind, pipeline, published_at)
        select 'load-' || i, 1, 'load-' || i, 'load-' || i, 'ORIGINAL', 'pipeline-' || i % 9,
               cast(:from as timestamptz) + i * interval '25 minutes'
        from generate_series(1, :versions) i where :words <> ''
        """,
        """
        insert into attestation (brief_id, version, record_digest, record, envelope, epoch,
                                 entry_index, attested_at)
        select 'load-' || i, 1, 'sha256:' || md5(i::text), '{}', '{}', 99, i, :from
        from generate_series(1, :versions) i where :words <> ''
        """,
        """
        insert into release (brief_id, version, channel, shown_at, released_at)
        select 'load-' || i, 1, 'site', :from, :from
        from generate_series(1, :versions) i where :words <> ''
        """,
        // Two hundred words each, the first ones far more often than the last.
        """
        insert into audit_version (brief_id, version, headline, label, words, sources, model, prompt,
                                   people, record_digest)
        select 'load-' || i, 1, 'The headline of version ' || i, 'AI-generated',
               (select string_agg(w[1 + floor(4000 * power(random(), 3))::int + 0 * n], ' ')
                from generate_series(i, i + 199) n),
               'Outlet ' || i % 40 || E'\\nhttps://outlet-' || i % 40 || '.example/' || i,
               'extractive', 'brief 1', 'Person ' || i % 30, 'sha256:' || md5(i::text)
        from generate_series(1, :versions) i, (select string_to_array(:words, ' ') as w) as list
        where :from < now()
        """,
        """
        insert into audit_name select distinct people from audit_version
        where :versions > 0 and :words <> '' and :from < now() on conflict do nothing
        """,
        """
        insert into audit_person
        select 'load-' || i, 1, 'Person ' || i % 30, 'stands in the record'
        from generate_series(1, :versions) i where :words <> '' and :from < now()
        """,
        """
        delete from audit_missing
        where brief_id like 'load-%' and :versions > 0 and :words <> '' and :from < now()
        """);
  }
}
