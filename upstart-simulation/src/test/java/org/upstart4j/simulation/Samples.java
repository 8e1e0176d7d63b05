package org.upstart4j.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Folders and targets for tests. */
final class Samples {

  static final Target PLAIN = Target.of(UpstartVersion.NEWEST);
  static final Target TRUSTY = Target.of(Platform.UBUNTU_14_04);

  private Samples() {}

  /** A folder of conf files: names and texts in turn. */
  static JobFolder folder(String... namesAndTexts) {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      String name = namesAndTexts[i];
      files.put(
          name.endsWith(".override") ? name : name + ".conf", JobFile.parse(namesAndTexts[i + 1]));
    }
    return JobFolder.of(files);
  }
}
