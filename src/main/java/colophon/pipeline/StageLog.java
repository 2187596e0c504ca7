package colophon.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Writes down what the stages of one run do, and tells whoever watches. */
final class StageLog {

  private final RunLog log;
  private final Run run;
  private final RunWatcher watcher;
  private final List<String> problems = new ArrayList<>();

  StageLog(RunLog log, Run run, RunWatcher watcher) {
    this.log = log;
    this.run = run;
    this.watcher = watcher;
  }

  void begin(Stage stage, int total) {
    watcher.began(stage, total);
  }

  void progress(Stage stage, int done, int total) {
    watcher.progressed(stage, done, total);
  }

  void finish(Stage stage, String summary) {
    log.finish(run.id(), stage, summary);
    watcher.finished(stage, summary);
  }

  /**
   * What became of an item, where that needs no person's attention; false where the stage has told
   * of that item before, and the older words stay.
   */
  boolean note(Stage stage, String item, String outcome, String reason) {
    return log.note(run.id(), stage, item, outcome, reason, false);
  }

  /** The same for many items. */
  void noteAll(Stage stage, List<RunLog.Noted> items) {
    log.noteAll(run.id(), stage, items);
  }

  /** The ids of the articles that this run has read, before it was broken off too. */
  List<String> articlesRead() {
    return log.articlesRead(run.id());
  }

  /** The same for what the person who started the run is told all the same. */
  void remark(Stage stage, String item, String outcome, String sentence) {
    note(stage, item, outcome, sentence);
    watcher.noticed(sentence);
  }

  /** An item that did not come out; the sentence reaches the person who started the run. */
  void problem(Stage stage, String item, String outcome, String sentence) {
    log.note(run.id(), stage, item, outcome, sentence, true);
    problems.add(sentence);
    watcher.noticed(sentence);
  }

  List<String> problems() {
    return problems;
  }
}
