package org.upstart4j.cli.check;

import java.util.Set;

/** The names of job files. */
final class JobNames {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  private JobNames() {}

  static boolean isJobFile(String name) {
    return name.endsWith(CONF) || name.endsWith(OVERRIDE);
  }

  /** The name of a file that is checked as a job file, whatever it is called. */
  static String file(String name, Set<String> taken) {
    String file = isJobFile(name) ? name : name + CONF;
    for (int i = 2; taken.contains(file); i++) {
      file = name + "-" + i + CONF;
    }
    return file;
  }

  /** The job that a job file belongs to. */
  static String job(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }

  /** The file that belongs to a job file: the override file of a conf file, or the other way. */
  static String partner(String file) {
    return file.endsWith(CONF)
        ? file.substring(0, file.length() - CONF.length()) + OVERRIDE
        : file.substring(0, file.length() - OVERRIDE.length()) + CONF;
  }
}
