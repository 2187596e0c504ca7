package colophon.verify;

import colophon.kernel.Json;

/**
 * A key that a check was made with.
 *
 * @param elsewhere whether it was obtained elsewhere, and not beside what it checks
 */
public record KeyUsed(PublishedKey.Use use, String keyId, boolean elsewhere) {

  Json.Obj json() {
    return Json.object(
        "use",
        Json.of(use.word()),
        "keyId",
        Json.of(keyId),
        "obtained",
        Json.of(elsewhere ? "elsewhere" : "beside"));
  }

  static KeyUsed of(KnownKeys.Known known) {
    return new KeyUsed(known.key().use(), known.key().keyId(), known.trusted());
  }
}
