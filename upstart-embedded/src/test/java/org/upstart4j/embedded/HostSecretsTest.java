package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;

/** Everybody sees the words of every process; the variables of jobs are no such words. */
class HostSecretsTest {

  private static final String SECRET = "hunter2-\u00e4";
  private static final int TIMES = 150;

  @TempDir Path folder;

  @Test
  void variablesAreNeverSeenInTheListOfProcesses() throws InterruptedException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean over = new AtomicBoolean();
    Thread watcher = new Thread(() -> look(seen, over));
    watcher.start();
    try (Host host = new Host(folder)) {
      Environment environment =
          Host.ENVIRONMENT.with("PASSWORD", SECRET).with("b.c", "hunter2").with("D", "hunter2");
      List<Host.Spawned> all = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        String setting = Root.is() && i % 2 == 0 ? "setuid nobody" : "nice 1";
        all.add(
            host.job(setting, "console none")
                .environment(environment)
                .shell("test $PASSWORD = " + "hunter'2-\u00e4'"));
      }
      assertThat(all).allSatisfy(one -> assertThat(one.observed().toTheEnd()).endsWith("ended 0"));
    } finally {
      over.set(true);
      watcher.join();
    }
    assertThat(seen).isEmpty();
  }

  private static void look(Set<String> seen, AtomicBoolean over) {
    while (!over.get()) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
        for (Path process : all) {
          look(process.resolve("cmdline"), seen);
        }
      } catch (IOException unreadable) {
        seen.add(unreadable.toString());
      }
    }
  }

  private static void look(Path words, Set<String> seen) {
    try {
      String text = Files.readString(words, StandardCharsets.ISO_8859_1);
      if (text.contains("hunter2")) {
        seen.add(text.replace('\0', ' '));
      }
    } catch (IOException gone) {
      // It has ended.
    }
  }
}
