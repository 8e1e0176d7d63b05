package org.upstart4j.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;
import org.upstart4j.Wait;
import org.upstart4j.it.site.Eventually;

/** Debian's nginx, redis, cron and rsyslog, as jobs. */
class ServicesTest {

  private static final Wait TWO_MINUTES = Wait.atMost(Duration.ofMinutes(2));
  private static final List<String> JOBS =
      List.of("nginx", "redis-server", "redis-folder", "cron", "rsyslog");
  private static final List<String> DAEMONS = List.of("nginx", "redis-server", "cron", "rsyslog");
  private static final List<String> PID_FILES =
      List.of("/run/nginx.pid", "/run/redis/redis-server.pid", "/run/rsyslogd.pid");

  @TempDir Path folder;
  private Machine machine;

  @BeforeEach
  void boot() throws IOException {
    Machine.assumePossible();
    Machine.assumeInstalled("nginx", "nginx-light");
    Machine.assumeInstalled("redis-server", "redis-server");
    Machine.assumeInstalled("cron", "cron");
    Machine.assumeInstalled("rsyslogd", "rsyslog");
    Machine.assumeInstalled("curl", "curl");
    Path init = Files.createDirectory(folder.resolve("init"));
    for (String job : JOBS) {
      try (InputStream text = ServicesTest.class.getResourceAsStream("services/" + job + ".conf")) {
        Files.copy(text, init.resolve(job + ".conf"));
      }
    }
    machine = Machine.boot(folder);
    // The kernel's messages are those of the machine on which this runs.
    machine.sh("sed -i '/imklog/s/^/#/' /etc/rsyslog.conf");
    machine.sh("echo '* * * * * root echo ran >/run/cron-ran' >/etc/cron.d/proof");
    machine.sh("echo hello >/var/www/html/index.html");
    for (String daemon : DAEMONS) {
      Eventually.is(() -> main(daemon) > 0, daemon + " to run");
    }
  }

  @AfterEach
  void end() {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void theyServe() {
    assertThat(says("curl -s http://127.0.0.1/", "hello")).isTrue();
    assertThat(says("redis-cli set key value", "OK")).isTrue();
    assertThat(says("redis-cli get key", "value")).isTrue();
    machine.sh("logger -t proof a line for the log");
    Eventually.is(
        () -> machine.sh("cat /var/log/syslog").output().contains("proof: a line for the log"),
        "the line in the log");
    Eventually.is(TWO_MINUTES, () -> says("cat /run/cron-ran", "ran"), "a job of cron's");
  }

  @Test
  void theyAreFollowedToTheProcessThatTheirPidFilesName() {
    assertThat(machine.sh("cat /run/nginx.pid").output()).isEqualTo(main("nginx").toString());
    Eventually.is(
        () -> says("cat /run/redis/redis-server.pid", main("redis-server").toString()),
        "the pid file of redis");
    Eventually.is(() -> says("cat /run/crond.pid", main("cron").toString()), "that of cron");
    Eventually.is(
        () -> says("cat /run/rsyslogd.pid", main("rsyslog").toString()), "that of rsyslog");
  }

  @Test
  void theyAreStoppedInOrder() {
    Eventually.is(() -> says("redis-cli set kept yes", "OK"), "redis");
    enter(0);

    assertThat(machine.upstart().statuses()).noneMatch(JobStatus::isRunning);
    assertThat(machine.sh("cat /var/log/redis/redis-server.log").output())
        .contains("DB saved on disk")
        .contains("Redis is now ready to exit, bye bye");
    for (String file : PID_FILES) {
      assertThat(machine.sh("test -e " + file).status()).as(file).isEqualTo(1);
    }
    noZombies();
    enter(2);
    Eventually.is(() -> says("redis-cli get kept", "yes"), "what redis has saved");
  }

  @Test
  void theyComeBackHoweverTheyAreKilled() {
    for (String daemon : DAEMONS) {
      Integer killed = main(daemon);
      machine.sh("kill -KILL " + killed);
      Eventually.is(() -> main(daemon) > 0 && !main(daemon).equals(killed), daemon + " to respawn");
    }
    Eventually.is(() -> says("curl -s http://127.0.0.1/", "hello"), "an answer of nginx");
    Eventually.is(() -> says("redis-cli ping", "PONG"), "an answer of redis");
    noZombies();
  }

  @Test
  void howTheyEndedIsKnown() {
    int cron = main("cron");
    machine.sh("kill -SEGV " + cron);

    machine.awaitConsole("cron main process (" + cron + ") killed by SEGV signal");
  }

  @Test
  void process1StopsThemBeforeItEnds() {
    assertThat(machine.shutDown()).isZero();
  }

  @Test
  void nothingOutlivesProcess1() {
    long init = machine.init();
    List<ProcessHandle> all =
        ProcessHandle.of(init).orElseThrow().descendants().filter(ProcessHandle::isAlive).toList();
    assertThat(all).hasSizeGreaterThan(4);

    machine.cutPower();
    assertThat(all).noneMatch(ProcessHandle::isAlive);
  }

  private void enter(int runlevel) {
    machine.upstart().emit(Event.of("runlevel").with("RUNLEVEL", Integer.toString(runlevel)));
  }

  private boolean says(String command, String answer) {
    return machine.sh(command).output().equals(answer);
  }

  /** Returns the process id of a job within the machine; 0 if it does not run, or not yet. */
  private Integer main(String job) {
    return machine.upstart().statuses().stream()
        .filter(status -> status.job().equals(job) && status.isRunning())
        .flatMap(status -> status.processes().stream())
        .findFirst()
        .map(process -> process.pid())
        .orElse(0);
  }

  private void noZombies() {
    Eventually.is(() -> machine.zombies() == 0, "the end of the last zombie");
  }
}
