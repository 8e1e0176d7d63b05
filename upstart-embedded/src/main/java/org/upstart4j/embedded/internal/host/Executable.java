package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.upstart4j.Environment;

/**
 * Says in advance whether a program can be run, as {@code execvp} would: a launcher that has let go
 * of the engine can no longer say it.
 *
 * @param root the root directory that the process will have
 * @param folder the folder that it will be in
 * @param access as whom it will run
 */
record Executable(Root root, Path folder, Access access) {

  /** Where the C library looks if there is no {@code PATH}. */
  private static final String USUAL_PATH = "/bin:/usr/bin";

  /** How many interpreters in a row may have interpreters. */
  private static final int MOST_INTERPRETERS = 5;

  private static final String STEP = "unable to execute";

  /**
   * Checks a program.
   *
   * @param program the program, as the command begins
   * @param environment the process's variables
   * @throws SetupException if it cannot be run
   */
  void check(String program, Environment environment) throws SetupException {
    try {
      if (program.indexOf('/') >= 0) {
        check(program, MOST_INTERPRETERS);
      } else {
        search(program, environment.get("PATH").orElse(USUAL_PATH));
      }
    } catch (InvalidPathException unsayable) {
      // This JVM's locale has no such file names. The kernel will know.
    } catch (IOException e) {
      throw new SetupException(STEP, e);
    }
  }

  /** A file that may not be run is only what matters if no other can be. */
  private void search(String program, String path) throws IOException {
    IOException denied = null;
    if (!program.isEmpty()) {
      for (String place : path.split(":", -1)) {
        try {
          check(place.isEmpty() ? "./" + program : place + "/" + program, MOST_INTERPRETERS);
          return;
        } catch (AccessDeniedException e) {
          denied = e;
        } catch (IOException next) {
          // It is not there.
        }
      }
    }
    throw denied == null ? new NoSuchFileException(program) : denied;
  }

  private void check(String program, int interpreters) throws IOException {
    Path file = root.resolve(folder.resolve(program)).toRealPath();
    if (program.endsWith("/") && Files.isRegularFile(file)) {
      throw new FileSystemException(program, null, SetupException.NO_FOLDER);
    }
    if (!Files.isRegularFile(file) || !access.mayRun(file, root.folder())) {
      throw new AccessDeniedException(program);
    }
    String interpreter = ProgramImage.interpreter(file).orElse("");
    if (!interpreter.isEmpty() && interpreters > 0) {
      check(interpreter, interpreters - 1);
    }
  }
}
