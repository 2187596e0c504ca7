package colophon.evidence;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the files of a bundle are collected, each with a few words on what it is. */
final class Shelf {

  private record Item(String what, byte[] bytes) {}

  private final SortedMap<String, Item> items = new TreeMap<>();

  void put(String path, String what, byte[] bytes) {
    if (items.put(path, new Item(what, bytes)) != null) {
      throw new IllegalStateException("two files of a bundle are called " + path);
    }
  }

  void put(String path, String what, String text) {
    put(path, what, text.getBytes(StandardCharsets.UTF_8));
  }

  void put(String path, String what, Json document) {
    put(path, what, CanonicalJson.bytes(document));
  }

  boolean has(String path) {
    return items.containsKey(path);
  }

  /** Each file with its length and SHA-256, by path. */
  Json.Arr listed() {
    var list = new ArrayList<Json>();
    items.forEach((path, item) ->
        list.add(
            Json.object(
                "path", Json.of(path),
                "bytes", Json.of(item.bytes().length),
                "sha256", Json.of(Digest.of(item.bytes()).hex()),
                "what", Json.of(item.what()))));
    return new Json.Arr(list);
  }

  /** The same in the form that {@code sha256sum -c} reads. */
  String sums() {
    var sums = new StringBuilder();
    items.forEach((path, item) ->
        sums.append(Digest.of(item.bytes()).hex()).append("  ").append(path).append('\n'));
    return sums.toString();
  }

  /** What each file is, one a line, for a person. */
  String contents() {
    var contents = new StringBuilder();
    items.forEach((path, item) ->
        contents.append("  ").append(path).append("\n      ").append(item.what()).append('\n'));
    return contents.toString();
  }

  SortedMap<String, byte[]> files() {
    var files = new TreeMap<String, byte[]>();
    items.forEach((path, item) -> files.put(path, item.bytes()));
    return files;
  }
}
