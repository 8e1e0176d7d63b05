package org.upstart4j.embedded.internal.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Takes the jobs from what a folder holds, in the order in which an engine that watches it does.
 */
public final class GivenJobs {

  private GivenJobs() {}

  /** Returns the jobs that have a conf file, by name. */
  public static Map<String, GivenJob> of(JobFolder folder, UpstartVersion version) {
    Map<String, GivenJob> jobs = new LinkedHashMap<>();
    boolean overrides = version.has(Feature.OVERRIDE);
    for (String path : inOrder(folder)) {
      String name = path.substring(0, path.lastIndexOf('.'));
      // a job is read once more where its override file stands
      if (!path.endsWith(JobFiles.OVERRIDE) || (overrides && jobs.remove(name) != null)) {
        Optional<JobFile> override = overrides ? folder.override(name) : Optional.empty();
        folder.conf(name).ifPresent(conf -> jobs.put(name, new GivenJob(conf, override)));
      }
    }
    return jobs;
  }

  private static List<String> inOrder(JobFolder folder) {
    List<String> paths = new ArrayList<>(folder.files().keySet());
    paths.sort(GivenJobs::compare);
    return paths;
  }

  /** By the bytes of their names, folder by folder, as {@link JobFiles#inOrder} has it. */
  private static int compare(String one, String other) {
    String[] parts = one.split("/", -1);
    String[] others = other.split("/", -1);
    for (int i = 0; i < Math.min(parts.length, others.length); i++) {
      int order = Arrays.compareUnsigned(bytes(parts[i]), bytes(others[i]));
      if (order != 0) {
        return order;
      }
    }
    return parts.length - others.length;
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
