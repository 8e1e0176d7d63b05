package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Adds one to the number in a job file, again and again, and reads it again if it was changed. */
final class Adder {

  private Adder() {}

  public static void main(String... arguments) throws IOException {
    add(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  static int add(Path path, int times) throws IOException {
    int added = 0;
    while (added < times) {
      JobFile before = JobFile.read(path);
      try {
        JobFile.parse("nice " + (value(before) + 1) + "\n").write(path, before);
        added++;
      } catch (JobFileChangedException somebodyElseWasFaster) {
        // once more
      }
    }
    return added;
  }

  static int value(Path path) throws IOException {
    return value(JobFile.parse(Files.readAllBytes(path)));
  }

  private static int value(JobFile file) {
    return Integer.parseInt(file.toString().substring("nice ".length()).strip());
  }
}
