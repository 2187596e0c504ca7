package colophon.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes what it is given, or refuses recipients of one name (RFC 5321). */
final class SmtpPeer implements AutoCloseable {

  static final String REFUSED = "nobody@desk.example";

  private final ServerSocket server;
  private final List<String> mails = new CopyOnWriteArrayList<>();

  SmtpPeer() throws IOException {
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

  private void serve() {
    while (!server.isClosed()) {
      try (Socket line = server.accept()) {
        converse(line);
      } catch (IOException e) {
        // The client hung up, or the test is over.
      }
    }
  }

  private void converse(Socket line) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    var out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8);
    out.print("220 peer.example ESMTP\r\n");
    out.flush();
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      if (said.startsWith("DATA")) {
        out.print("354 go on\r\n");
        out.flush();
        var mail = new StringBuilder();
        for (String row = in.readLine(); row != null && !row.equals("."); row = in.readLine()) {
          mail.append(row).append('\n');
        }
        mails.add(mail.toString());
        out.print("250 taken\r\n");
      } else if (said.startsWith("RCPT") && said.contains(REFUSED)) {
        out.print("550 no such person here\r\n");
      } else if (said.startsWith("QUIT")) {
        out.print("221 bye\r\n");
        out.flush();
        return;
      } else {
        out.print("250 peer.example\r\n");
      }
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
