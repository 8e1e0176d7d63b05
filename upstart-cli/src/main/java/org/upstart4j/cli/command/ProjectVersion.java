package org.upstart4j.cli.command;

import java.lang.module.ModuleDescriptor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The version of this project, as the jar has it that the commands are in. */
public final class ProjectVersion {

  private ProjectVersion() {}

  /** The name of the project and its version. */
  public static String text() {
    @Nullable ModuleDescriptor module = ProjectVersion.class.getModule().getDescriptor();
    @Nullable String version =
        module == null
            ? ProjectVersion.class.getPackage().getImplementationVersion()
            : module.rawVersion().orElse(null);
    return "upstart4j " + Objects.requireNonNullElse(version, "(not packaged)");
  }
}
