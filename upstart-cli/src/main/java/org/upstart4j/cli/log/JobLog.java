package org.upstart4j.cli.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where Upstart writes what a job prints.
 *
 * @param folder the folder of all logs
 * @param stem the file's name without its end
 */
record JobLog(Path folder, String stem) {

  private static final String END = ".log";

  /** The file of an instance. No name leads out of the folder: there is no slash in it any more. */
  static JobLog of(Path folder, String job, String instance) {
    String name = instance.isEmpty() ? job : job + "-" + instance;
    return new JobLog(folder, name.replace('/', '_'));
  }

  Path path() {
    return folder.resolve(stem + END);
  }

  /** Files that were made of this one when it got too long. */
  List<String> rotated() throws IOException {
    return names(stem + END + ".");
  }

  /** Files of instances, and of jobs whose names begin the same way. */
  List<String> instances() throws IOException {
    return names(stem + "-").stream().filter(name -> name.endsWith(END)).toList();
  }

  private List<String> names(String start) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> file.getFileName().toString().startsWith(start))) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    Collections.sort(names);
    return names;
  }
}
