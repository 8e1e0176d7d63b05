package org.upstart4j.it.prove;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Notes what rows have shown, a line for each, in the file that the system property {@code
 * upstart.systemd.rows} names: the class and name of the test, the version of systemd, and whether
 * both machines did the same.
 */
final class RowResults {

  private static final @Nullable String FILE = System.getProperty("upstart.systemd.rows");
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private RowResults() {}

  static void add(boolean isSame) {
    if (FILE == null) {
      return;
    }
    STACK
        .walk(frames -> frames.filter(RowResults::isTest).findFirst())
        .ifPresent(test -> add(Path.of(FILE), test, isSame));
  }

  private static boolean isTest(StackFrame frame) {
    try {
      return frame
          .getDeclaringClass()
          .getDeclaredMethod(frame.getMethodName(), frame.getMethodType().parameterArray())
          .isAnnotationPresent(Test.class);
    } catch (NoSuchMethodException notAMethod) {
      return false;
    }
  }

  private static void add(Path file, StackFrame test, boolean isSame) {
    String line =
        "%s\t%s\t%s\t%s\n"
            .formatted(
                test.getDeclaringClass().getSimpleName(),
                test.getMethodName(),
                TestedSystemd.host().version(),
                isSame ? "same" : "differs");
    try {
      Files.writeString(file, line, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
