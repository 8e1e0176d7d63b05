package org.upstart4j.cli.prove.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

class ProbeJobsTest {

  private static final Path PLACE = Path.of("/stage");
  private static final String MAIN = "/stage/probes/0.main/run";

  @TempDir Path root;

  @BeforeEach
  void aMachineHasUsersAndFolders() throws IOException {
    Path etc = Files.createDirectory(root.resolve("etc"));
    Files.writeString(etc.resolve("passwd"), "root:x:0:0::/:/bin/sh\nweb:x:7:7::/:/bin/sh\n");
    Files.writeString(etc.resolve("group"), "root:x:0:\nweb:x:7:\nnogroup:x:65534:\n");
    Files.createDirectories(root.resolve("srv/web"));
  }

  private String probes(String text) throws IOException {
    Stage stage = new Stage(PLACE, PLACE, List.of("web"));
    return new ProbeJobs(stage, new Accounts(root))
        .of(JobFolder.of(Map.of("web.conf", JobFile.parse(text))))
        .conf("web")
        .orElseThrow()
        .toString();
  }

  @Test
  void aProgramIsReplacedAndItsArgumentsStay() throws IOException {
    assertThat(probes("exec /usr/sbin/web --port  80 a%b\n"))
        .isEqualTo("exec " + MAIN + " --port  80 a%b\n");
    assertThat(probes("exec web\n")).isEqualTo("exec " + MAIN + "\n");
  }

  @Test
  void whatTheShellReadsBecomesOneArgument() throws IOException {
    assertThat(probes("exec web $OPTS; rm -rf /\n"))
        .isEqualTo("exec " + MAIN + " 'web $OPTS; rm -rf /'\n");
    assertThat(probes("exec echo 'a'`reboot`\n"))
        .isEqualTo("exec " + MAIN + " 'echo '\\''a'\\''`reboot`'\n");
  }

  @Test
  void aScriptOfSeveralLinesStaysOne() throws IOException {
    assertThat(probes("pre-start script\n  a $B\n  c 'd'\nend script\nexec web\n"))
        .contains("/stage/probes/0.pre-start/run 'a $B\n")
        .contains("c '\\''d'\\'''\n");
  }

  @Test
  void aScriptThatBecomesAProgramStillDoes() throws IOException {
    assertThat(probes("script\n. /etc/default/web\nexec web $OPTS\nend script\n"))
        .contains("exec " + MAIN + " '. /etc/default/web\n");
    assertThat(probes("script\nweb &\nwait\nend script\n"))
        .contains(MAIN + " 'web &\n")
        .doesNotContain("exec " + MAIN);
  }

  @Test
  void unknownUsersAreNobody() throws IOException {
    assertThat(probes("setuid web\nsetgid web\n")).isEqualTo("setuid web\nsetgid web\n");
    assertThat(probes("setuid x\nsetgid y\n")).isEqualTo("setuid nobody\nsetgid nogroup\n");
  }

  @Test
  void aFolderThatIsNotThereIsOneOfTheStage() throws IOException {
    assertThat(probes("chdir /srv/web\n")).isEqualTo("chdir /srv/web\n");
    assertThat(probes("chdir /srv/mail\n")).isEqualTo("chdir /stage/folder\n");
  }

  @Test
  void allElseStays() throws IOException {
    String text = "# a comment\nstart on started db\nrespawn\nenv A=$B\n";

    assertThat(probes(text)).isEqualTo(text);
  }
}
