package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.jobfile.Jobs.job;
import static org.upstart4j.jobfile.Jobs.rejected;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.JobDefinition.Limit;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;

class OverrideTest {

  private static JobDefinition partial(String conf, String override) {
    return rejected(conf, override).partial().orElseThrow();
  }

  @Test
  void anOverrideFileAddsItsStanzasToThoseOfTheConfFile() {
    String conf = "description a\nexec a\nenv A=1\nstart on a\nrespawn\n";
    String override = "description b\nenv A=2\nscript\n b\nend script\n";

    assertThat(job(conf, override)).isEqualTo(job(conf + override));
  }

  @Test
  void anEmptyOverrideFileChangesNothing() {
    assertThat(job("exec a\n", "")).isEqualTo(job("exec a\n"));
  }

  @Test
  void manualInAnOverrideFileForgetsTheConditionOfTheConfFile() {
    assertThat(job("start on a\nstop on b\n", "manual").startOn()).isEmpty();
    assertThat(job("start on a\nstop on b\n", "manual").stopOn()).isPresent();
    assertThat(job("start on a\n", "manual\nstart on c\n").startOn().orElseThrow())
        .hasToString("c");
  }

  @Test
  void aConfFileWithoutALastNewlineDoesNotRunIntoTheOverrideFile() {
    assertThat(job("exec a", "task").processes())
        .containsEntry(ProcessType.MAIN, new Command(false, "a"));
  }

  @Test
  void aFailingOverrideFileLeavesTheStanzasBeforeItsProblemApplied() {
    Verdict.Rejected rejected =
        rejected("description a\nexec a\n", "description b\nenv A\nfoo\ntask\n");

    assertThat(rejected.inOverride()).isTrue();
    assertThat(rejected.problem().span().line()).isEqualTo(3);
    assertThat(rejected.partial()).contains(job("description b\nexec a\nenv A\n"));
    assertThat(rejected.overrideAlone()).isEmpty();
    assertThat(rejected.registered()).isEqualTo(rejected.partial());
  }

  @Test
  void aGoodOverrideFileOfAFailingConfFileIsAJobOfItsOwn() {
    Verdict.Rejected rejected = rejected("task\nfoo\n", "description b\n");

    assertThat(rejected.inOverride()).isFalse();
    assertThat(rejected.partial()).isEmpty();
    assertThat(rejected.overrideAlone()).contains(new Verdict.Accepted(job("description b\n")));
    assertThat(rejected.registered()).contains(job("description b\n"));
  }

  @Test
  void nothingIsLeftIfBothFilesFail() {
    Verdict.Rejected rejected = rejected("foo\n", "task\nbar\n");

    assertThat(rejected.inOverride()).isFalse();
    assertThat(rejected.registered()).isEmpty();
    assertThat(rejected.overrideAlone().orElseThrow()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void anOverrideFileIsNotReadAfterAnIllegalSignal() {
    Verdict.Rejected rejected = rejected("kill signal foo\n", "task\n");

    assertThat(rejected.problem().fault()).isEqualTo(Fault.ILLEGAL_SIGNAL);
    assertThat(rejected.overrideAlone()).isEmpty();
    assertThat(rejected.registered()).isEmpty();
  }

  @Test
  void aWordTooManyIsNoticedAfterTheValueWasTaken() {
    assertThat(partial("description a\n", "description b c\n").description()).contains("b");
    assertThat(partial("", "task x\n").task()).isTrue();
    assertThat(partial("", "kill timeout 9 x\n").killTimeout()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void aTextOrConditionThatFailsIsGone() {
    assertThat(partial("description a\n", "description\n").description()).isEmpty();
    assertThat(partial("instance a\n", "instance \"\"\n").instance()).isEmpty();
    assertThat(partial("start on a\n", "start on (b\n").startOn()).isEmpty();
    assertThat(partial("stop on a\n", "stop on\n").stopOn()).isEmpty();
    assertThat(partial("apparmor switch a\n", "apparmor switch\n").apparmorSwitch()).isEmpty();
  }

  @Test
  void aTextOrConditionThatIsNotReachedStays() {
    assertThat(partial("start on a\n", "start off\n").startOn()).isPresent();
    assertThat(partial("apparmor switch a\n", "apparmor x\n").apparmorSwitch()).contains("a");
  }

  @Test
  void aProcessThatFailsIsThereWithoutACommandUnlessItHadOne() {
    assertThat(partial("", "exec\n").processes())
        .containsEntry(ProcessType.MAIN, new Command(false, null));
    assertThat(partial("exec a\n", "exec\n").processes())
        .containsEntry(ProcessType.MAIN, new Command(false, "a"));
    assertThat(partial("exec a\n", "exec \"b\n").processes())
        .containsEntry(ProcessType.MAIN, new Command(false, null));
    assertThat(partial("exec a\n", "script\n b\n").processes())
        .containsEntry(ProcessType.MAIN, new Command(true, null));
    assertThat(partial("", "pre-start foo\n").processes())
        .containsEntry(ProcessType.PRE_START, new Command(false, null));
  }

  @ParameterizedTest
  @CsvSource({"kill timeout -7, -7", "kill timeout x, 0", "kill timeout 5x, 5"})
  void aTimeoutThatIsNotAllowedIsKeptAllTheSame(String override, long seconds) {
    assertThat(partial("", override + "\n").killTimeout()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void otherNumbersThatAreNotAllowedAreKeptTheSameWay() {
    assertThat(partial("", "umask 1022\n").umask()).isEqualTo(01022);
    assertThat(partial("", "nice 99\n").nice()).contains(99);
    assertThat(partial("nice 5\n", "nice -21\n").nice()).isEmpty();
    assertThat(partial("", "oom score 2000\n").oomScore()).isEqualTo(2000);
    assertThat(partial("", "oom 30\n").oomScore()).isEqualTo(2000);
    assertThat(partial("", "respawn limit -3 7\n").respawnLimit()).isEqualTo(-3);
    assertThat(partial("", "respawn limit 3 x\n").respawnLimit()).isEqualTo(3);
    assertThat(partial("", "respawn limit 3 -7\n").respawnInterval())
        .isEqualTo(Duration.ofSeconds(-7));
  }

  @Test
  void aLimitIsKeptAsFarAsItWasRead() {
    String conf = "limit nofile 10 20\n";

    assertThat(partial(conf, "limit nofile 1 x\n").limits())
        .containsEntry(Resource.NOFILE, new Limit(LimitValue.of(1), LimitValue.of(0)));
    assertThat(partial(conf, "limit nofile 1\n").limits())
        .containsEntry(Resource.NOFILE, new Limit(LimitValue.of(1), LimitValue.of(20)));
    assertThat(partial(conf, "limit foo 1 2\n").limits())
        .containsEntry(Resource.NOFILE, new Limit(LimitValue.of(10), LimitValue.of(20)));
  }

  @Test
  void exitStatusesBeforeTheWrongOneAreAdded() {
    assertThat(partial("normal exit 0\n", "normal exit 1 TERM x 2\n").normalExit())
        .extracting(ExitStatus::number)
        .containsExactly(0, 1, 15 << 8);
  }

  @Test
  void aConsoleThatIsNotKnownLeavesNone() {
    assertThat(partial("console owner\n", "console tty\n").console()).isEmpty();
    assertThat(partial("console owner\n", "console\n").console()).isPresent();
  }

  @Test
  void listsOfWordsAreAddedOnlyAsAWhole() {
    assertThat(partial("", "env A=1\nenv\n").env()).containsExactly("A=1");
  }
}
