package org.upstart4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.upstart4j.simulation.Samples.PLAIN;
import static org.upstart4j.simulation.Samples.folder;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.simulation.BootChange.Kind;
import org.upstart4j.simulation.scenario.Scenario;

/** What is different in two boots. */
class BootDiffTest {

  private static final String AT_STARTUP = "start on startup\nexec x\n";
  private static final String AT_RUNLEVEL = "start on runlevel 2\nexec x\n";
  private static final String NEVER = "start on nobody\nexec x\n";

  @Test
  void theSameFolderBootsTheSame() {
    JobFolder folder = folder("a", AT_STARTUP, "b", AT_RUNLEVEL, "c", NEVER);

    assertThat(BootDiff.of(boot(folder, ""), boot(folder, ""))).isEmpty();
  }

  @Test
  void whatStartsAtAnotherTimeIsEarlierOrLater() {
    assertThat(
            diff(
                folder("a", AT_STARTUP, "b", AT_RUNLEVEL),
                folder("a", AT_RUNLEVEL, "b", AT_STARTUP)))
        .extracting(BootChange::label, BootChange::kind)
        .containsExactly(tuple("a", Kind.LATER), tuple("b", Kind.EARLIER));
  }

  @Test
  void whatDoesNotStartAnyMoreIsToldFromWhatHasNoFileAnyMore() {
    assertThat(diff(folder("a", AT_STARTUP, "b", AT_STARTUP), folder("a", NEVER)))
        .extracting(BootChange::label, BootChange::kind, BootChange::isInBoth)
        .containsExactly(tuple("a", Kind.NOT_ANY_MORE, true), tuple("b", Kind.NOT_ANY_MORE, false));
  }

  @Test
  void whatStartsOnlyNowIsNamed() {
    assertThat(diff(folder("a", NEVER), folder("a", AT_STARTUP)))
        .extracting(BootChange::label, BootChange::kind)
        .containsExactly(tuple("a", Kind.ONLY_NOW));
  }

  @Test
  void whatMovesAtTheSameTimeIsNamedWithWhomItPassed() {
    JobFolder old =
        folder(
            "a", AT_STARTUP,
            "b", "start on started a\nexec x\n",
            "c", "start on started b\nexec x\n");
    JobFolder now =
        folder(
            "a", "start on started c\nexec x\n",
            "b", AT_STARTUP,
            "c", "start on started b\nexec x\n");

    assertThat(diff(old, now))
        .extracting(BootChange::label, BootChange::kind, BootChange::other)
        .containsExactly(tuple("a", Kind.LATER, Optional.of("c")));
    assertThat(diff(now, old))
        .extracting(BootChange::label, BootChange::kind, BootChange::other)
        .containsExactly(tuple("a", Kind.EARLIER, Optional.of("b")));
  }

  @Test
  void whatFailsNowAndWhatFailsNoMoreIsNamed() {
    JobFolder folder = folder("a", AT_STARTUP);
    Course good = boot(folder, "");
    Course bad = boot(folder, "programs: [{program: x, exits-with: 1}]");

    assertThat(BootDiff.of(good, bad))
        .extracting(BootChange::label, BootChange::kind)
        .containsExactly(tuple("a", Kind.FAILS_NOW));
    assertThat(BootDiff.of(bad, good))
        .extracting(BootChange::label, BootChange::kind)
        .containsExactly(tuple("a", Kind.FAILS_NO_MORE));
  }

  private static List<BootChange> diff(JobFolder before, JobFolder after) {
    return BootDiff.of(boot(before, ""), boot(after, ""));
  }

  private static Course boot(JobFolder folder, String scenario) {
    return Simulation.of(folder, PLAIN).with(Scenario.parse(scenario)).boot();
  }
}
