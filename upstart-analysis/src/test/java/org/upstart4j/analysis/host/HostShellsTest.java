package org.upstart4j.analysis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.analysis.platform.ShellSyntax.Refusal;

class HostShellsTest {

  private final HostShells shells = HostShells.find();

  @TempDir private Path folder;

  private void assume(Shell shell) {
    assumeTrue(shells.program(shell).isPresent(), () -> "there is no " + shell + " here");
  }

  @ParameterizedTest
  @EnumSource
  void aShellNamesTheLineThatItCannotRead(Shell shell) {
    assume(shell);
    assertThat(shells.refusal(shell, "a\nif b; then\n  c\nfi\nfi\n"))
        .map(Refusal::line)
        .contains(5);
    assertThat(shells.refusal(shell, "echo it works\n")).isEmpty();
  }

  @Test
  void theKindOfShellDecides() {
    assume(Shell.DASH);
    assume(Shell.BASH);
    assertThat(shells.refusal(Shell.DASH, "a=(1)\n")).isPresent();
    assertThat(shells.refusal(Shell.BASH, "a=(1)\n")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfAScriptIsRun(Shell shell) {
    assume(shell);
    Path trace = folder.resolve("trace");
    String touch = "touch '" + trace + "'";
    shells.refusal(shell, touch + "\n");
    shells.refusal(shell, "cat <<X\n$(" + touch + ")\n`" + touch + "`\nX\n");
    shells.refusal(shell, "set +n\n" + touch + "\n: ${X:=$(" + touch + ")}\n");
    shells.refusal(shell, "trap '" + touch.replace("'", "") + "' EXIT\nfi\n");
    assertThat(trace).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void aLargeScriptIsReadToItsEnd(Shell shell) {
    assume(shell);
    assertThat(shells.refusal(shell, "echo some words\n".repeat(20_000) + "fi\n"))
        .map(Refusal::line)
        .contains(20_001);
  }

  @Test
  void aShellThatNeverEndsOrNeverStopsTalkingRefusesNothing() throws IOException {
    assume(Shell.DASH);
    Path talker = folder.resolve("talker");
    Files.writeString(talker, "#!/bin/sh\nwhile :; do echo 'x: 1: y'; done\n");
    assertThat(talker.toFile().setExecutable(true)).isTrue();
    assertThat(HostShells.of(Shell.DASH, talker).refusal(Shell.DASH, "x")).isNotNull();
  }

  @Test
  void aProgramThatIsNotThereRefusesNothing() {
    HostShells none = HostShells.of(Shell.DASH, folder.resolve("none"));
    assertThat(none.refusal(Shell.DASH, "fi\n")).isEmpty();
    assertThat(none.program(Shell.BASH)).isEmpty();
    assertThat(none.refusal(Shell.BASH, "fi\n")).isEmpty();
  }

  @Test
  void oddBytesAndNulsAreBorne() {
    assume(Shell.DASH);
    assertThat(shells.refusal(Shell.DASH, "echo \udcff \0 é\r\n")).isEmpty();
  }
}
