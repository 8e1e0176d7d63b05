package org.upstart4j.testkit;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Writes the page of a test that has failed. Whatever goes wrong, the failure stays what it is. */
final class FailurePage {

  private static final String PICTURES = "org/upstart4j/picture/";

  private FailurePage() {}

  /** Writes the page, and has the failure say where it is. */
  static void addTo(Throwable failure, ExtensionContext context, TestRun run, TestedJobs jobs) {
    if (!(failure instanceof TestAbortedException)) {
      line(failure, context, run, jobs).ifPresent(line -> Story.addLine(failure, line));
    }
  }

  /** The line about the page; nothing if there is none, and none is wanted. */
  private static Optional<String> line(
      Throwable failure, ExtensionContext context, TestRun run, TestedJobs jobs) {
    try {
      Optional<PagePlace> place = PagePlace.of(context);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      String page = FailurePicture.draw(context, failure, run, jobs);
      return Optional.of("Its jobs in pictures: " + place.get().write(page).toUri());
    } catch (NoClassDefFoundError missing) {
      return isWithoutPictures(missing) ? Optional.empty() : Optional.of(problem(missing));
    } catch (IOException | RuntimeException | Error problem) {
      return Optional.of(problem(problem));
    }
  }

  /** Who leaves upstart-picture out wants no pages. */
  private static boolean isWithoutPictures(NoClassDefFoundError missing) {
    return String.valueOf(missing.getMessage()).startsWith(PICTURES);
  }

  private static String problem(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "The page with its jobs can't be written: "
        + firstLine(problem)
        + (root == problem ? "" : ", because of " + firstLine(root));
  }

  private static String firstLine(Throwable problem) {
    return String.valueOf(problem).lines().findFirst().orElse("");
  }
}
