package colophon.capture;

/** What an HTTP status means for an operator, as a clause. */
final class StatusWords {

  private StatusWords() {}

  static String of(int status) {
    String meaning =
        switch (status) {
          case 204 -> "nothing is there to read";
          case 206 -> "only a part was sent";
          case 304 -> "it says that nothing has changed, though nothing was compared";
          case 401, 407 -> "it wants a login; name a page that anybody may read";
          case 402 -> "it wants payment";
          case 403 -> "it does not want to be read by us";
          case 404 -> "nothing is there; check the address";
          case 410 -> "it has been taken away for good; take the address out";
          case 429 -> "we asked too often";
          case 451 -> "it is withheld for legal reasons";
          case 500, 502, 503, 504 -> "the server is in trouble";
          default -> "which is no page";
        };
    return "it answers " + status + ", " + meaning;
  }
}
