package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands that take long say on a terminal. */
class WaitingLineTest {

  private static final String ERASE = "\r\u001b[K";

  /** Two wide characters, in a way that a shell understands in any locale. */
  private static final String WIDE = "\\346\\227\\245\\346\\234\\254";

  /** They, and the character that begins a command to the terminal. */
  private static final String VARIABLE = "WIDE=$(printf '" + WIDE + "\\033" + WIDE.repeat(4) + "')";

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Served.job(folder, "slow", "pre-start exec sleep 1000\nexec sleep 1000\n");
    Served.job(folder, "one", "start on go\npre-start exec sleep 1000\nexec sleep 1000\n");
    Served.job(
        folder,
        "two",
        "start on wide\ninstance $WIDE\npre-start exec sleep 1000\nexec sleep 1000\n");
    served = Served.in(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  /** Upstart itself leaves such a process alone, also when its job is stopped. */
  private void endPreStart(String job) {
    served.shell().sh("kill $(upstart status " + job + " | sed 's/.*process //')");
  }

  @Test
  void aStartThatTakesLongSaysHowTheJobStandsAndTakesItBack() {
    try (Running start = Running.inTerminal(served.shell(), "upstart start slow")) {
      start.await("\rslow start/pre-start, process ").await(", for 2 s\u001b[K");
      endPreStart("slow");

      assertThat(start.end()).isEqualTo(1);
      assertThat(start.output())
          .matches(
              "(?s)(\rslow start/pre-start, process \\d+, for \\d+ s\u001b\\[K)+"
                  + "(\rslow [a-z/-]+(, process \\d+)?, for \\d+ s\u001b\\[K)*"
                  + "\r\u001b\\[Kupstart: .*");
    }
  }

  @Test
  void anEventThatTakesLongSaysWhichJobHoldsIt() {
    try (Running emit = Running.inTerminal(served.shell(), "upstart emit go")) {
      emit.await("\rgo waits for one start/pre-start, process ").await(" s\u001b[K");
      endPreStart("one");
      emit.end();

      assertThat(emit.output()).contains(ERASE);
    }
  }

  @Test
  void theLineIsCutToTheTerminalAndCommandsItNothing() {
    try (Running emit =
        Running.inTerminal(served.shell(), "stty cols 54; upstart emit wide " + VARIABLE)) {
      emit.await("\rwide waits for two (日本\\x1b日本日本日本日本) start/p\u001b[K");
      endPreStart("two " + VARIABLE);
      emit.end();

      assertThat(emit.output().replace("\u001b[K", "")).doesNotContain("\u001b");
    }
  }

  @Test
  void theLineIsTakenBackOnSigint() {
    try (Running start = Running.inTerminal(served.shell(), "upstart start slow")) {
      start.await("\rslow start/pre-start, process ");
      start.type("\u0003");
      start.end();

      assertThat(start.output()).endsWith(ERASE);
    }
  }

  /** All wait at once, for longer than it takes until the line would be shown. */
  @Test
  void nobodyElseGetsIt() {
    Shell shell = served.shell();
    shell.sh("ln -sf " + Project.file("bin/upstart") + " initctl");
    String line =
        String.join(
            " & ",
            "timeout 4 upstart emit wide WIDE=a --quiet",
            "timeout 4 upstart emit wide WIDE=b --json",
            "TERM=dumb timeout 4 upstart emit wide WIDE=c",
            "timeout 4 ./initctl emit wide WIDE=d",
            "timeout 4 upstart emit wide WIDE=e 2>piped",
            "upstart emit wide WIDE=f --no-wait",
            "upstart stop slow",
            "wait; cat piped");
    try (Running all = Running.inTerminal(shell, line)) {
      all.end();

      assertThat(all.output()).doesNotContain("\u001b", "pre-start").contains("Unknown instance");
    }
  }
}
