package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.it.Shell.Result;

/** What somebody sees who does not know the command line yet. */
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
  void whatIsNoCommandIsSaidInTheNameOfUpstart() {
    assertThat(shell.sh("upstart").errors())
        .isEqualTo("upstart: missing command\nTry `upstart --help' for more information.\n");
    assertThat(shell.sh("upstart strat web").errors())
        .startsWith("upstart: invalid command: strat\n");
  }
}
