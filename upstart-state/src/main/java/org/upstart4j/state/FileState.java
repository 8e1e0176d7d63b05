package org.upstart4j.state;

import java.util.Optional;

/**
 * A job file that Upstart has read.
 *
 * @param path the file
 * @param flag a mark that Upstart changes each time it reads all files; one with another mark than
 *     its source has gone
 * @param job the name of the job that it made; nothing if the file is wrong
 */
public record FileState(String path, boolean flag, Optional<String> job) {

  static FileState read(StateNode file) {
    return new FileState(
        file.get("path").textOrEmpty(),
        file.get("flag").isYes(),
        file.get("job_class").get("name").text());
  }

  /** A file tells the place of its source, and its job the session. */
  StateObject write(int source, int session) {
    StateObject file = new StateObject();
    file.text("path", path).number("conf_source", source).flag("flag", flag);
    job.ifPresent(
        name ->
            file.put("job_class", new StateObject().text("name", name).number("session", session)));
    return file;
  }
}
