package org.upstart4j.analysis.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.spi.LoggedMessage;

/** What process 1 has logged is found in the logs of the system. */
class SystemLogsTest {

  private static final Instant NOW = Instant.parse("2015-01-01T00:10:00Z");
  private static final MachineClock CLOCK =
      new MachineClock(
          InstantSource.fixed(NOW), ZoneOffset.UTC, () -> Duration.ofSeconds(1000).toNanos());

  @TempDir private Path folder;
  private final Gaps gaps = new Gaps();

  private static LoggedMessage message(double secondsAgo, String text) {
    return new LoggedMessage(Duration.ofMillis((long) (secondsAgo * 1000)), text);
  }

  private Path dmesg(String script) throws IOException {
    Path program = folder.resolve("dmesg");
    Files.writeString(program, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<LoggedMessage> messages(Path dmesg, Path... files) {
    return new UpstartMessages(CLOCK, Optional.of(dmesg), List.of(files), gaps)
        .since(Duration.ofMinutes(15));
  }

  @Test
  void theKernelsLogHoldsMessagesAmongOthers() {
    LogLines lines =
        KernelLog.parse(
            """
            <6>[    0.000000] Linux version 3.13.0
            <4>[  990.500000] init: web main process (42) terminated with status 1
            <6>[  991.000000] usb 1-1: new device
            """,
            Duration.ofSeconds(1000));
    assertThat(lines.messages())
        .containsExactly(message(9.5, "web main process (42) terminated with status 1"));
    assertThat(lines.reach()).contains(Duration.ofSeconds(1000));
  }

  @Test
  void whatTheKernelHasLeftOutIsAGap() throws IOException {
    Path dmesg =
        dmesg(
            """
            echo '<6>[    0.000000] Linux version 3.13.0'
            echo '<4>[  990.000000] init: web respawning too fast, stopped'
            echo '<4>[  991.000000] printk: init: 7 output lines suppressed due to ratelimiting'
            """);
    assertThat(messages(dmesg)).containsExactly(message(10, "web respawning too fast, stopped"));
    assertThat(gaps.list())
        .extracting(NotKnown::why)
        .containsExactly("the kernel left out 7 lines");
  }

  @Test
  void messagesOfAnEarlierUpstartDoNotCount() throws IOException {
    Path dmesg =
        dmesg(
            """
            echo '<4>[   50.000000] init: old message'
            echo '<4>[  150.000000] init: new message'
            """);
    assertThat(messages(dmesg)).containsExactly(message(850, "new message"));
  }

  @Test
  void filesTellWhatTheKernelHasForgotten() throws IOException {
    Path dmesg = dmesg("echo '<4>[  800.000000] init: both'\n");
    Path syslog =
        file(
            "syslog",
            """
            Dec 31 23:59:00 box kernel: [  340.000000] init: first
            Jan  1 00:00:00 box init: second
            Jan  1 00:06:40 box kernel: [  800.000000] init: both
            Jan  1 00:06:41 box sshd[1]: init: not Upstart's
            """);
    assertThat(messages(dmesg, syslog))
        .containsExactly(message(660, "first"), message(600, "second"), message(200, "both"));
    assertThat(gaps.list()).isEmpty();
  }

  @Test
  void aFileMayHaveWholeTimestamps() throws IOException {
    Path syslog = file("syslog", "2015-01-01T01:09:50.250000+01:00 box init: web goal changed\n");
    assertThat(new SystemLog(CLOCK).parse(Files.readString(syslog)).messages())
        .containsExactly(message(9.75, "web goal changed"));
  }

  @Test
  void timesWithoutAZoneAreThoseOfTheMachine() {
    MachineClock berlin =
        new MachineClock(InstantSource.fixed(NOW), ZoneId.of("Europe/Berlin"), () -> 0);
    assertThat(new SystemLog(berlin).parse("Jan  1 01:09:00 box init: web\n").messages())
        .containsExactly(message(60, "web"));
  }

  @Test
  void strangeTimesAreNoMessages() {
    String text = "Foo 99 00:00:00 box init: a\n2015-13-41T00:00:00Z box init: b\n";
    assertThat(new SystemLog(CLOCK).parse(text).messages()).isEmpty();
  }

  @Test
  void aLogThatOnlyRootMayReadIsAGap() throws IOException {
    Path dmesg =
        dmesg("echo 'dmesg: read kernel buffer failed: Operation not permitted' >&2; exit 1\n");
    assertThat(messages(dmesg)).isEmpty();
    assertThat(gaps.list())
        .containsExactly(
            new NotKnown("What Upstart has logged", "only root may read the kernel's log here"));
  }

  @Test
  void aLogWhoseBeginningIsLostIsAGap() throws IOException {
    messages(dmesg("echo '<6>[  500.000000] usb 1-1: new device'\n"));
    assertThat(gaps.list())
        .extracting(NotKnown::what)
        .containsExactly("What Upstart logged at first");
  }

  @Test
  void aProgramThatNeverEndsIsNotWaitedFor() throws IOException {
    assertThat(messages(dmesg("exec sleep 1000\n"))).isEmpty();
    assertThat(gaps.list()).hasSize(1);
  }

  @Test
  void aProgramThatPrintsForEverIsNotHeardOut() throws IOException {
    assertThat(messages(dmesg("exec yes '<4>[  990.000000] usb'\n"))).isEmpty();
    assertThat(gaps.list()).hasSize(1);
  }

  @Test
  void theProgramGetsNoVariables() throws IOException {
    Path seen = folder.resolve("seen");
    messages(dmesg("/usr/bin/env > " + seen + "\n"));
    assertThat(Files.readAllLines(seen))
        .contains("LC_ALL=C")
        .noneMatch(line -> line.startsWith("HOME="));
  }
}
