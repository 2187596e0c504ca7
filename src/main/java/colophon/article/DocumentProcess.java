package colophon.article;

import colophon.kernel.JsonFormatException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one child process that reads PDF and DOCX, started when it is first needed. Documents go
 * through it one at a time; a document that takes too long or brings it down ends it, and the next
 * document gets a new one.
 */
public final class DocumentProcess implements AutoCloseable {

  /** The child's heap. */
  static final int MOST_HEAP_MEBIBYTES = 192;

  /** A child reads at most so many documents, so that nothing gathers in it. */
  static final int MOST_DOCUMENTS_A_CHILD = 200;

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration ENDING = Duration.ofSeconds(2);

  /** The exit code of a virtual machine that was told to end when memory runs out. */
  private static final int OUT_OF_MEMORY = 3;

  private final ReentrantLock turn = new ReentrantLock();
  private final Duration deadline;
  private final int heapMebibytes;
  private @Nullable Process child;
  private int served;

  /** A process with the usual limits; nothing is started yet. */
  public DocumentProcess() {
    this(DEADLINE, MOST_HEAP_MEBIBYTES);
  }

  DocumentProcess(Duration deadline, int heapMebibytes) {
    this.deadline = deadline;
    this.heapMebibytes = heapMebibytes;
  }

  /**
   * The text of a document.
   *
   * @param kind {@link MediaKind#PDF} or {@link MediaKind#DOCX}
   */
  DocumentText read(MediaKind kind, byte[] document) throws UnreadableDocumentException {
    if (document.length > DocumentReader.MOST_DOCUMENT_BYTES) {
      throw new UnreadableDocumentException(
          "The "
              + kind
              + " file is larger than "
              + DocumentReader.MOST_DOCUMENT_BYTES / 1024 / 1024
              + " MiB and was not read; give its parts as files of their own.");
    }
    turn.lock();
    try {
      DocumentText text = ask(kind, document);
      if (text.failure() != null) {
        throw new UnreadableDocumentException(text.failure());
      }
      return text;
    } finally {
      turn.unlock();
    }
  }

  private DocumentText ask(MediaKind kind, byte[] document) throws UnreadableDocumentException {
    boolean fresh = child == null || !child.isAlive() || served >= MOST_DOCUMENTS_A_CHILD;
    if (fresh) {
      start();
    }
    Process asked = running();
    served++;
    var answer = new CompletableFuture<byte[]>();
    Thread.ofVirtual().name("documents").start(() -> exchange(asked, kind, document, answer));
    try {
      return DocumentText.parse(
          answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS), DocumentReader.MOST_ANSWER_BYTES);
    } catch (TimeoutException e) {
      stop();
      throw new UnreadableDocumentException(
          "The "
              + kind
              + " file took longer than "
              + deadline.toSeconds()
              + " s to read and was given up; print it to a new file first.");
    } catch (ExecutionException e) {
      String fault = fault(kind, asked);
      stop();
      if (!fresh && fault.isEmpty()) {
        return ask(kind, document); // it had gone to rest; a fresh one answers
      }
      throw new UnreadableDocumentException(
          fault.isEmpty() ? "The reader of " + kind + " files ended without an answer." : fault);
    } catch (JsonFormatException e) {
      stop();
      throw new UnreadableDocumentException(
          "The reader's answer about the " + kind + " file was malformed and was dropped.");
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new UnreadableDocumentException("Reading the " + kind + " file was interrupted.");
    }
  }

  /** The sentence for a child that broke down; empty where it ended in good order. */
  private String fault(MediaKind kind, Process ended) {
    try {
      if (!ended.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        return "The "
            + kind
            + " file brought its reader to a halt and was given up; print it to a new file first.";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return switch (ended.exitValue()) {
      case 0 -> "";
      case OUT_OF_MEMORY ->
          "The "
              + kind
              + " file needs more memory than a document is given ("
              + heapMebibytes
              + " MiB) and was not read; save its text as a smaller file.";
      default ->
          "The "
              + kind
              + " file crashed its reader and was not read; print it to a new file first.";
    };
  }

  private static void exchange(
      Process child, MediaKind kind, byte[] document, CompletableFuture<byte[]> answer) {
    try {
      var out = new DataOutputStream(child.getOutputStream());
      out.write(kind == MediaKind.PDF ? 'P' : 'D');
      out.writeInt(document.length);
      out.write(document);
      out.flush();
      var in = new DataInputStream(child.getInputStream());
      int length = in.readInt();
      if (length < 0 || length > DocumentReader.MOST_ANSWER_BYTES) {
        throw new IOException("expected an answer, found a length of " + length);
      }
      answer.complete(in.readNBytes(length));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  private Process running() {
    if (child == null) {
      throw new IllegalStateException("the child was started just before");
    }
    return child;
  }

  private void start() throws UnreadableDocumentException {
    stop();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heapMebibytes + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Duser.language=en",
            "-Dfile.encoding=UTF-8",
            "-cp",
            classPath(),
            DocumentReader.class.getName());
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("LANG"));
    builder.directory(new File(System.getProperty("java.io.tmpdir")));
    try {
      child = builder.start();
      served = 0;
    } catch (IOException e) {
      throw new UnreadableDocumentException(
          "The reader of PDF and DOCX files could not be started; check that "
              + command.getFirst()
              + " can be run.");
    }
  }

  /** With absolute entries: the child stands in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void stop() {
    if (child != null) {
      child.destroyForcibly();
      child = null;
    }
  }

  /** Ends the child, where one runs. */
  @Override
  public void close() {
    turn.lock();
    try {
      stop();
    } finally {
      turn.unlock();
    }
  }
}
