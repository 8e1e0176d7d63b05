package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the output of jobs goes. */
class OutputTest {

  @TempDir Path folder;

  private void job(String name, String... lines) {
    Container.job(folder, name, lines);
  }

  /** Runs until the job {@code main} has ended. */
  private String output(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--exit-with";
    all[1] = "main";
    System.arraycopy(options, 0, all, 2, options.length);
    try (Container container = Container.start(folder, all)) {
      assertThat(container.end()).isZero();
      return container.output();
    }
  }

  @Test
  void eachLineHasTheNameOfItsJobAndInstance() {
    job("main", "start on startup", "task", "exec sh -c 'echo one; echo two >&2'");
    job("web", "instance $PORT", "env PORT=8080", "start on starting main", "task", "exec echo up");

    assertThat(output()).isEqualTo("web/8080: up\nmain: one\nmain: two\n");
  }

  @Test
  void theLastWordsAreThereWithoutAnEndOfTheLine() {
    job("main", "start on startup", "task", "exec printf 'a\\nb'");

    assertThat(output()).isEqualTo("main: a\nmain: b\n");
  }

  @Test
  void nothingIsLostOrMixedUp() {
    String loop =
        "i=0; while [ $i -lt 2000 ]; do echo $i " + "x".repeat(500) + "; i=$((i+1)); done";
    job("main", "start on stopped one and stopped two", "task", "exec true");
    job("one", "start on startup", "task", "script", loop, "end script");
    job("two", "start on startup", "task", "script", loop, "end script");

    List<String> lines = output().lines().toList();
    for (String job : List.of("one", "two")) {
      List<String> own = lines.stream().filter(line -> line.startsWith(job + ": ")).toList();
      assertThat(own).hasSize(2000);
      for (int i = 0; i < own.size(); i++) {
        assertThat(own.get(i)).isEqualTo(job + ": " + i + " " + "x".repeat(500));
      }
    }
  }

  @Test
  void longLinesStayWhole() {
    job(
        "main",
        "start on startup",
        "task",
        "exec sh -c 'head -c 300000 /dev/zero | tr \"\\\\0\" y; echo'");

    assertThat(output()).isEqualTo("main: " + "y".repeat(300_000) + "\n");
  }

  @Test
  void itCanBeJson() {
    job(
        "main",
        "start on startup",
        "task",
        "script",
        "printf 'caf\\303\\251 \\377 \"q\"\\n'",
        "end script");

    assertThat(output("--logs", "json"))
        .matches(
            "\\{\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\",\"job\":\"main\","
                + "\"instance\":\"\",\"line\":\"caf\\\\u00e9 \\\\udcff \\\\\"q\\\\\"\"}\n");
  }

  @Test
  void itCanGoToFiles() {
    job("main", "start on startup", "task", "exec echo hello");
    Path logs = folder.resolve("logs");

    assertThat(output("--logdir", logs.toString())).isEmpty();
    assertThat(logs.resolve("main.log")).hasContent("hello\n");
  }

  @Test
  void itCanBeThrownAway() {
    job("main", "start on startup", "task", "exec echo hello");

    assertThat(output("--logs", "none")).isEmpty();
  }

  @Test
  void theConsoleIsTheStandardOutputAndNoneIsNothing() {
    job("main", "start on startup", "task", "console output", "exec echo output");
    job("silent", "start on starting main", "task", "console none", "exec echo none");

    assertThat(output()).isEqualTo("main: output\n");
  }

  /** Starts one that prints to a pipe, which a command has for its input. */
  private Container printingTo(String reader) {
    String shell = "mkfifo \"$0/pipe\"; " + reader + " <\"$0/pipe\" & exec \"$@\" >\"$0/pipe\"";
    return Container.startAs(folder, List.of("sh", "-c", shell, folder.toString()));
  }

  @Test
  void aJobOfAnotherUserMayOpenItsStandardOutput() {
    job(
        "main",
        "start on startup",
        "task",
        "setuid nobody",
        "exec sh -c 'echo out >/dev/stdout; echo err >/dev/stderr'");

    assertThat(output()).isEqualTo("main: out\nmain: err\n");
  }

  @Test
  void aReaderThatHasGoneStopsNobody() {
    job("main", "start on startup", "exec sh -c 'while :; do echo line; sleep 0.1; done'");

    try (Container container = printingTo("head -n 1")) {
      container.awaitLog("the output of jobs is lost: Broken pipe\n");
      assertThat(container.upstart("health", "main").status()).isZero();
      container.signal("TERM");

      assertThat(container.end()).isZero();
    }
  }

  @Test
  void aReaderThatDoesNotReadHoldsUpOnlyWhoPrints() {
    job("main", "start on startup", "exec yes");
    job(
        "other",
        "start on started main",
        "exec sleep 1000",
        "pre-stop exec touch " + folder + "/x");

    try (Container container = printingTo("sleep 1000")) {
      container.awaitLog("booted: main, other run\n");
      assertThat(container.upstart("restart", "other").status()).isZero();
      assertThat(Files.exists(folder.resolve("x"))).isTrue();
      container.signal("TERM");

      assertThat(container.end()).isZero();
    }
  }
}
