package colophon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded PostgreSQL of one newsroom folder. Every process that works in the folder is a
 * client and holds a shared lock; whoever finds no server running starts it, and the last client to
 * leave stops it. A process that was killed leaves the server running, and the next one finds it.
 */
public final class PostgresServer implements AutoCloseable {

  /** The one role and database of the embedded server. */
  static final String NAME = "colophon";

  private static final int MOST_CONNECTIONS = 60;

  /** A server that is being started is waited for ten seconds. */
  private static final int MOST_LOOKS = 100;

  private static final int LOOK_EVERY_MILLIS = 100;

  private final Path folder;
  private final PostgresProgram program;
  private final int port;
  private final String password;
  private final FileChannel clients;
  private @Nullable FileLock client;

  private PostgresServer(
      Path folder, PostgresProgram program, int port, String password, FileChannel clients)
      throws IOException {
    this.folder = folder;
    this.program = program;
    this.port = port;
    this.password = password;
    this.clients = clients;
    this.client = clients.lock(0, Long.MAX_VALUE, true);
  }

  /**
   * Starts the server of a folder, or attaches to it where it runs already.
   *
   * @param folder made where it is missing
   * @param cache where the programs are unpacked
   */
  public static PostgresServer open(Path folder, Path cache) throws DatabaseUnavailableException {
    Path binaries = PostgresBinaries.unpacked(cache);
    var program = new PostgresProgram(binaries);
    try {
      Files.createDirectories(folder);
      try (var door = channel(folder.resolve("door.lock"));
          var ignored = door.lock()) {
        Path data = folder.resolve("data");
        Path passwordFile = folder.resolve("password");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
          initialise(folder, data, passwordFile, program);
        }
        String password = Files.readString(passwordFile).strip();
        int port = runningPort(data);
        if (port < 0) {
          port = freePort();
          start(folder, data, port, program);
        }
        return new PostgresServer(
            folder, program, port, password, channel(folder.resolve("clients.lock")));
      }
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "The database folder "
              + folder
              + " cannot be used ("
              + e.getMessage()
              + "). Check that it can be written and that its disk has room, or choose another with"
              + " --home.");
    }
  }

  /** The JDBC address of the newsroom's database. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  public String user() {
    return NAME;
  }

  public String password() {
    return password;
  }

  /** Leaves; stops the server where no other process works in the folder. */
  @Override
  public void close() {
    FileLock held = client;
    if (held == null) {
      return;
    }
    client = null;
    try (var door = channel(folder.resolve("door.lock"));
        var ignored = door.lock();
        clients) {
      held.release();
      FileLock alone = clients.tryLock();
      if (alone != null) {
        program.run(
            "pg_ctl",
            folder.resolve("server.log"),
            List.of("-D", folder.resolve("data").toString(), "-w", "-m", "fast", "stop"));
        alone.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DatabaseUnavailableException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void initialise(Path folder, Path data, Path passwordFile, PostgresProgram program)
      throws IOException, DatabaseUnavailableException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
    Path unfinished = folder.resolve("data.unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    program.run(
        "initdb",
        folder.resolve("server.log"),
        List.of(
            "-D",
            unfinished.toString(),
            "-U",
            NAME,
            "-A",
            "scram-sha-256",
            "--pwfile=" + passwordFile,
            "-E",
            "UTF8",
            "--locale=C.UTF-8"));
    Files.move(unfinished, data);
  }

  private static void start(Path folder, Path data, int port, PostgresProgram program)
      throws DatabaseUnavailableException {
    String options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            + " -c shared_buffers=64MB -c max_connections="
            + MOST_CONNECTIONS
            + " -c log_timezone=UTC -c timezone=UTC";
    program.run(
        "pg_ctl",
        folder.resolve("server.log"),
        List.of("-D", data.toString(), "-w", "-o", options, "start"));
  }

  /**
   * The port of the server that runs on this data, or -1; a stale file is no server. One that lives
   * and does not answer yet was just started by a process that was killed, and is waited for.
   */
  private static int runningPort(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    for (int look = 0; look < MOST_LOOKS && Files.exists(pidFile); look++) {
      List<String> lines = Files.readAllLines(pidFile);
      if (lines.isEmpty() || !isAlive(lines.getFirst().strip())) {
        return -1;
      }
      if (lines.size() >= 4 && answers(lines.get(3).strip())) {
        return Integer.parseInt(lines.get(3).strip());
      }
      rest();
    }
    return -1;
  }

  private static boolean isAlive(String process) {
    return process.matches("[0-9]{1,9}")
        && ProcessHandle.of(Long.parseLong(process)).map(ProcessHandle::isAlive).orElse(false);
  }

  private static boolean answers(String port) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 500);
      return true;
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  private static void rest() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL started", e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
