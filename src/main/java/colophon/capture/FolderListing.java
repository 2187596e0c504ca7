package colophon.capture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a source's folder holds. */
sealed interface FolderListing {

  /** The endings of the documents that are read, without their dots. */
  Set<String> ENDINGS = Set.of("html", "htm", "txt", "pdf", "docx");

  /**
   * The documents directly in the folder, by name.
   *
   * @param leftOut how many more there are than may be read
   * @param unread the names of what stands there and is none that is read: other kinds of files,
   *     folders, links that lead nowhere
   */
  record Listed(List<URI> documents, int leftOut, List<String> unread) implements FolderListing {
    public Listed {
      documents = List.copyOf(documents);
      unread = List.copyOf(unread);
    }
  }

  /** The folder cannot or may not be read; the reason is a sentence. */
  record Unlisted(String reason) implements FolderListing {}

  /**
   * Lists a folder below an allowed path; hidden files and office programs' lock files are none.
   */
  static FolderListing of(Path folder, AllowList allow, int most) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException e) {
      return new Unlisted("There is no folder at " + folder + "; check the path.");
    }
    if (!allow.opens(real)) {
      return new Unlisted(
          "The folder "
              + folder
              + " lies below no path that the source allows; add file:PATH to its allow list if it"
              + " is meant.");
    }
    if (!Files.isDirectory(real)) {
      return new Unlisted("At " + folder + " stands no folder; make the source a page.");
    }
    try {
      return listed(folder, most);
    } catch (IOException | DirectoryIteratorException e) {
      return new Unlisted("The folder " + folder + " cannot be read; check its permissions.");
    }
  }

  private static FolderListing listed(Path folder, int most) throws IOException {
    var names = new ArrayList<String>();
    var unread = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(folder, entry -> !isHidden(name(entry)))) {
      for (Path entry : entries) {
        (isDocument(entry) ? names : unread).add(name(entry));
      }
    }
    names.sort(Comparator.naturalOrder());
    unread.sort(Comparator.naturalOrder());
    List<URI> documents =
        names.stream()
            .limit(most)
            .map(name -> LocalFiles.address(folder.resolve(name).toString()))
            .toList();
    return new Listed(documents, names.size() - documents.size(), unread);
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static boolean isDocument(Path entry) {
    String name = name(entry).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
        && name.contains(".")
        && Files.isRegularFile(entry);
  }
}
