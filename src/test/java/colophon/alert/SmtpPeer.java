package colophon.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes what it is given, or refuses recipients of one name (RFC 5321), in the
 * clear, over TLS or after STARTTLS (RFC 3207).
 */
final class SmtpPeer implements AutoCloseable {

  static final String REFUSED = "nobody@desk.example";

  /** How the line is kept from others. */
  enum Line {
    CLEAR,
    TLS,
    STARTTLS
  }

  private final ServerSocket server;
  private final Line kind;
  private final @Nullable SSLContext certificate;
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> heardInTheClear = new CopyOnWriteArrayList<>();

  SmtpPeer() throws IOException {
    this(Line.CLEAR, null);
  }

  SmtpPeer(Line kind, @Nullable SSLContext certificate) throws IOException {
    this.kind = kind;
    this.certificate = certificate;
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The mails that were taken, head and body as they came. */
  List<String> mails() {
    return mails;
  }

  /** The commands that came without encryption. */
  List<String> heardInTheClear() {
    return heardInTheClear;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket line = server.accept()) {
        Socket kept = kind == Line.TLS ? encrypted(line) : line;
        say(kept, "220 peer.example ESMTP");
        converse(kept);
      } catch (IOException e) {
        // The client hung up, or the test is over.
      }
    }
  }

  private Socket encrypted(Socket line) throws IOException {
    SSLContext context = Objects.requireNonNull(certificate, "TLS wants a certificate");
    var kept =
        (SSLSocket)
            context.getSocketFactory().createSocket(line, null, server.getLocalPort(), false);
    kept.setUseClientMode(false);
    kept.startHandshake();
    return kept;
  }

  private static void say(Socket line, String words) throws IOException {
    line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    line.getOutputStream().flush();
  }

  private void converse(Socket line) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      boolean clear = !(line instanceof SSLSocket);
      if (clear) {
        heardInTheClear.add(said);
      }
      if (said.startsWith("EHLO") && kind == Line.STARTTLS && clear) {
        say(line, "250-peer.example\r\n250 STARTTLS");
      } else if (said.equals("STARTTLS") && kind == Line.STARTTLS && clear) {
        say(line, "220 go on encrypted");
        converse(encrypted(line));
        return;
      } else if (said.startsWith("DATA")) {
        say(line, "354 go on");
        var mail = new StringBuilder();
        for (String row = in.readLine(); row != null && !row.equals("."); row = in.readLine()) {
          mail.append(row).append('\n');
        }
        mails.add(mail.toString());
        say(line, "250 taken");
      } else if (said.startsWith("RCPT") && said.contains(REFUSED)) {
        say(line, "550 no such person here");
      } else if (said.startsWith("QUIT")) {
        say(line, "221 bye");
        return;
      } else {
        say(line, "250 peer.example");
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
