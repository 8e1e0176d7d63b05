package org.upstart4j.it.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobGraphBuilder;

/** Folders of jobs, and pages of them. */
final class Folders {

  private static final Target TARGET = Target.of(Platform.UBUNTU_14_04);

  private Folders() {}

  /** What stands in files: a file's name, its text, and so on. */
  static JobFolder folder(String... namesAndTexts) {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], JobFile.parse(namesAndTexts[i + 1]));
    }
    return JobFolder.of(files);
  }

  static String page(String... namesAndTexts) {
    return page(folder(namesAndTexts));
  }

  static String page(JobFolder folder) {
    return Page.of("The jobs").with(graph(folder)).toHtml();
  }

  static JobFolder examples() {
    try {
      return JobDirectory.of(Path.of("..", "examples")).read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static JobGraph graph(JobFolder folder) {
    return JobGraphBuilder.of(folder, TARGET)
        .findings(Check.of(TARGET).check(folder))
        .stops()
        .build();
  }

  /** A thousand jobs of ten services in a hundred places; the same event starts all of them. */
  static JobFolder thousand() {
    String[] services = {
      "auth", "cache", "cron", "db", "log", "mail", "proxy", "queue", "sync", "web"
    };
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < services.length; i++) {
      add(files, services[i], i == 0 ? "" : services[i - 1], 100);
    }
    return JobFolder.of(files);
  }

  /** Some jobs that are started one by the other, three at a time. */
  static JobFolder some(int count) {
    Map<String, JobFile> files = new TreeMap<>();
    add(files, "disk", "", count / 3);
    add(files, "net", "disk", count / 3);
    add(files, "db", "net", count - count / 3 * 2);
    return JobFolder.of(files);
  }

  private static void add(Map<String, JobFile> files, String service, String before, int places) {
    for (int i = 0; i < places; i++) {
      String number = "-%03d".formatted(i);
      String also = before.isEmpty() ? "" : " and started " + before + number;
      String text =
          "start on runlevel [2345]%s\nstop on runlevel [!2345]\nrespawn\nexec /usr/sbin/%s\n";
      files.put(service + number + ".conf", JobFile.parse(text.formatted(also, service)));
    }
  }
}
