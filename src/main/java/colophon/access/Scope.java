package colophon.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for, whatever else its account may do. */
public enum Scope {
  /** See what waits. */
  QUEUE_READ("see what waits"),
  /** Read a draft with its sentences, marks and evidence. */
  DRAFTS_READ("read drafts with their marks and evidence"),
  /** Change words, settle marks, comment, assign. */
  DRAFTS_WRITE("change drafts, settle marks, comment, assign"),
  /** Approve, send back, spike, withdraw. */
  DECISIONS_WRITE("approve, override, confirm, send back, spike, withdraw"),
  /** See what is out. */
  PUBLISHED_READ("see what is out"),
  /** See pipelines and their definitions. */
  PIPELINES_READ("see pipelines"),
  /** Run, pause, resume. */
  PIPELINES_RUN("run, pause and resume pipelines"),
  /** See runs with their items. */
  RUNS_READ("see runs"),
  /** See sources and how their polls go. */
  SOURCES_READ("see sources"),
  /** Search what was published, and verify it. */
  AUDIT_READ("search what was published, and verify it"),
  /** See what arrived from outside, readers' words and contacts among it. */
  TASKS_READ("see tasks, readers' words among them"),
  /** Take tasks, give them back, close them and open them again. */
  TASKS_WRITE("take, give back, close and open tasks again");

  private final String meaning;

  Scope(String meaning) {
    this.meaning = meaning;
  }

  /** As it is written, such as {@code queue:read}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** What it lets do, in words. */
  public String meaning() {
    return meaning;
  }

  /** The scope of that word. */
  public static Optional<Scope> named(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
