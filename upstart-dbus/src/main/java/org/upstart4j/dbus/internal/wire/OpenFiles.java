package org.upstart4j.dbus.internal.wire;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that came with a message. */
public final class OpenFiles {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

  private OpenFiles() {}

  /** Closes files, unless they are closed already. */
  public static void close(List<FileDescriptor> files) {
    for (FileDescriptor file : files) {
      try (FileInputStream closed = new FileInputStream(file)) {
        LOG.trace("Closes {}", closed);
      } catch (IOException failure) {
        LOG.debug("A file could not be closed", failure);
      }
    }
  }
}
