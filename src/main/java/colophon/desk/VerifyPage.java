package colophon.desk;

import colophon.access.Throttle;
import colophon.excerpt.Excerpt;
import colophon.excerpt.ExcerptCheck;
import colophon.excerpt.ExcerptRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where a reader asks whether a text or a file is this newsroom's, and unchanged. */
@RestController
final class VerifyPage {

  static final String PATH = "/verify";

  /** The most questions that are answered at the same time. */
  static final int MOST_AT_ONCE = 2;

  /** How long a question waits for its turn before it is sent away. */
  private static final int LONGEST_WAIT_SECONDS = 5;

  /** How many questions one address may ask in a while. */
  static final int MOST_QUESTIONS = 60;

  private static final String NO_PROOF =
      "No proof came with this file, and no file that was published here has these bytes: it is"
          + " not one of ours as it stands.";

  private static final String LOOKED_FOR = " Its sentences were looked for one by one, below.";

  private static final Duration WHILE = Duration.ofMinutes(10);

  /**
   * What the page shows; text and findings only after a question.
   *
   * @param said of a file that proves nothing; empty where none was given
   */
  public record View(
      String problem,
      String text,
      String said,
      @Nullable ExcerptView excerpt,
      @Nullable FindingsView findings,
      String limits,
      int mostCharacters) {}

  private final PublishedWords words;
  private final FileCheck files;
  private final Pages pages;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);
  private final Throttle throttle;

  VerifyPage(PublishedWords words, FileCheck files, Pages pages, InstantSource clock) {
    this.words = words;
    this.files = files;
    this.pages = pages;
    this.throttle = new Throttle(clock, MOST_QUESTIONS, WHILE);
  }

  @GetMapping(PATH)
  ResponseEntity<String> page() {
    return answer(HttpStatus.OK, view("", "", null, null));
  }

  @PostMapping(PATH)
  ResponseEntity<String> ask(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> given)
      throws IOException, InterruptedException {
    List<MultipartFile> some =
        given == null ? List.of() : given.stream().filter(file -> !file.isEmpty()).toList();
    if (text.isBlank() && some.isEmpty()) {
      return answer(
          HttpStatus.UNPROCESSABLE_CONTENT,
          view("Paste a sentence or more, or choose a file.", "", null, null));
    }
    Optional<Duration> wait = throttle.wait(request.getRemoteAddr());
    if (wait.isPresent()) {
      return answer(
          HttpStatus.TOO_MANY_REQUESTS,
          view(
              "Many questions came from your network just now. Ask again in "
                  + Math.max(1, wait.get().toMinutes() + 1)
                  + " minutes.",
              text,
              null,
              null));
    }
    throttle.failed(request.getRemoteAddr());
    if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      return answer(
          HttpStatus.SERVICE_UNAVAILABLE,
          view("Many are asking just now. Try again in a minute.", text, null, null));
    }
    try {
      return some.isEmpty() ? excerpt(text) : given(some);
    } finally {
      turns.release();
    }
  }

  private ResponseEntity<String> excerpt(String text) {
    try {
      var answer = ExcerptCheck.check(Excerpt.read(text), words.index());
      return answer(HttpStatus.OK, view("", text, ExcerptView.of(answer), null));
    } catch (ExcerptRefusedException e) {
      return answer(
          HttpStatus.UNPROCESSABLE_CONTENT, view(String.valueOf(e.getMessage()), text, null, null));
    }
  }

  private ResponseEntity<String> given(List<MultipartFile> some) throws IOException {
    return switch (files.check(some)) {
      case FileCheck.Refused refused ->
          answer(HttpStatus.UNPROCESSABLE_CONTENT, view(refused.reason(), "", null, null));
      case FileCheck.NotOurs notOurs -> answer(HttpStatus.OK, said(notOurs.sentence(), null));
      case FileCheck.Words unproved -> withoutProof(unproved.text());
      case FileCheck.Looked looked -> answer(HttpStatus.OK, view("", "", null, looked.findings()));
    };
  }

  /** A file is no less worth an answer than what is pasted out of it. */
  private ResponseEntity<String> withoutProof(String text) {
    try {
      var answer = ExcerptCheck.check(Excerpt.read(text), words.index());
      return answer(HttpStatus.OK, said(NO_PROOF + LOOKED_FOR, ExcerptView.of(answer)));
    } catch (ExcerptRefusedException e) {
      return answer(HttpStatus.OK, said(NO_PROOF + " " + e.getMessage(), null));
    }
  }

  private ResponseEntity<String> answer(HttpStatus status, View view) {
    return pages.reader(status, "verify", view);
  }

  private static View view(
      String problem, String text, @Nullable ExcerptView excerpt, @Nullable FindingsView findings) {
    return new View(
        problem, text, "", excerpt, findings, UploadLimit.WORDS, Excerpt.MOST_CHARACTERS);
  }

  private static View said(String sentence, @Nullable ExcerptView excerpt) {
    return new View("", "", sentence, excerpt, null, UploadLimit.WORDS, Excerpt.MOST_CHARACTERS);
  }
}
