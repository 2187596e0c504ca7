package colophon.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Files with their types; without a charset a browser would guess, and guess wrong. */
final class SiteFiles extends ResourceHttpRequestHandler {

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", MediaType.valueOf("text/html;charset=UTF-8"),
          "txt", MediaType.valueOf("text/plain;charset=UTF-8"),
          "md", MediaType.valueOf("text/markdown;charset=UTF-8"),
          "tlog-proof", MediaType.valueOf("text/plain;charset=UTF-8"),
          "xml", MediaType.APPLICATION_ATOM_XML);

  @Override
  protected @Nullable MediaType getMediaType(HttpServletRequest request, Resource resource) {
    String ending = StringUtils.getFilenameExtension(resource.getFilename());
    MediaType ours = ending == null ? null : TYPES.get(ending);
    return ours == null ? super.getMediaType(request, resource) : ours;
  }
}
