package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.Map;
import org.upstart4j.jobfile.JobFolder;

/**
 * A folder of job files that was looked at.
 *
 * @param path the folder
 * @param contents what it holds
 * @param ages how long ago its files were changed last, by path within the folder, as far as known
 */
public record KnownFolder(String path, JobFolder contents, Map<String, Duration> ages) {

  /**
   * Says where a file of the folder is.
   *
   * @param file its path within the folder
   * @return its whole path
   */
  public String pathOf(String file) {
    return path.isEmpty() ? file : path.endsWith("/") ? path + file : path + "/" + file;
  }
}
