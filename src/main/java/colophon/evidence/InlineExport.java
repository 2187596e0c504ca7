package colophon.evidence;

import java.util.List;

/** How the making of a copy that carries its credential ended. */
public sealed interface InlineExport {

  /** It is made. */
  record Made(String fileName, byte[] bytes) implements InlineExport {}

  /** It may not be made; the reasons are sentences. */
  record Refused(List<String> reasons) implements InlineExport {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
