package org.upstart4j.cli.fleet;

import org.upstart4j.Upstart;
import org.upstart4j.fleet.HostFiles;
import org.upstart4j.fleet.RemoteUpstart;

/** The job files of the host that an Upstart runs on. */
final class FilesThere {

  private FilesThere() {}

  static HostFiles of(Upstart upstart) {
    if (upstart instanceof RemoteUpstart remote) {
      return remote.files();
    }
    throw new IllegalStateException("There are no files of " + upstart.transport());
  }
}
