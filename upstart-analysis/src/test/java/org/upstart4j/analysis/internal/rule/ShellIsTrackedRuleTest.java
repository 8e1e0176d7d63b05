package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class ShellIsTrackedRuleTest {

  private final ScriptFindings ubuntu = ScriptFindings.of(Rule.SHELL_IS_TRACKED);
  private final ScriptFindings centos = ScriptFindings.of(Rule.SHELL_IS_TRACKED, "rhel-6");

  @Test
  void aServiceThatTheShellWaitsForIsFoundAtItsLine() {
    assertThat(ubuntu.ofScript("OPTS=-d\n/usr/sbin/shopd $OPTS"))
        .containsExactly("5: Upstart tracks the shell, not \"/usr/sbin/shopd $OPTS\"");
    assertThat(ubuntu.ofScript("cd /srv && ./run"))
        .containsExactly("4: Upstart tracks the shell, not \"./run\"");
    assertThat(ubuntu.ofScript("if [ -f x ]; then\n./a\nelse\nexec ./b\nfi"))
        .containsExactly("5: Upstart tracks the shell, not \"./a\"");
    assertThat(ubuntu.ofScript("run() { ./a; }\nrun"))
        .containsExactly("4: Upstart tracks the shell, not \"./a\"");
  }

  @Test
  void aPipeKeepsTheShell() {
    assertThat(ubuntu.ofExec("/usr/sbin/shopd 2>&1 | logger -t shop")).hasSize(1);
    assertThat(ubuntu.ofScript("exec /usr/sbin/shopd 2>&1 | logger -t shop")).hasSize(1);
  }

  @Test
  void suAndSudoStayBeforeTheService() {
    assertThat(ubuntu.ofExec("su shop -c \"/usr/sbin/shopd -f\""))
        .containsExactly("3: Upstart tracks su, not \"/usr/sbin/shopd -f\"");
    assertThat(ubuntu.ofExec("su - shop -c 'cd /srv; ./run'"))
        .containsExactly("3: Upstart tracks su, not \"./run\"");
    assertThat(ubuntu.ofExec("sudo -u shop /usr/sbin/shopd"))
        .containsExactly("3: Upstart tracks sudo, not \"sudo -u shop /usr/sbin/shopd\"");
    assertThat(ubuntu.ofExec("sh -c '/usr/sbin/shopd -f'"))
        .containsExactly("3: Upstart tracks the shell, not \"/usr/sbin/shopd -f\"");
    assertThat(ubuntu.ofScript("su shop -c /usr/sbin/shopd"))
        .containsExactly("4: Upstart tracks the shell, not \"/usr/sbin/shopd\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec /usr/sbin/shopd",
        ". /etc/default/shop\nexec /usr/sbin/shopd $OPTS >>/var/log/shop.log 2>&1",
        "while true; do\n/usr/bin/poll\nsleep 5\ndone",
        "for i in 1 2; do /usr/bin/poll; done",
        "/usr/sbin/shopd &\nwait",
        "trap 'rm /run/x' EXIT\n/usr/sbin/shopd",
        "mkdir -p /run/shop",
        "/etc/init.d/shop start",
        "service shop start",
        "/opt/shop/ctl start",
        "./a || exit 1",
        "exit 0",
        "[ -x ./a ] || exit 0\nexec ./a",
        "exec su -s /bin/sh -c 'exec \"$0\" \"$@\"' shop -- ./a",
        "exec bash -c '/usr/sbin/shopd -f'",
        "exec sudo -u shop sh -c 'cd /srv; exec ./a'",
        "grep x y | while read l; do ./a $l; done",
        ""
      })
  void whatIsNoServiceOrIsTrackedItselfIsLeftAlone(String script) {
    assertThat(ubuntu.ofScript(script)).isEmpty();
  }

  @Test
  void aJobThatMayEndIsLeftAlone() {
    assertThat(ubuntu.messages("start on startup\nscript\n/usr/bin/prepare\nend script\n"))
        .isEmpty();
    assertThat(ubuntu.messages("task\nrespawn\nscript\n/usr/bin/prepare\nend script\n")).isEmpty();
    assertThat(ubuntu.messages("start on startup\nscript\nnode app.js\nend script\n")).hasSize(1);
    assertThat(ubuntu.messages("script\n/usr/sbin/shopd\nend script\n")).hasSize(1);
    assertThat(ubuntu.messages("expect fork\nrespawn\nscript\n./a\nend script\n")).isEmpty();
    assertThat(ubuntu.messages("expect stop\nrespawn\nscript\n./a\nend script\n")).hasSize(1);
    assertThat(ubuntu.messages("respawn\npre-start script\n./a\nend script\n")).isEmpty();
  }

  @Test
  void bashGivesItselfToTheOnlyCommandOfOneLine() {
    assertThat(centos.ofScript("/usr/sbin/shopd -f")).isEmpty();
    assertThat(centos.ofScript("/usr/sbin/shopd -f >/dev/null")).hasSize(1);
    assertThat(centos.ofScript("cd /\n/usr/sbin/shopd -f")).hasSize(1);
    assertThat(ubuntu.ofScript("/usr/sbin/shopd -f")).hasSize(1);
  }

  @Test
  void theFixPutsExecWhereItHelpsAndIsUnsafe() {
    String job = ScriptFindings.service("cd /srv\nA=1 su shop -c \"./run -f\"");
    assertThat(ubuntu.in(job)).allMatch(finding -> !finding.fix().orElseThrow().safe());
    assertThat(ubuntu.fixed(job)).contains("A=1 exec su shop -c \"exec ./run -f\"\n");
    assertThat(ubuntu.messages(ubuntu.fixed(job))).isEmpty();
  }

  @Test
  void whatToWriteIsKnownToTheTarget() {
    assertThat(ubuntu.in("respawn\nexec sudo -u shop ./run\n").get(0).reason())
        .contains("stanza \"setuid\"");
    assertThat(centos.in("respawn\nexec sudo -u shop ./run\n").get(0).reason())
        .doesNotContain("stanza \"setuid\"");
  }
}
