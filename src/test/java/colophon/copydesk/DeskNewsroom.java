package colophon.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.database.TestDatabase;
import colophon.pipeline.Definitions;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import colophon.pipeline.Rooms;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import colophon.review.Copy;
import colophon.review.ReviewStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A newsroom whose pipelines wrote drafts of the sample stories, which wait for editors. */
final class DeskNewsroom implements AutoCloseable {

  static final Person KIM = new Person("kim", "Kim Seo-yeon");
  static final Person DANA = new Person("dana", "Dana Whitlock");
  static final Instant MORNING = Instant.parse("2026-01-14T09:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final Rooms rooms;
  final Path home;
  final CopyDesk desk;
  final Decider decider;
  final Queue queue;
  final ReviewStore reviews;
  private final Deque<String> one = new ArrayDeque<>();
  private final Deque<String> two = new ArrayDeque<>();
  private Instant now = MORNING;

  DeskNewsroom(Path home) throws Exception {
    this.home = home;
    Path file = Path.of("pipeline", "newsroom.yaml");
    Newsroom newsroom = Newsroom.read(file.toString(), Files.readAllBytes(file));
    var pipelines = new TreeMap<String, Pipeline>();
    pipelines.put("one", pipeline("one", 1));
    pipelines.put("two", pipeline("two", 2));
    var definitions = new Definitions(newsroom, pipelines);
    rooms =
        new Rooms(
            database,
            home,
            () -> now,
            context -> {
              context.registerBean(Definitions.class, () -> definitions);
              context.registerBean(
                  PipelineBook.class, () -> name -> Optional.ofNullable(pipelines.get(name)));
              context.register(CopyDeskConfiguration.class);
            });
    desk = rooms.room(CopyDesk.class);
    decider = rooms.room(Decider.class);
    queue = rooms.room(Queue.class);
    reviews = rooms.room(ReviewStore.class);
    run(pipelines.get("one"), newsroom, one);
    run(pipelines.get("two"), newsroom, two);
    now = MORNING.plusSeconds(3_600);
  }

  private void run(Pipeline pipeline, Newsroom newsroom, Deque<String> drafts) {
    Run run = rooms.room(RunLog.class).begin(pipeline, new Slot("morning", now), "test");
    RunResult result = rooms.engine().run(run, pipeline, newsroom, RunWatcher.NONE).orElseThrow();
    result.held().forEach(held -> drafts.add(held.draftId()));
  }

  private static Pipeline pipeline(String name, int reviewers) throws Exception {
    Path file = Path.of("pipeline", "samples.yaml");
    String text =
        Files.readString(file)
            .replace("name: samples", "name: " + name)
            .replace("review: when-flagged", "review: always\nreviewers: " + reviewers);
    return PipelineReader.read(
        file.toString(), text.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }

  /** The id of a draft that no other test has, which one person may approve. */
  String draft() {
    return one.pop();
  }

  /** The id of a draft that no other test has, which two people must approve. */
  String draftForTwo() {
    return two.pop();
  }

  Worksheet sheet(String draftId) {
    return desk.worksheet(draftId).orElseThrow();
  }

  String last(String draftId) {
    return sheet(draftId).draft().id();
  }

  Sentence lede(String draftId) {
    return sheet(draftId).draft().brief().lede().getFirst();
  }

  Sentence standfirst(String draftId) {
    return sheet(draftId).draft().brief().standfirst().getFirst();
  }

  /** Opens a draft, looks at every sentence's evidence and settles every mark. */
  void read(String draftId, Person person) {
    desk.note(draftId, new DeskEvent.Opened(), person);
    for (Sentence sentence : sheet(draftId).sentences()) {
      desk.note(draftId, new DeskEvent.Looked(sentence.id(), sentence.text()), person);
    }
  }

  void settleAll(String draftId, Person person) {
    for (Mark mark : sheet(draftId).blocking()) {
      NoteResult result = desk.settle(draftId, mark.flag().key(), "Called both.", person);
      if (result instanceof NoteResult.Refused refused) {
        throw new IllegalStateException(refused.reason());
      }
    }
  }

  /** What a sentence of a draft rests on. */
  static java.util.List<Citation> citations(Brief brief) {
    return brief.lede().getFirst().citations();
  }

  Copy copy(String draftId) {
    return reviews.find(draftId).orElseThrow();
  }

  <T> T room(Class<T> type) {
    return rooms.room(type);
  }

  BriefStore briefs() {
    return rooms.room(BriefStore.class);
  }

  void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  Instant now() {
    return now;
  }

  EditResult rewrite(String draft, Sentence sentence, String words, Person by) {
    return desk.amend(draft, new Amendment.Rewrite(sentence.id(), sentence.text(), words), by);
  }

  static EditResult.Saved saved(EditResult result) {
    assertThat(result).isInstanceOf(EditResult.Saved.class);
    return (EditResult.Saved) result;
  }

  static String reason(CopyDecision decision) {
    assertThat(decision).isInstanceOf(CopyDecision.Refused.class);
    return ((CopyDecision.Refused) decision).reason();
  }

  static String refused(NoteResult result) {
    assertThat(result).isInstanceOf(NoteResult.Refused.class);
    return ((NoteResult.Refused) result).reason();
  }

  static <T> T one(List<EditResult> results, Class<T> type) {
    return type.cast(results.stream().filter(type::isInstance).findFirst().orElseThrow());
  }

  @SafeVarargs
  static <T> List<T> atOnce(java.util.concurrent.Callable<T>... tasks) throws Exception {
    return atOnce(List.of(tasks));
  }

  static <T> List<T> atOnce(List<java.util.concurrent.Callable<T>> tasks) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var running = new ArrayList<Future<T>>();
      for (var task : tasks) {
        running.add(
            threads.submit(() -> {
              start.await();
              return task.call();
            }));
      }
      start.countDown();
      var results = new ArrayList<T>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
  }
}
