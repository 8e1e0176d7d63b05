package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.jobfile.Jobs.fault;
import static org.upstart4j.jobfile.Jobs.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Dialect;
import org.upstart4j.jobfile.version.UpstartVersion;

/** How stanzas make a job together. */
class JobDefinitionTest {

  @Test
  void theLastOfSeveralStanzasOfOneTextWins() {
    JobDefinition job =
        job(
            """
            description a
            description b
            start on a
            start on b
            stop on a
            stop on b
            nice 1
            nice 2
            limit cpu 1 1
            limit cpu 2 2
            expect fork
            expect none
            exec a
            exec b
            """);

    assertThat(job)
        .isEqualTo(
            job(
                """
                description b
                start on b
                stop on b
                nice 2
                limit cpu 2 2
                expect none
                exec b
                """));
  }

  @Test
  void listsAddUpInOrderWithEveryRepetition() {
    JobDefinition job =
        job(
            """
            env A=1
            env A=1
            env B
            export A B
            export A
            emits x y
            emits x
            normal exit 0 1
            normal exit 0
            """);

    assertThat(job.env()).containsExactly("A=1", "A=1", "B");
    assertThat(job.export()).containsExactly("A", "B", "A");
    assertThat(job.emits()).containsExactly("x", "y", "x");
    assertThat(job.normalExit()).extracting(ExitStatus::number).containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "A=", "=b", "1A=b", "A=b=c", "a-b"})
  void aVariableMayHaveAnyName(String variable) {
    assertThat(job("env " + variable + "\n").env()).containsExactly(variable);
  }

  @Test
  void manualForgetsTheConditionsBeforeItOnly() {
    assertThat(job("start on a\nmanual\n").startOn()).isEmpty();
    assertThat(job("manual\nstart on a\n").startOn()).contains(EventMatch.of("a"));
    assertThat(job("stop on a\nmanual\n").stopOn()).contains(EventMatch.of("a"));
  }

  @Test
  void anotherStanzaMayFollowManualAndDebugOnTheSameLine() {
    JobDefinition job = job("manual description \"x\"\ndebug task\n");

    assertThat(job.description()).contains("x");
    assertThat(job.debug()).isTrue();
    assertThat(job.task()).isTrue();
    assertThat(fault("manual foo\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(job("manual manual debug # c\n").debug()).isTrue();
  }

  @Test
  void aRejectedFileIsNoJob() {
    assertThatExceptionOfType(JobFileSyntaxException.class)
        .isThrownBy(() -> job("task\nfoo\nnice 99\n"))
        .withMessage(
            """
            Upstart rejects the file of job job
            job.conf:2:1: error: No stanza is called "foo"
                2 | foo
                  | ^^^""")
        .satisfies(
            rejected -> assertThat(rejected.problem().fault()).isEqualTo(Fault.UNKNOWN_STANZA));
  }

  @Test
  void aRejectedOverrideFileIsNamedAsSuch() {
    assertThatExceptionOfType(JobFileSyntaxException.class)
        .isThrownBy(() -> job("task\n", "foo\n"))
        .withMessageStartingWith(
            "Upstart rejects the override file of job job\njob.override:1:1: ");
  }

  @Test
  void aDefinitionIsEqualToAnotherThatSaysTheSame() {
    JobDefinition job = job("exec /bin/a # c\nstart on (x or y)\n");
    JobDefinition same = job("start   on x or y\n\nexec \\\n  /bin/a\n");

    assertThat(job).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(job).isNotEqualTo(job("exec /bin/b\nstart on (x or y)\n"));
    assertThat(job).isNotEqualTo(job("exec /bin/a\nstart on (x and y)\n"));
    assertThat(job)
        .isNotEqualTo(JobDefinition.of("x", JobFile.parse("exec /bin/a\nstart on (x or y)\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description x",
        "author x",
        "version x",
        "usage x",
        "instance x",
        "env x",
        "export x",
        "emits x",
        "start on x",
        "stop on x",
        "exec x",
        "script\nend script",
        "pre-stop exec x",
        "expect fork",
        "task",
        "debug",
        "kill timeout 6",
        "kill signal INT",
        "reload signal INT",
        "respawn",
        "respawn limit 9 5",
        "respawn limit 10 6",
        "normal exit 1",
        "console none",
        "umask 0",
        "nice 0",
        "oom 1",
        "limit cpu 1 1",
        "chroot x",
        "chdir x",
        "setuid x",
        "setgid x",
        "apparmor load x",
        "apparmor switch x",
        "cgroup x"
      })
  void everyStanzaMakesADifference(String stanza) {
    assertThat(job(stanza + "\n")).isNotEqualTo(job("")).isEqualTo(job(stanza + " # c\n"));
  }

  @Test
  void chromeOsKnowsImportAndTmpfiles() {
    JobFile file = JobFile.parse("import A B\nimport C\ntmpfiles /a /b\ntask\n");

    Verdict verdict = JobDefinition.verdict("job", file, UpstartVersion.CHROMEOS_1_13);

    JobDefinition job = verdict.registered().orElseThrow();
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(job.imports()).containsExactly("A", "B", "C");
    assertThat(job.tmpfiles()).containsExactly("/a", "/b");
    assertThat(job.task()).isTrue();
  }

  @Test
  void upstartRejectsTheStanzasOfChromeOs() {
    for (String stanza : List.of("import A\n", "tmpfiles /a\n")) {
      Verdict verdict = JobDefinition.verdict("job", JobFile.parse(stanza), UpstartVersion.NEWEST);
      assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
      assertThat(verdict.registered()).isEmpty();
    }
  }

  @Test
  void dialectsAreFoundByName() {
    assertThat(Dialect.find("upstart")).contains(Dialect.UPSTART);
    assertThat(Dialect.find("chromeos")).contains(Dialect.CHROMEOS);
    assertThat(Dialect.find("CHROMEOS")).isEmpty();
  }

  @Test
  void aControlGroupKeepsItsSettingsWhateverBecomesOfTheMapThatItWasMadeOf() {
    Map<String, String> settings = new LinkedHashMap<>(Map.of("limit", "1"));
    JobDefinition.Cgroup cgroup = new JobDefinition.Cgroup("memory", "x", settings);
    settings.clear();

    assertThat(cgroup.settings()).containsExactly(Map.entry("limit", "1"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> cgroup.settings().clear());
  }

  @Test
  void aDefaultThatIsSpelledOutMakesNoDifference() {
    assertThat(
            job(
                """
                console log
                umask 022
                kill timeout 5
                kill signal TERM
                reload signal HUP
                respawn limit 10 5
                oom score 0
                expect none
                """))
        .isEqualTo(job(""))
        .hasSameHashCodeAs(job(""));
  }

  @Test
  void whatADefinitionGivesAwayCannotBeChanged() {
    JobDefinition job = job("env A=1\nexec a\nlimit cpu 1 1\ncgroup memory x k v\n");

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> job.env().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> job.processes().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> job.limits().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> job.cgroups().clear());
  }
}
