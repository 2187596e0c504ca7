package colophon.desk;

import colophon.access.Role;
import colophon.access.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may ask for what, read from {@code access.txt}. The first row that fits decides; where none
 * does, nobody may.
 *
 * @param rows in order
 */
record AccessMatrix(List<Row> rows) {

  AccessMatrix {
    rows = List.copyOf(rows);
  }

  /** To whom a row opens. */
  enum Who {
    EVERYONE,
    SIGNED_IN,
    ROLES
  }

  /**
   * One row.
   *
   * @param method such as {@code GET}; {@code *} for any
   * @param path of whole names; {@code *} stands for one, {@code **} at the end for any number
   * @param pattern of the path
   * @param roles empty but for {@link Who#ROLES}, where none means nobody
   * @param scope that a token must have, where the row is of those for scripts
   */
  record Row(
      String method,
      String path,
      Pattern pattern,
      Who who,
      Set<Role> roles,
      Optional<Scope> scope) {
    Row {
      roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    Row(String method, String path, Who who, Set<Role> roles, Optional<Scope> scope) {
      this(method, path, pattern(path), who, roles, scope);
    }

    /** Whether it is for scripts, which come with a token and never with a session. */
    boolean forTokens() {
      return path.startsWith(ApiSecurity.PATH);
    }

    /** Whether a token with these scopes, or none, may, whatever its account's roles. */
    boolean opensToToken(Optional<Set<Scope>> scopes) {
      return scope.isEmpty() || (scopes.isPresent() && scopes.get().contains(scope.get()));
    }

    /** The roles as words, such as {@code editor, auditor}. */
    String roleWords() {
      return String.join(", ", roles.stream().map(Role::word).toList());
    }

    boolean fits(String askedMethod, String askedPath) {
      boolean methodFits =
          method.equals("*")
              || method.equals(askedMethod)
              || method.equals("GET") && askedMethod.equals("HEAD");
      return methodFits && pattern.matcher(askedPath).matches();
    }

    private static Pattern pattern(String path) {
      return Pattern.compile(
          path.endsWith("/**")
              ? quoted(path.substring(0, path.length() - 3)) + "(/.*)?"
              : quoted(path));
    }

    private static String quoted(String path) {
      return String.join(
          "[^/]+",
          Pattern.compile("\\*")
              .splitAsStream(path + " ")
              .map(String::strip)
              .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
              .toList());
    }

    /** Whether somebody with these roles, or nobody who signed in, may. */
    boolean opensTo(Optional<Set<Role>> held) {
      return switch (who) {
        case EVERYONE -> true;
        case SIGNED_IN -> held.isPresent();
        case ROLES -> held.isPresent() && held.get().stream().anyMatch(roles::contains);
      };
    }
  }

  /** The row that decides on a request. */
  Optional<Row> row(String method, String path) {
    return rows.stream().filter(row -> row.fits(method, path)).findFirst();
  }

  /** The committed matrix. */
  static AccessMatrix committed() {
    try (InputStream in = AccessMatrix.class.getResourceAsStream("access.txt")) {
      if (in == null) {
        throw new IllegalStateException("access.txt is missing from the build");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AccessMatrix parse(String text) {
    var rows = new ArrayList<Row>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> rows.add(row(line)));
    return new AccessMatrix(rows);
  }

  private static Row row(String line) {
    List<String> words = List.of(line.split("\\s+"));
    if (words.size() < 3) {
      throw new IllegalStateException("expected a method, a path and who may, found: " + line);
    }
    List<String> who = words.subList(2, words.size());
    Optional<Scope> scope = Optional.empty();
    if (who.getLast().startsWith("+")) {
      String word = who.getLast().substring(1);
      scope =
          Optional.of(
              Scope.named(word)
                  .orElseThrow(() -> new IllegalStateException("no scope is called " + word)));
      who = who.subList(0, who.size() - 1);
    }
    String method = words.get(0);
    String path = words.get(1);
    if (who.equals(List.of("everyone"))) {
      return new Row(method, path, Who.EVERYONE, Set.of(), scope);
    }
    if (who.equals(List.of("signed-in"))) {
      return new Row(method, path, Who.SIGNED_IN, Set.of(), scope);
    }
    if (who.equals(List.of("nobody"))) {
      return new Row(method, path, Who.ROLES, Set.of(), scope);
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    who.forEach(word -> roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT))));
    return new Row(method, path, Who.ROLES, roles, scope);
  }
}
