package org.upstart4j.state;

import java.util.Optional;

/**
 * A session of process 1, which has its own jobs.
 *
 * @param chroot the root folder that it is for
 * @param configuration the folder of its job files
 */
public record SessionState(Optional<String> chroot, Optional<String> configuration) {

  static SessionState read(StateNode session) {
    return new SessionState(session.get("chroot").text(), session.get("conf_path").text());
  }

  StateObject write() {
    return new StateObject().text("chroot", chroot).text("conf_path", configuration);
  }
}
