package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Expect;

class DefaultsTest {

  private final JobDefinition empty = JobDefinition.of("web", JobFile.parse(""));

  @Test
  void anEmptyFileIsAJob() {
    assertThat(empty.name()).isEqualTo("web");
    assertThat(empty).hasToString("job web");
  }

  @Test
  void numbersAndChoicesHaveUpstartsDefaults() {
    assertThat(empty.expect()).isEqualTo(Expect.NONE);
    assertThat(empty.killTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(empty.killSignal()).isEqualTo(Signal.TERM);
    assertThat(empty.reloadSignal()).isEqualTo(Signal.HUP);
    assertThat(empty.respawnLimit()).isEqualTo(10);
    assertThat(empty.respawnInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(empty.console()).contains(Console.LOG);
    assertThat(empty.umask()).isEqualTo(022);
    assertThat(empty.oomScore()).isZero();
    assertThat(empty.nice()).isEmpty();
    assertThat(empty.respawn()).isFalse();
    assertThat(empty.task()).isFalse();
    assertThat(empty.debug()).isFalse();
  }

  @Test
  void theInstanceIsAnEmptyTextAndAllOtherTextsAreMissing() {
    assertThat(empty.instance()).contains("");
    assertThat(empty.description()).isEmpty();
    assertThat(empty.author()).isEmpty();
    assertThat(empty.version()).isEmpty();
    assertThat(empty.usage()).isEmpty();
    assertThat(empty.chroot()).isEmpty();
    assertThat(empty.chdir()).isEmpty();
    assertThat(empty.setuid()).isEmpty();
    assertThat(empty.setgid()).isEmpty();
    assertThat(empty.apparmorSwitch()).isEmpty();
  }

  @Test
  void listsConditionsAndProcessesAreEmpty() {
    assertThat(empty.env()).isEmpty();
    assertThat(empty.export()).isEmpty();
    assertThat(empty.emits()).isEmpty();
    assertThat(empty.imports()).isEmpty();
    assertThat(empty.tmpfiles()).isEmpty();
    assertThat(empty.normalExit()).isEmpty();
    assertThat(empty.startOn()).isEmpty();
    assertThat(empty.stopOn()).isEmpty();
    assertThat(empty.processes()).isEmpty();
    assertThat(empty.limits()).isEmpty();
    assertThat(empty.cgroups()).isEmpty();
  }

  @Test
  void commentsAndBlankLinesChangeNothing() {
    assertThat(JobDefinition.of("web", JobFile.parse("\n # c\n\t\n"))).isEqualTo(empty);
  }
}
