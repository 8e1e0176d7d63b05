package org.upstart4j.analysis.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;

class ExpectMismatchRuleTest {

  private final ScriptFindings ubuntu = ScriptFindings.of(Rule.EXPECT_MISMATCH);

  private List<String> forking(String script) {
    return ubuntu.messages("expect fork\nscript\n" + script + "\nend script\n");
  }

  @Test
  void aForkBeforeTheServiceIsFoundAtTheStanza() {
    assertThat(forking("HOST=$(hostname)\nexec shopd -h $HOST"))
        .containsExactly("1: \"expect fork\" follows \"$(hostname)\", not the service");
    assertThat(forking("mkdir -p /run/shop\nexec shopd"))
        .containsExactly("1: \"expect fork\" follows \"mkdir -p /run/shop\", not the service");
    assertThat(forking("echo a | logger\nexec shopd")).hasSize(1);
    assertThat(forking("su x -c 'touch y'\nexec shopd")).hasSize(1);
    assertThat(forking("(cd /x; ./a)\nexec shopd")).hasSize(1);
    assertThat(ubuntu.messages("expect daemon\nexec shopd -h `hostname`\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "su - shop -c \"/usr/sbin/shopd\"",
        "su -s /bin/sh -c 'exec /usr/sbin/shopd -d' shop",
        "su shop -c shopd",
        "/sbin/runuser shop -c shopd",
      })
  void suForksBeforeTheService(String command) {
    assertThat(ubuntu.messages("expect daemon\nexec " + command + "\n"))
        .hasSize(1)
        .first()
        .asString()
        .matches("1: \"expect daemon\" follows the fork of (su|runuser), not the service's");
    assertThat(forking("cd /srv/shop\nexec " + command)).hasSize(1);
    assertThat(ubuntu.messages("expect stop\nexec " + command + "\n")).isEmpty();
    assertThat(ubuntu.ofExec(command)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec shopd",
        ". /etc/default/shop\nulimit -n 5\nexport A=1\n[ -f x ] && A=2\nexec shopd $A",
        "shopd &",
        "shopd",
        "shopd & echo started",
        "if [ ! -d /run/x ]; then mkdir /run/x; fi\nexec shopd",
        "[ -x /sbin/restorecon ] && /sbin/restorecon /run\nexec shopd",
        "f() { hostname; }\nexec shopd",
      })
  void aScriptThatForksForTheServiceFirstIsLeftAlone(String script) {
    assertThat(forking(script)).isEmpty();
  }

  @Test
  void programsThatAModernDashRunsAreNotFollowed() {
    ScriptFindings chromeos = ScriptFindings.of(Rule.EXPECT_MISMATCH, "chromeos");
    assertThat(chromeos.messages("expect fork\nscript\nlogger x\nexec shopd\nend script\n"))
        .isEmpty();
    assertThat(chromeos.messages("expect fork\nscript\nA=$(b)\nexec shopd\nend script\n"))
        .hasSize(1);
  }

  @Test
  void anOptionForTheForegroundNeedsNoExpect() {
    assertThat(ubuntu.messages("expect daemon\nexec nginx -g \"daemon off;\"\n"))
        .containsExactly("1: \"expect daemon\" waits for a fork, but \"daemon off;\" prevents it");
    assertThat(ubuntu.messages("expect fork\nexec shopd --foreground\n")).hasSize(1);
    assertThat(ubuntu.messages("expect fork\nexec node app.js\n"))
        .containsExactly("1: \"expect fork\" waits for a fork, but node stays in the foreground");
    assertThat(ubuntu.messages("expect fork\nexec nsenter --no-fork -- shopd\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start-stop-daemon --start --background --exec /usr/sbin/shopd",
        "start-stop-daemon -S -b --exec /usr/sbin/shopd",
        "memcached -d -m 64",
        "bundle exec unicorn -c x -D",
        "redis-server /etc/redis.conf --daemonize yes",
        "gunicorn --daemon app:app",
        "haproxy -f x -D",
        "docker run -d image",
        "shopd --daemonize",
        "shopd &",
        "shopd -f >/dev/null 2>&1 &",
      })
  void aServiceInTheBackgroundNeedsAnExpect(String command) {
    assertThat(ubuntu.ofExec(command)).hasSize(1).allMatch(found -> found.startsWith("3: "));
    assertThat(ubuntu.ofScript("cd /\n" + command)).hasSize(1);
    assertThat(ubuntu.messages("respawn\nexpect fork\nexec " + command + "\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start-stop-daemon --start --exec /usr/sbin/shopd -- --background",
        "docker -d",
        "greyhole --daemon",
        "redis-server --daemonize no",
        "minijail0 -- shopd --daemonize",
        "shopd --no-daemonize",
        "memcached -m 64",
      })
  void whatMayStayInTheForegroundIsLeftAlone(String command) {
    assertThat(ubuntu.ofExec(command)).isEmpty();
  }

  @Test
  void aTaskAndWhatEndsMayHaveThingsInTheBackground() {
    assertThat(ubuntu.messages("task\nexec memcached -d\n")).isEmpty();
    assertThat(ubuntu.messages("start on startup\nscript\n./a &\nend script\n")).isEmpty();
    assertThat(ubuntu.ofScript("./a &\n./b &\nwait")).isEmpty();
  }
}
