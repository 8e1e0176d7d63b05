package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.it.Shell.Result;

/** What a user sees who does not know the command line yet. */
class UpstartHelpTest {

  private final Shell shell = Shell.in(Project.root());

  @Test
  void helpListsAllCommands() {
    Result help = shell.sh("upstart help");

    assertThat(help.status()).isZero();
    assertThat(help.output())
        .isEqualTo(shell.sh("upstart --help").output())
        .contains("\n  start ", "\n  monitor ", "\n  check ");
  }

  @Test
  void helpWithACommandExplainsIt() {
    assertThat(shell.sh("upstart help start").output())
        .startsWith("Usage: upstart start ")
        .isEqualTo(shell.sh("upstart start --help").output());
    assertThat(shell.sh("upstart help check").output())
        .startsWith("Usage: upstart check ")
        .isEqualTo(shell.sh("upstart check --help").output());
  }

  @Test
  void commandsStandInGroups() {
    String help = shell.sh("upstart help").output();

    assertThat(help).contains("\nJobs:\n  start ", "\nJob files:\n", "\nThis program:\n  help ");
    for (String command : List.of("start", "ensure", "emit", "set-env", "check", "serve", "man")) {
      assertThat(help).containsOnlyOnce("\n  " + command + " ");
    }
  }

  @Test
  void everyCommandHasTheShortOptionForHelp() {
    for (String command : List.of("start", "list", "check", "wait", "help")) {
      Result help = shell.sh("upstart " + command + " -h");

      assertThat(help.output()).startsWith("Usage: upstart " + command + " ");
      assertThat(help.status()).isZero();
    }
    assertThat(shell.sh("upstart -h").output()).startsWith("Usage: upstart [OPTION]... COMMAND ");
    assertThat(shell.sh("initctl list -h").errors()).startsWith("initctl: invalid option: -h\n");
  }

  @Test
  void upstartAloneExplainsItself() {
    Result alone = shell.sh("upstart");

    assertThat(alone.output()).isEqualTo(shell.sh("upstart --help").output());
    assertThat(alone.errors()).isEmpty();
    assertThat(alone.status()).isZero();
    assertThat(shell.sh("initctl").errors())
        .isEqualTo("initctl: missing command\nTry `initctl --help' for more information.\n");
    assertThat(shell.sh("initctl").status()).isEqualTo(1);
  }

  @Test
  void whatIsNoCommandIsSaidInTheNameOfUpstart() {
    assertMisuse("upstart --json", "upstart: missing command\nTry: upstart --help\n");
    assertMisuse(
        "upstart strat web",
        "upstart: invalid command: strat\nupstart: did you mean start?\nTry: upstart --help\n");
    assertMisuse(
        "upstart star web",
        "upstart: invalid command: star\nupstart: did you mean start?\nTry: upstart --help\n");
    assertMisuse("upstart nothing", "upstart: invalid command: nothing\nTry: upstart --help\n");
    assertMisuse(
        "upstart help chek",
        "upstart: invalid command: chek\nupstart: did you mean check?\nTry: upstart help --help\n");
  }

  @Test
  void argumentsThatDoNotFitAreMisuse() {
    assertMisuse(
        "upstart start --jsn web",
        "upstart: invalid option: --jsn\nupstart: did you mean --json?\nTry: upstart start --help\n");
    assertMisuse("upstart start", "upstart: missing job name\nTry: upstart start --help\n");
    assertMisuse("upstart log", "upstart log: missing JOB\nTry: upstart log --help\n");
    assertMisuse(
        "upstart log a b", "upstart log: one argument too many: b\nTry: upstart log --help\n");
    assertMisuse(
        "upstart log a -n x",
        "upstart log: -n takes a number from 0 up, not x\nTry: upstart log --help\n");
    assertMisuse(
        "upstart --system check a.conf",
        "upstart check: invalid option: --system\nTry: upstart check --help\n");
  }

  private void assertMisuse(String line, String errors) {
    Result result = shell.sh(line);

    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).isEqualTo(errors);
    assertThat(result.status()).isEqualTo(2);
  }
}
