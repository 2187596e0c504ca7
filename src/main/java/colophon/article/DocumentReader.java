package colophon.article;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The program that reads PDF and DOCX in a process of its own, where a hostile document can take
 * down nothing but that process.
 *
 * <p>On standard input: a kind ({@code P} or {@code D}), a length (four bytes), the document. On
 * standard output, for each: a length and a {@link DocumentText}. It ends when its input ends, when
 * it has had nothing to do for a while, and when one document takes too long.
 */
public final class DocumentReader {

  /** The largest document taken, in bytes. */
  static final int MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;

  /** The largest answer given, in bytes. */
  static final int MOST_ANSWER_BYTES = 8 * 1024 * 1024;

  /** Without work for so long it ends. */
  static final long IDLE_MILLIS = 60_000;

  /** It ends itself, should the parent be unable to end it, after so long on one document. */
  static final long MOST_MILLIS_A_DOCUMENT = 120_000;

  private static final long WATCH_EVERY_MILLIS = 1_000;

  /** Deep enough for honest documents; one built to recurse fails soon. */
  private static final long STACK_BYTES = 4 * 1024 * 1024;

  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());
  private volatile boolean working;

  private DocumentReader() {}

  /** Serves documents until standard input ends. */
  public static void main(String[] arguments) throws InterruptedException {
    // Libraries that print must not spoil the answers.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
    var reader = new DocumentReader();
    Thread.ofPlatform().daemon().name("watch").start(reader::watch);
    Thread serving = new Thread(null, reader::serve, "serve", STACK_BYTES);
    serving.start();
    serving.join();
    System.exit(0);
  }

  private void serve() {
    try (var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
      for (int kind = in.read(); kind >= 0; kind = in.read()) {
        int length = in.readInt();
        if (length < 0 || length > MOST_DOCUMENT_BYTES) {
          return;
        }
        byte[] document = in.readNBytes(length);
        begin(true);
        byte[] answer = read(kind, document).format();
        if (answer.length > MOST_ANSWER_BYTES) {
          answer =
              DocumentText.failed(
                      "The document's text is larger than this program takes; give its parts as files of their own.")
                  .format();
        }
        out.writeInt(answer.length);
        out.write(answer);
        out.flush();
        begin(false);
      }
    } catch (IOException e) {
      // The parent is gone; there is nobody to tell.
      return;
    }
  }

  private static DocumentText read(int kind, byte[] document) {
    try {
      return kind == 'P' ? PdfReading.read(document) : WordReading.read(document);
    } catch (UnreadableDocumentException e) {
      return DocumentText.failed(e.sentence());
    } catch (StackOverflowError e) {
      return DocumentText.failed(
          "The document is nested too deeply to be read; print it to a new file first.");
    } catch (IOException | RuntimeException e) {
      return DocumentText.failed(
          "The "
              + (kind == 'P' ? "PDF" : "DOCX")
              + " file is damaged and could not be read; ask its publisher for a sound copy.");
    }
  }

  private void begin(boolean work) {
    lastSign.set(System.nanoTime());
    working = work;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(WATCH_EVERY_MILLIS);
        long millis = (System.nanoTime() - lastSign.get()) / 1_000_000;
        if (millis > (working ? MOST_MILLIS_A_DOCUMENT : IDLE_MILLIS)) {
          Runtime.getRuntime().halt(working ? 4 : 0);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
