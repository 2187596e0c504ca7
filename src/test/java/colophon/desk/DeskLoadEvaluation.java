package colophon.desk;

import colophon.access.Role;
import colophon.cli.SampleDesk;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Person;
import colophon.copydesk.QueueEvaluation;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * How the desk answers: one person alone by HTTP and in a real browser, then many at once. The
 * draft has forty sentences of twelve sources; the queue holds thousands beside it, and the archive
 * a hundred thousand versions. Arguments: people (50), seconds (60), drafts (5,000), versions
 * (100,000).
 */
public final class DeskLoadEvaluation {

  private static final int ROUNDS = 60;
  private static final int WARM_UP = 30;

  /** Between two things that a person does when many are at work. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Between two keys of somebody who at least glances at each sentence. */
  private static final Duration READING = Duration.ofMillis(300);

  /** Every so manieth of them changes sentences; the others read. */
  private static final int ONE_EDITOR_OF = 5;

  private static final Pattern SENTENCE = Pattern.compile("data-id=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final Pattern BEFORE = Pattern.compile("name=\"before\" value=\"([^\"]+)\"");

  private final SampleDesk desk;
  private final String draft;
  private final SortedMap<String, ConcurrentLinkedQueue<Long>> took = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  private DeskLoadEvaluation(SampleDesk desk, String draft) {
    this.desk = desk;
    this.draft = draft;
  }

  public static void main(String[] arguments) throws Exception {
    int people = argument(arguments, 0, 50);
    int seconds = argument(arguments, 1, 60);
    int drafts = argument(arguments, 2, 5_000);
    int versions = argument(arguments, 3, 100_000);
    Path folder = Files.createTempDirectory("desk-load");
    Path home = folder.resolve("newsroom");
    String draft = LargeNewsroom.longDraft(folder, home);
    try (var desk = SampleDesk.at(home)) {
      LargeNewsroom.lengthen(
          desk.rooms().getBean(CopyDesk.class), draft, new Person("first", "First Editor"));
      JdbcClient jdbc = desk.rooms().getBean(JdbcClient.class);
      QueueEvaluation.fill(jdbc, desk.rooms().getBean(DataSource.class), drafts);
      LargeNewsroom.archive(jdbc, versions);
      say("%d drafts wait, %d versions are in the archive", drafts + 1, versions);
      var evaluation = new DeskLoadEvaluation(desk, draft);
      evaluation.alone();
      evaluation.inBrowser();
      evaluation.together(people, seconds);
    }
    System.exit(0);
  }

  private static int argument(String[] arguments, int place, int usual) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
  }

  private void alone() throws Exception {
    DeskClient editor = person("alone", Role.EDITOR, Role.AUDITOR);
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      if (i == 0) {
        took.clear();
      }
      work(editor, i, 0, true);
      timed("audit: three words", () -> editor.get("/desk/audit?words=bada+gema+kilo"));
      timed("audit: a rare word", () -> editor.get("/desk/audit?words=Headline+99999"));
      timed("audit: a person", () -> editor.get("/desk/audit?person=Person+7"));
    }
    print("one person alone, " + ROUNDS + " rounds");
  }

  /** What somebody at the browser waits for: the page usable, and evidence after a key. */
  private void inBrowser() throws Exception {
    String password = desk.account("browser", "Browser", Role.EDITOR);
    try (var browser = DeskBrowser.open();
        var visitor = browser.visitor().signIn(desk.address(""), "browser", password)) {
      Page page = visitor.page();
      for (int i = -5; i < 20; i++) {
        if (i == 0) {
          took.clear();
        }
        page.navigate(desk.address("/desk/review/" + draft));
        note("review: first byte", page, "responseStart");
        note("review: usable", page, "domContentLoadedEventEnd");
        keys(page, "evidence after a key, drawn", READING);
        page.navigate(desk.address("/desk/review/" + draft));
        keys(page, "the same, without a pause", Duration.ZERO);
      }
    }
    print("in Chromium, one person");
  }

  /** Goes down ten sentences by key. What is timed ends with the frame in which they are drawn. */
  private void keys(Page page, String what, Duration pause) throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      pause(pause);
      Object millis =
          page.evaluate(
              """
              () => new Promise(done => {
                const begun = performance.now();
                const shown = document.querySelector('#evidence').dataset.sentence;
                const look = () => document.querySelector('#evidence').dataset.sentence === shown
                  ? requestAnimationFrame(look)
                  : requestAnimationFrame(() => {
                      const channel = new MessageChannel();
                      channel.port1.onmessage = () => done(performance.now() - begun);
                      channel.port2.postMessage('');
                    });
                document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', code: 'KeyJ',
                  bubbles: true}));
                look();
              })
              """);
      add(what, Math.round(((Number) millis).doubleValue() * 1e6));
    }
  }

  private void note(String what, Page page, String mark) {
    Object millis =
        page.evaluate("mark => performance.getEntriesByType('navigation')[0][mark]", mark);
    add(what, Math.round(((Number) millis).doubleValue() * 1e6));
  }

  private void together(int people, int seconds) throws Exception {
    var clients = new ArrayList<DeskClient>();
    for (int i = 0; i < people; i++) {
      clients.add(person("p" + i, Role.EDITOR, Role.AUDITOR));
    }
    took.clear();
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people; i++) {
        int number = i;
        threads.submit(() -> {
          pause(Duration.ofMillis(PAUSE.toMillis() * number / people));
          for (int round = 0; System.nanoTime() < end; round++) {
            work(clients.get(number), round, number, number % ONE_EDITOR_OF == 0);
          }
          return null;
        });
      }
    }
    print(people + " people at once for " + seconds + " s, " + PAUSE.toSeconds() + " s between");
  }

  private DeskClient person(String login, Role... roles) throws Exception {
    String password = desk.account(login, "Person " + login, roles);
    var client = new DeskClient(desk.address(""));
    client.signIn(login, password);
    return client;
  }

  /** One round of an editor's work. */
  private void work(DeskClient client, int round, int number, boolean edits) throws Exception {
    boolean many = !Thread.currentThread().getName().equals("main");
    timed("queue, first page", () -> client.get("/desk/queue"));
    rest(many);
    HttpResponse<String> page = timed("review page", () -> client.get("/desk/review/" + draft));
    List<String> sentences =
        SENTENCE.matcher(page.body()).results().map(match -> match.group(1)).distinct().toList();
    for (int i = 0; i < 4; i++) {
      rest(many);
      String sentence = sentences.get(Math.floorMod(number * 7 + round + i, sentences.size()));
      timed("evidence", () -> client.get("/desk/review/" + draft + "/evidence/" + sentence));
    }
    if (edits) {
      rest(many);
      rewrite(client, sentences.get(1 + Math.floorMod(number, sentences.size() - 1)));
    }
    rest(many);
  }

  private void rewrite(DeskClient client, String sentence) throws Exception {
    String evidence = client.get("/desk/review/" + draft + "/evidence/" + sentence).body();
    String before = HtmlUtils.htmlUnescape(first(BEFORE, evidence));
    String words =
        before.endsWith(" too.")
            ? before.replace(" too.", ".")
            : before.replaceAll("\\.?$", " too.");
    timed(
        "rewrite and check",
        () ->
            client.post(
                "/desk/review/" + draft + "/rewrite",
                Map.of(
                    "seen", first(SEEN, evidence),
                    "sentence", sentence,
                    "before", before,
                    "text", words)));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("the page holds no " + pattern);
    }
    return matcher.group(1);
  }

  private interface Asking {
    HttpResponse<String> ask() throws Exception;
  }

  private HttpResponse<String> timed(String what, Asking asking) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer = asking.ask();
    add(what, System.nanoTime() - begun);
    if (answer.statusCode() >= 400) {
      faults.add(what + ": status " + answer.statusCode());
    }
    return answer;
  }

  private void add(String what, long nanos) {
    took.computeIfAbsent(what, name -> new ConcurrentLinkedQueue<>()).add(nanos);
  }

  private static void rest(boolean many) throws InterruptedException {
    if (many) {
      pause(PAUSE);
    }
  }

  private static void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  private void print(String title) {
    say("%n%s", title);
    took.forEach((what, times) -> {
      long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      say(
          "%-30s %5d times, median %6.1f ms, 95th of 100 %6.1f ms, slowest %6.1f ms",
          what,
          sorted.length,
          sorted[sorted.length / 2] / 1e6,
          sorted[sorted.length * 95 / 100] / 1e6,
          sorted[sorted.length - 1] / 1e6);
    });
    say("%d answers were errors %s", faults.size(), faults.stream().distinct().limit(3).toList());
    took.clear();
    faults.clear();
  }

  private static void say(String pattern, Object... values) {
    System.out.println(String.format(Locale.ROOT, pattern, values));
  }
}
