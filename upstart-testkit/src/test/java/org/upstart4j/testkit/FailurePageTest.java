package org.upstart4j.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.upstart4j.UpstartListener;

/** The page that a test writes when it fails. */
class FailurePageTest {

  private static final String NASTY = "<img src=x onerror=alert(1)>";

  @TempDir private Path folder;

  static class Fails {

    @RegisterExtension
    UpstartExtension upstart =
        UpstartExtension.job("web", "start on deployed\nexec /usr/sbin/web\n")
            .withJob(NASTY, "start on started web\nexec x\n");

    @Test
    void runs() {
      upstart.emit("deployed");
      assertThat(upstart.job("web")).isStopped();
    }
  }

  @Test
  void aTestThatFailsSaysWhereItsPageIs() throws IOException {
    Throwable failure = failure(Fails.class);

    Path page = page(failure).orElseThrow();
    assertThat(page)
        .hasParentRaw(folder)
        .hasFileName("org.upstart4j.testkit.FailurePageTest$Fails.runs.html");
    assertThat(Files.readString(page))
        .startsWith("<!doctype html>")
        .contains("<h1>Fails.runs failed</h1>")
        .contains("data-name=\"web\"")
        .contains("web start/running")
        .contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline\"")
        .contains("data-job=\"web\"")
        .contains("It failed at ");
  }

  @Test
  void theFailureIsTheSameAsWithoutAPage() {
    Throwable without = Launched.failureOf(Fails.class);
    Throwable with = failure(Fails.class);

    assertThat(with).hasSameClassAs(without).hasMessage(without.getMessage());
    assertThat(with.getSuppressed()).hasSize(without.getSuppressed().length + 1);
  }

  @Test
  void whateverJobsAreCalledIsText() throws IOException {
    Path page = page(failure(Fails.class)).orElseThrow();

    assertThat(Files.readString(page)).contains("&lt;img src=x").doesNotContain("<img");
  }

  static class Passes {

    @RegisterExtension UpstartExtension upstart = UpstartExtension.job("web", "exec web\n");

    @Test
    void runs() {
      upstart.start("web");
    }

    @Test
    void isLeftOut() {
      assumeThat(upstart.job("web").status().isRunning()).isTrue();
    }
  }

  @Test
  void aTestThatPassesOrIsLeftOutHasNoPage() throws IOException {
    assertThat(Launched.run(Passes.class, folder.toString()))
        .extracting(TestExecutionResult::getStatus)
        .containsExactlyInAnyOrder(
            TestExecutionResult.Status.SUCCESSFUL, TestExecutionResult.Status.ABORTED);

    assertThat(pages()).isEmpty();
  }

  static class LeavesASubscription {

    @RegisterExtension UpstartExtension upstart = UpstartExtension.job("web", "exec web\n");

    @Test
    void leaves() {
      upstart.upstart().subscribe(new UpstartListener() {});
    }
  }

  @Test
  void aTestThatLeavesSomethingBehindHasAPageToo() {
    Throwable failure = failure(LeavesASubscription.class);

    assertThat(failure).hasMessageStartingWith("The test leaves behind:");
    assertThat(page(failure).orElseThrow()).isRegularFile();
  }

  static class FailsOften {

    @RegisterExtension UpstartExtension upstart = UpstartExtension.job("web", "exec web\n");

    @ParameterizedTest
    @ValueSource(strings = {"a", "../../b", NASTY})
    void with(String value) {
      throw new IllegalStateException(value);
    }

    @RepeatedTest(2)
    void again() {
      throw new IllegalStateException();
    }

    @Test
    void overloaded() {
      throw new IllegalStateException();
    }

    @Test
    void overloaded(org.upstart4j.Upstart any) {
      throw new IllegalStateException();
    }

    @Nested
    class Inside {

      @Test
      void overloaded() {
        throw new IllegalStateException();
      }
    }
  }

  @Test
  void everyTestHasAPageOfItsOwn() throws IOException {
    assertThat(Launched.run(FailsOften.class, folder.toString())).hasSize(8);

    String name = "org.upstart4j.testkit.FailurePageTest$FailsOften";
    assertThat(pages())
        .containsExactlyInAnyOrder(
            name + ".with[1].html",
            name + ".with[2].html",
            name + ".with[3].html",
            name + ".again[1].html",
            name + ".again[2].html",
            name + ".overloaded().html",
            name + ".overloaded(org.upstart4j.Upstart).html",
            name + "$Inside.overloaded.html");
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    assertThat(PageName.safe("a.B.c")).isEqualTo("a.B.c");
    assertThat(PageName.safe("../../etc/passwd")).startsWith(".._.._etc_passwd-");
    assertThat(PageName.safe("web starts")).isNotEqualTo(PageName.safe("web/starts"));
    assertThat(PageName.safe("x".repeat(5000))).hasSizeLessThan(200);
    assertThat(PageName.safe("\u0000\u202eß𝄞")).matches("[\\w.-]+");
  }

  @Test
  void pagesCanBeSwitchedOff() throws IOException {
    Throwable failure = Launched.failureOf(Fails.class);

    assertThat(page(failure)).isEmpty();
    assertThat(lines(failure)).noneMatch(line -> line.contains("pictures"));
  }

  @Test
  void aPageThatCannotBeWrittenIsToldInOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Throwable failure = Launched.failure(Launched.run(Fails.class, file.toString()).get(0));

    assertThat(failure).hasMessageContaining("web");
    assertThat(lines(failure))
        .filteredOn(line -> line.startsWith("The page with its jobs can't be written: "))
        .hasSize(1)
        .allMatch(line -> line.lines().count() == 1 && line.contains(file.toString()));
    assertThat(pages()).containsExactly("file");
  }

  @Test
  void withoutTheArtifactForPicturesThereIsNoPageAndNoError() throws Exception {
    Class<?> fails = new Without("org.upstart4j.picture.").loadClass(Fails.class.getName());

    Throwable failure = failure(fails);

    assertThat(failure).hasMessageContaining("web");
    assertThat(failure.getSuppressed()).isEmpty();
    assertThat(pages()).isEmpty();
  }

  @Test
  void aPictureThatCannotBeDrawnIsToldInOneLine() throws Exception {
    Class<?> fails = new Without("org.eclipse.elk.").loadClass(Fails.class.getName());

    assertThat(lines(failure(fails)))
        .hasSize(1)
        .allMatch(line -> line.startsWith("The page with its jobs can't be written: "))
        .allMatch(line -> line.contains("org.eclipse.elk"));
    assertThat(pages()).isEmpty();
  }

  @Test
  void pagesBelongToWhatMavenHasBuiltUnlessSomebodySaysOtherwise() throws IOException {
    Throwable failure = Launched.failure(Launched.run(Fails.class, "").get(0));

    Path page = page(failure).orElseThrow();
    assertThat(page).endsWith(Path.of("target", "upstart", page.getFileName().toString()));
    Files.delete(page);
  }

  @Test
  void pagesBelongToWhatGradleHasBuilt() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("build/classes/java/test"));
    Files.createFile(folder.resolve("build.gradle.kts"));

    Class<?> copy = Copied.into(classes, Fails.class);

    assertThat(PagePlace.build(copy)).isEqualTo(folder.resolve("build"));
  }

  private Throwable failure(Class<?> test) {
    return Launched.failure(Launched.run(test, folder.toString()).get(0));
  }

  private static List<String> lines(Throwable failure) {
    return Arrays.stream(failure.getSuppressed()).map(Throwable::toString).toList();
  }

  private static Optional<Path> page(Throwable failure) {
    return lines(failure).stream()
        .filter(line -> line.startsWith("Its jobs in pictures: "))
        .map(line -> Path.of(URI.create(line.substring(line.indexOf("file:")))))
        .findFirst();
  }

  private List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
