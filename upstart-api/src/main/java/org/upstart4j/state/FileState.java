package org.upstart4j.state;

import java.util.Optional;

/**
 * A job file that Upstart has read.
 *
 * @param path the file
 * @param job the name of the job that it made; nothing if the file is wrong
 */
public record FileState(String path, Optional<String> job) {

  static FileState read(Node file) {
    return new FileState(file.get("path").textOrEmpty(), file.get("job_class").get("name").text());
  }
}
