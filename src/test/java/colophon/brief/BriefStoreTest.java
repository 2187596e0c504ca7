package colophon.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.TestDatabase;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BriefStoreTest {

  private static TestDatabase database;
  private static BriefStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    store = new BriefStore(database.jdbc());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void givesADraftBackAsItWasKept() {
    Draft draft = draft("d-1", "s-1", "Two 🜁 words", "2026-01-14T12:00:00.123456789Z");
    store.keep("run-1", draft);
    store.keep("run-1", draft);
    assertThat(store.draft("d-1")).contains(draft);
    assertThat(store.draftOf("run-1", "s-1")).contains(draft);
    assertThat(store.draftOf("run-2", "s-1")).isEmpty();
    assertThat(store.draft("d-none")).isEmpty();
  }

  @Test
  void neverLetsOneDraftTakeTheNameOfAnother() {
    store.keep("run-1", draft("d-2", "s-2", "First words", "2026-01-14T12:00:00Z"));
    Draft other = draft("d-2", "s-2", "Other words", "2026-01-14T12:00:00Z");
    assertThatThrownBy(() -> store.keep("run-1", other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("another draft is kept as d-2");
  }

  @Test
  void listsTheDraftsOfAStoryTheNewestFirst() {
    store.keep("run-1", draft("d-3", "s-3", "Old", "2026-01-14T12:00:00Z"));
    store.keep("run-2", draft("d-4", "s-3", "New", "2026-01-15T12:00:00Z"));
    assertThat(store.draftsOf("s-3")).extracting(Draft::id).containsExactly("d-4", "d-3");
  }

  @Test
  void namesTheOneBriefThatAPipelineHasOfAStory() {
    assertThat(BriefStore.idOf("nara", "s-1"))
        .matches("b-[0-9a-f]{16}")
        .isEqualTo(BriefStore.idOf("nara", "s-1"))
        .isNotEqualTo(BriefStore.idOf("nara", "s-2"))
        .isNotEqualTo(BriefStore.idOf("other", "s-1"));
  }

  private static Draft draft(String id, String story, String words, String writtenAt) {
    Digest digest = Digest.ofText(words);
    var citation = new Citation("a-1", 2, digest, new TextSpan(3, 7), "four", "before ", " after");
    var byModel = new Sentence("h", Role.HEADLINE, words, List.of(citation), new Author.Model());
    var byPerson =
        new Sentence("s1p1.1", Role.BODY, words, List.of(), new Author.Person("A. Reader"));
    var brief =
        new Brief(
            Language.ENGLISH,
            byModel,
            List.of(byModel),
            List.of(byModel, byPerson),
            List.of(new Section(byModel, List.of(List.of(byPerson), List.of(byModel)))));
    var writing =
        new Writing(
            "openai",
            "gpt-x",
            "gpt-x-1",
            "brief",
            "1",
            digest,
            Map.of("seed", "7"),
            digest,
            digest,
            1,
            2,
            3L,
            1);
    return new Draft(id, story, 1, brief, writing, Instant.parse(writtenAt));
  }
}
