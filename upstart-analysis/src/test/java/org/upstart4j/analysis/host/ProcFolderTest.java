package org.upstart4j.analysis.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.analysis.reason.SeenProcess;

class ProcFolderTest {

  @TempDir private Path folder;
  private MadeProc made;

  @BeforeEach
  void make() throws IOException {
    made = new MadeProc(folder).uptime("1000.50").process(1, 0, "init", 'S', 0);
  }

  private ProcFolder proc() {
    return new ProcFolder(folder);
  }

  @Test
  void aProcessIsSeenWithItsCommandItsProgramAndItsAge() throws IOException {
    made.process(42, 1, "web", 'S', 90_050).command(42, "/usr/sbin/web", "--port", "80");
    Files.createSymbolicLink(folder.resolve("42/exe"), Path.of("/usr/sbin/web (deleted)"));

    SeenProcess web = proc().process(42).orElseThrow();
    assertThat(web.command()).isEqualTo("/usr/sbin/web --port 80");
    assertThat(web.program()).isEqualTo("web");
    assertThat(web.state()).isEqualTo('S');
    assertThat(web.age()).contains(Duration.ofSeconds(100));
  }

  @Test
  void aNameMayHoldBlanksAndBrackets() throws IOException {
    made.process(42, 1, "a) S (b", 'D', 0);
    SeenProcess found = proc().process(42).orElseThrow();
    assertThat(found.command()).isEqualTo("[a) S (b]");
    assertThat(found.state()).isEqualTo('D');
  }

  @Test
  void withoutItsFileTheProgramIsWhatBothNamesSay() throws IOException {
    made.process(42, 1, "sh", 'S', 0).command(42, "/bin/sh", "-e", "-c", "web");
    made.process(43, 1, "worker", 'S', 0).command(43, "nginx: worker");
    assertThat(proc().process(42)).map(SeenProcess::program).contains("sh");
    assertThat(proc().process(43)).map(SeenProcess::program).contains("");
  }

  @Test
  void childrenAreThoseThatTheKernelLists() throws IOException {
    made.process(42, 1, "sh", 'S', 0).process(43, 42, "web", 'S', 0);
    Files.createDirectories(folder.resolve("42/task/42"));
    Files.writeString(folder.resolve("42/task/42/children"), "43 \n");
    assertThat(proc().process(42).orElseThrow().children())
        .extracting(SeenProcess::pid)
        .containsExactly(43);
  }

  @Test
  void withoutThatListTheyAreLookedForAmongAllProcesses() throws IOException {
    made.process(42, 1, "sh", 'S', 0).process(43, 42, "web", 'S', 0).process(44, 43, "cgi", 'S', 0);
    SeenProcess child = proc().process(42).orElseThrow().children().get(0);
    assertThat(child.pid()).isEqualTo(43);
    assertThat(child.children()).extracting(SeenProcess::pid).containsExactly(44);
  }

  @Test
  void aProcessThatIsItsOwnAncestorEndsSomewhere() throws IOException {
    made.process(42, 43, "a", 'S', 0).process(43, 42, "b", 'S', 0);
    assertThat(proc().process(42)).isPresent();
  }

  @Test
  void whatIsNotThereIsNotSeen() {
    assertThat(proc().process(42)).isEmpty();
    assertThat(proc().isThere(42)).isFalse();
    assertThat(proc().isThere(1)).isTrue();
  }

  @Test
  void aLongCommandIsCutBetweenCharacters() throws IOException {
    made.process(42, 1, "web", 'S', 0).command(42, "web", "\ud83d\ude00".repeat(500));
    assertThat(proc().process(42).orElseThrow().command())
        .isEqualTo("web " + "\ud83d\ude00".repeat(196) + "...");
  }

  @Test
  void aStrangeFileIsNoProcess() throws IOException {
    made.process(42, 1, "web", 'S', 0);
    Files.writeString(folder.resolve("42/stat"), "42 web S");
    assertThat(proc().process(42)).isEmpty();
    Files.writeString(folder.resolve("42/stat"), "42 (web) S x" + " 1".repeat(30));
    assertThat(proc().process(42)).isEmpty();
  }

  @Test
  void withoutProcess1OthersCannotBeSeen() {
    assertThat(proc().isOpen()).isTrue();
    assertThat(new ProcFolder(folder.resolve("none")).isOpen()).isFalse();
  }

  @Test
  void aVariableIsSoughtAsAWhole() throws IOException {
    made.process(42, 1, "web", 'S', 0);
    Files.writeString(folder.resolve("42/environ"), "A=1\0UPSTART_JOB=web\0");
    assertThat(proc().hasVariable(42, "UPSTART_JOB=web")).isTrue();
    assertThat(proc().hasVariable(42, "UPSTART_JOB=we")).isFalse();
    assertThat(proc().hasVariable(43, "UPSTART_JOB=web")).isFalse();
  }
}
