package org.upstart4j.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Takes the version from the jar that the commands are in. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "upstart4j " + Objects.requireNonNullElse(version, "(not packaged)");
  }
}
