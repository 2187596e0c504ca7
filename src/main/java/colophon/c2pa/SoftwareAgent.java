package colophon.c2pa;

import org.jspecify.annotations.Nullable;

/**
 * A program, as manifests name it (section 10.2.3).
 *
 * @param version null where it has none to tell
 * @param specVersion the version of the C2PA specification it follows; null where it does not say
 */
public record SoftwareAgent(String name, @Nullable String version, @Nullable String specVersion) {

  /** The version of the specification that this room writes by. */
  public static final String SPECIFICATION = "2.4.0";

  /** This program as the maker of a manifest. */
  public static SoftwareAgent generator(String name, String version) {
    return new SoftwareAgent(name, version, SPECIFICATION);
  }

  static SoftwareAgent read(Fields fields) throws C2paFormatException {
    return new SoftwareAgent(
        fields.text("name"), fields.textOrNull("version"), fields.textOrNull("specVersion"));
  }

  Cbor.Members cbor() {
    return new CborMap()
        .put("name", name)
        .put("version", version)
        .put("specVersion", specVersion)
        .build();
  }
}
