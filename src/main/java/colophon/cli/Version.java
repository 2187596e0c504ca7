package colophon.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as the jar's manifest states it. */
final class Version implements IVersionProvider {

  /** The name and version by which records and user agents call this software. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0-SNAPSHOT" : version;
  }

  /** What tells two builds of one version apart, as the jar's manifest states it. */
  static String build() {
    String title = Version.class.getPackage().getImplementationTitle();
    return title == null ? "unpackaged" : "packaged";
  }

  @Override
  public String[] getVersion() {
    return new String[] {"colophon " + number()};
  }
}
