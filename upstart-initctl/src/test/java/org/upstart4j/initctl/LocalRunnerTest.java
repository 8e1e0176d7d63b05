package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

@Timeout(300)
class LocalRunnerTest {

  private static CommandResult run(Command command) {
    return CommandRunner.local().run(command, Deadline.of(Wait.atMost(Duration.ofSeconds(60))));
  }

  @Test
  void wordsGetThereAsTheyAre() {
    assertThat(run(Command.of("printf", "%s|", "a b", "$HOME", "", "-n", "\u00e9\\n")).output())
        .isEqualTo("a b|$HOME||-n|\u00e9\\n|");
  }

  @Test
  void variablesAreSetAndUnset() {
    Command command =
        new Command(
            List.of("sh", "-c", "echo $A ${HOME-none}"), Map.of("A", "\u00e9"), Set.of("HOME"), 99);

    assertThat(run(command).output()).isEqualTo("\u00e9 none\n");
  }

  @Test
  void aProgramGetsNoInput() {
    assertThat(run(Command.of("cat")).output()).isEmpty();
  }

  @Test
  void bothOutputsMayBeLargerThanAnyPipe() {
    CommandResult result =
        run(
            Command.of(
                "sh", "-c", "head -c 1000000 /dev/zero >&2; head -c 1000000 /dev/zero; exit 7"));

    assertThat(result.status()).isEqualTo(7);
    assertThat(result.output()).hasSize(1_000_000);
    assertThat(result.errors()).hasSize(1_000_000);
  }

  @Test
  void aDeadlineThatHasPassedEndsItAtOnce() {
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(
            () ->
                CommandRunner.local()
                    .run(Command.of("true"), Deadline.of(Wait.atMost(Duration.ZERO))));
  }

  @Test
  void whatIsNoCommandIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(Command::of);
    assertThatIllegalArgumentException().isThrownBy(() -> Command.of(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Command.of("a", "b\0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(List.of("a"), Map.of("A=B", ""), Set.of(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(List.of("a"), Map.of("A", "\0"), Set.of(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(List.of("a"), Map.of(), Set.of(""), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(List.of("a=b"), Map.of("A", ""), Set.of(), 1).asWords());
    assertThatIllegalArgumentException().isThrownBy(CommandRunner::through);
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertThatExceptionOfType(UpstartUnavailableException.class)
        .isThrownBy(() -> run(Command.of("no-such-program", "version")))
        .withMessage("there is no program \"no-such-program\" on this machine");
  }

  @Test
  void aCommandShowsNoVariables() {
    assertThat(new Command(List.of("a", "b"), Map.of("SECRET", "x"), Set.of(), 1))
        .hasToString("a b");
  }
}
