package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.CliConsole;

/**
 * Finds the settings for some files: the nearest file upwards. One that neither this user, nor
 * root, nor the owner of its own folder has laid there is not used: in a folder that all may write
 * to, such as /tmp, anybody could turn rules off for others.
 */
record ConfigSearch(CliConsole console) {

  /** The file that is nearest to a path, if there is one. */
  Optional<Path> from(Path start) {
    @Nullable Path folder = start.toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    for (; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(ConfigFile.NAME);
      if (Files.isRegularFile(file)) {
        return isTrusted(file, folder) ? Optional.of(file) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isTrusted(Path file, Path folder) {
    try {
      UserPrincipal owner = Files.getOwner(file);
      if (owner.equals(Files.getOwner(folder))
          || owner.equals(Files.getOwner(folder.getRoot()))
          || owner.getName().equals(System.getProperty("user.name"))) {
        return true;
      }
      console.complain(
          file + ": not used, as it belongs to " + owner.getName() + "; --config takes it anyway");
      return false;
    } catch (IOException | UnsupportedOperationException unknown) {
      return true;
    }
  }
}
