package colophon.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What goes wrong around a command, in a sentence a person can act on. */
final class Failures {

  /** The longest chain of causes that is looked at. */
  private static final int MOST_CAUSES = 20;

  private Failures() {}

  /** The failure that a person can mend; nothing where it is a mistake of ours. */
  static Optional<CommandFailure> known(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      Optional<CommandFailure> known =
          switch (cause) {
            case CommandFailure failure -> Optional.of(failure);
            case SQLException e -> database(e);
            case FileSystemException e -> Optional.of(file(e));
            case IOException e when message(e).contains("No space left") -> Optional.of(noSpace());
            default -> Optional.empty();
          };
      if (known.isPresent()) {
        if (known.get() != thrown && known.get().getCause() == null) {
          known.get().initCause(thrown); // for whoever asked for the details
        }
        return known;
      }
    }
    return Optional.empty();
  }

  private static Optional<CommandFailure> database(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("53100")) {
      return Optional.of(noSpace());
    }
    boolean gone =
        e instanceof SQLTransientConnectionException
            || state.startsWith("08")
            || state.startsWith("57P");
    return gone
        ? Optional.of(
            new CommandFailure(
                ExitCode.UNAVAILABLE,
                "The database went away while the command was at work. What was finished is kept:"
                    + " see that the database runs (colophon doctor), then give the command"
                    + " again."))
        : Optional.empty();
  }

  private static CommandFailure file(FileSystemException e) {
    String why = e.getReason() == null ? "" : e.getReason();
    if (why.contains("No space left")) {
      return noSpace();
    }
    return new CommandFailure(
        ExitCode.CANNOT_WRITE,
        "The file or folder "
            + e.getFile()
            + " cannot be used ("
            + why(e)
            + "). Mend that, or choose another folder with --home, then give the command again.");
  }

  /** Why a file or folder cannot be used, in two or three words. */
  static String why(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException ignored -> "a file stands in its place";
      case NotDirectoryException ignored -> "it is a file";
      case AccessDeniedException ignored -> "permission denied";
      case FileSystemException file when file.getReason() != null -> file.getReason();
      default -> e.getClass().getSimpleName().replace("Exception", "");
    };
  }

  private static CommandFailure noSpace() {
    return new CommandFailure(
        ExitCode.CANNOT_WRITE,
        "The disk has no space left. What was finished is kept: make room, or choose another"
            + " folder with --home, then give the command again.");
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
