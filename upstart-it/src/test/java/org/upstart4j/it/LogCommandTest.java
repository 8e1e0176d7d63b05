package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void logs() throws IOException {
    log = Files.createDirectories(folder.resolve("logs")).resolve("web.log");
    Files.createDirectories(folder.resolve("init"));
  }

  private Shell.Result log(String... arguments) {
    return Shell.in(folder).upstart(line(arguments));
  }

  private Running follow(String... arguments) {
    return Running.upstart(Shell.in(folder), line(arguments));
  }

  private static String[] line(String... arguments) {
    String[] line = new String[arguments.length + 5];
    System.arraycopy(new String[] {"log", "--logdir", "logs", "--confdir", "init"}, 0, line, 0, 5);
    System.arraycopy(arguments, 0, line, 5, arguments.length);
    return line;
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void allOfALogIsPrintedToTheLastByte() throws IOException {
    byte[] bytes = {'a', '\n', (byte) 0xff, 0, 'b'};
    Files.write(log, bytes);

    assertThat(log("web").bytes()).isEqualTo(bytes);
    assertThat(log("web").status()).isZero();
  }

  @Test
  void theLastLinesAreFoundFromTheEnd() throws IOException {
    append("x".repeat(20_000) + "\n" + "y".repeat(9000) + "\nlast");

    assertThat(log("web", "-n", "1").output()).isEqualTo("last");
    assertThat(log("web", "-n", "2").output()).isEqualTo("y".repeat(9000) + "\nlast");
    assertThat(log("web", "-n", "9").output()).hasSize(29_006);
    assertThat(log("web", "-n", "0").output()).isEmpty();
  }

  @Test
  void aJobsNameBecomesTheNameOfAFile() throws IOException {
    Files.writeString(folder.resolve("logs/net_web-a_b.log"), "text\n");

    assertThat(log("net/web", "--instance", "a/b").output()).isEqualTo("text\n");
  }

  @Test
  void noNameLeadsOutOfTheFolder() throws IOException {
    Files.writeString(folder.resolve("secret.log"), "secret\n");

    for (String job : new String[] {"../secret", "..", "/secret", "logs/../../secret"}) {
      assertThat(log(job).output()).isEmpty();
      assertThat(log("web", "--instance", job).output()).isEmpty();
    }
    assertThat(log("../secret").errors())
        .isEqualTo("upstart log: there is no logs/.._secret.log; no job can be called that\n");
  }

  @Test
  void aMissingLogIsExplained() throws IOException {
    Files.writeString(folder.resolve("init/web.conf"), "exec true\n");
    Files.writeString(folder.resolve("init/mute.conf"), "console none\nexec true\n");
    Files.writeString(folder.resolve("logs/web-8080.log"), "");
    Files.writeString(folder.resolve("logs/web.log.1.gz"), "");

    assertThat(log("web").errors())
        .isEqualTo(
            "upstart log: there is no logs/web.log; there are web-8080.log; name an instance:"
                + " --instance NAME; older ones are web.log.1.gz; the job has not run yet, or has"
                + " printed nothing\n");
    assertThat(log("mute").errors())
        .isEqualTo(
            "upstart log: there is no logs/mute.log; the job says console none, so nothing of it is"
                + " logged\n");
    assertThat(log("nobody").errors())
        .isEqualTo(
            "upstart log: there is no logs/nobody.log; there is no job file init/nobody.conf\n");
    assertThat(log("nobody").status()).isEqualTo(1);
    assertThat(Shell.in(folder).upstart("log", "--logdir=none", "web").errors())
        .isEqualTo("upstart log: there is no folder none; say where logs are: --logdir DIR\n");
  }

  @Test
  void rotationAndTruncationAreFollowed() throws IOException {
    append("1\n2\n3\n");
    try (Running log = follow("web", "-f", "-n", "1")) {
      log.await("3\n");
      append("four\n");
      log.await("four\n");
      Path old = Files.move(this.log, folder.resolve("logs/web.log.1"));
      Files.writeString(old, "five\n", StandardOpenOption.APPEND);
      append("six\n");
      log.await("six\n");
      Files.writeString(this.log, "7\n");
      log.await("7\n");
      log.interrupt(Shell.in(folder));

      assertThat(log.end()).isEqualTo(130);
      assertThat(log.output())
          .isEqualTo(
              "3\nfour\nfive\nupstart log: logs/web.log is a new file now\nsix\n"
                  + "upstart log: logs/web.log was truncated\n7\n");
    }
  }

  @Test
  void aLogThatIsNotThereYetIsWaitedFor() throws IOException {
    try (Running log = follow("web", "-f")) {
      log.await("there is no job file init/web.conf\n");
      append("first\n");
      log.await("first\n");
    }
  }

  @Test
  void theLogOfAJobThatIsServedIsFound() throws IOException {
    Served.job(folder, "talk", "task\nexec echo hello\n");
    try (Served served = Served.in(folder)) {
      served.shell().upstart("start", "talk");
      try (Running log = Running.upstart(served.shell(), "log", "talk", "-f", "--logdir", "logs")) {
        log.await("hello\n");
      }
    }
  }
}
