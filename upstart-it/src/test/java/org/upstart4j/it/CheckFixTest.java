package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFixTest {

  private static final String BEFORE = "kill signal 9\r\nrespawn limit 5 10\nexec /bin/x";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void jobFile() throws IOException {
    file = Files.writeString(folder.resolve("web.conf"), BEFORE);
  }

  @Test
  void onlySafeFixesAreMadeUnlessAllAreWanted() throws IOException {
    Shell shell = Shell.in(folder);

    Shell.Result safe = shell.upstart("check", "--for=1.5", "--fix", "web.conf");

    assertThat(file).hasContent(BEFORE.replace("9", "KILL"));
    assertThat(safe.errors())
        .isEqualTo(
            "upstart check: fixed web.conf:1:1: Write \"kill signal KILL\" [kill-signal-number]\n");
    assertThat(safe.output())
        .contains("[limit-without-respawn]")
        .endsWith("1 unsafe fix (--fix --unsafe-fixes)\n");
    assertThat(safe.status()).isEqualTo(1);

    Shell.Result all = shell.upstart("check", "--for=1.5", "--fix", "--unsafe-fixes", "web.conf");

    assertThat(Files.readString(file))
        .isEqualTo("kill signal KILL\r\nrespawn\r\nrespawn limit 5 10\nexec /bin/x");
    assertThat(all.output()).isEqualTo("1 file checked: no problem\n");
    assertThat(all.status()).isZero();
  }

  @Test
  void aDifferenceIsOneThatPatchUnderstandsAndWritesNothing() throws IOException {
    Shell shell = Shell.in(folder);

    Shell.Result result = shell.upstart("check", "--for=1.5", "--fix", "--diff", "web.conf");

    assertThat(result.output()).startsWith("--- web.conf\n+++ web.conf\n@@ ");
    assertThat(result.status()).isEqualTo(1);
    assertThat(file).hasContent(BEFORE);
  }

  @Test
  void filesThatNobodyAskedAboutAreLeftAlone() throws IOException {
    Path other = Files.writeString(folder.resolve("other.conf"), BEFORE);
    Path partner = Files.writeString(folder.resolve("web.override"), "kill signal 9\n");

    Shell.in(folder).upstart("check", "--for=1.5", "--fix", "--unsafe-fixes", "web.conf");

    assertThat(other).hasContent(BEFORE);
    assertThat(partner).hasContent("kill signal 9\n");
  }

  @Test
  void theStandardInputIsPrintedWithItsFixes() {
    Shell.Result result =
        Shell.in(folder).sh("printf 'kill signal 9\\nnice' | upstart check --for=1.5 --fix -");

    assertThat(result.output()).isEqualTo("kill signal KILL\nnice");
    assertThat(result.errors()).contains("-:2:", " error: ");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void twoRunsAtOnceLeaveAWholeFileAndBothEndWell() throws IOException {
    Shell.Result result =
        Shell.in(folder)
            .sh(
                "upstart check --for=1.5 --fix --unsafe-fixes web.conf & first=$!;"
                    + " upstart check --for=1.5 --fix --unsafe-fixes web.conf; second=$?;"
                    + " wait $first; echo $? $second");

    assertThat(result.output()).endsWith("0 0\n");
    assertThat(Files.readString(file))
        .isEqualTo("kill signal KILL\r\nrespawn\r\nrespawn limit 5 10\nexec /bin/x");
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("check", "--diff", "web.conf").status()).isEqualTo(2);
    assertThat(shell.upstart("check", "--unsafe-fixes", "web.conf").status()).isEqualTo(2);
    assertThat(shell.upstart("check", "--fix", "-", "web.conf").status()).isEqualTo(2);
    assertThat(shell.upstart("check").status()).isEqualTo(2);
  }
}
