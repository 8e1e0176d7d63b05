package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

class VersionTest {

  private static UpstartVersion version(String name) {
    return UpstartVersion.find(name).orElseThrow();
  }

  private static List<Problem> problems(String text, String name) {
    return JobFile.parse(text).problems(version(name));
  }

  @ParameterizedTest
  @CsvSource({
    "manual, 0.6.6, 0.6.7, MANUAL, UNKNOWN_STANZA",
    "debug, 0.6.5-el6, 0.6.7, DEBUG, UNKNOWN_STANZA",
    "kill signal INT, 0.9.7, 1.3, KILL_SIGNAL, UNKNOWN_STANZA",
    "oom score 1, 1.2, chromeos-1.2, OOM_SCORE, ILLEGAL_OOM",
    "console log, 1.3, 1.4, CONSOLE_LOG, UNKNOWN_STANZA",
    "setuid www, 0.6.5, 1.4, SETUID, UNKNOWN_STANZA",
    "setgid www, chromeos-1.2, chromeos-1.13, SETGID, UNKNOWN_STANZA",
    "usage x, 0.6.5, 0.6.5-el6, USAGE, UNKNOWN_STANZA",
    "apparmor load x, 1.8, 1.9, APPARMOR, UNKNOWN_STANZA",
    "reload signal HUP, 1.9.1, 1.10, RELOAD_SIGNAL, UNKNOWN_STANZA",
    "cgroup cpu, 1.12.1, 1.13, CGROUP, UNKNOWN_STANZA",
    "import A, 1.13.2, chromeos-1.2, IMPORT, UNKNOWN_STANZA",
    "tmpfiles /a, chromeos-1.2, chromeos-1.13, TMPFILES, UNKNOWN_STANZA"
  })
  void whatAVersionLacksIsAProblemThatNamesIt(
      String stanza, String without, String with, Feature missing, Fault fault) {
    assertThat(problems(stanza + "\n", with)).isEmpty();
    Problem problem = problems("exec x\n" + stanza + "\n", without).get(0);

    assertThat(problem.missing()).contains(missing);
    assertThat(problem.fault()).isEqualTo(fault);
    assertThat(problem.upstartLine()).isBetween(2, 3);
    assertThat(problem.message())
        .isEqualTo(missing.missingFrom(version(without)))
        .contains("and " + without + " does not know it");
  }

  @Test
  void aWordThatNoVersionKnowsIsNotMissing() {
    Problem problem = problems("setuidd x\n", "0.6.5").get(0);

    assertThat(problem.missing()).isEmpty();
    assertThat(problem.message()).isEqualTo("No stanza is called \"setuidd\"");
    assertThat(problems("setuidd x\n", "1.4").get(0).message())
        .endsWith("did you mean \"setuid\"?");
    assertThat(problems("console lgo\n", "1.3").get(0).message())
        .endsWith("expected none, output or owner");
  }

  @Test
  void theOutputOfAJobIsLostByDefaultWhereLogIsUnknown() {
    JobFile file = JobFile.parse("exec x\n");

    assertThat(JobDefinition.of("job", file, UpstartVersion.V1_3).console()).contains(Console.NONE);
    assertThat(JobDefinition.of("job", file, UpstartVersion.V1_4).console()).contains(Console.LOG);
    assertThat(JobDefinition.of("job", file).console()).contains(Console.LOG);
  }

  @Test
  void anOverrideFileCountsOnlyWhereItIsRead() {
    JobFile conf = JobFile.parse("start on a\n");
    JobFile override = JobFile.parse("start on b\nno such stanza\n");

    assertThat(JobDefinition.of("job", conf, override, UpstartVersion.V0_6_5).startOn())
        .hasToString("Optional[a]");
    assertThat(JobDefinition.verdict("job", conf, override, UpstartVersion.V0_6_5_EL6))
        .isInstanceOf(Verdict.Rejected.class);
  }

  private static JobFileBuilder buildFor(String version) {
    return JobFile.builder().forVersion(version(version));
  }

  @Test
  void aFileIsNotBuiltForAVersionThatLacksWhatIsInIt() {
    JobFileBuilder builder = JobFile.builder().exec("x").setuid("www");

    assertThat(builder.forVersion(UpstartVersion.V1_4).build()).hasToString("exec x\nsetuid www\n");
    assertThatExceptionOfType(MissingFeatureException.class)
        .isThrownBy(() -> builder.forVersion(UpstartVersion.V0_6_5).build())
        .withMessageStartingWith(
            "line 2, setuid www: \"setuid\" came with Upstart 1.4, and 0.6.5 does not know it;"
                + " write \"exec su")
        .satisfies(
            refused -> {
              assertThat(refused.feature()).isEqualTo(Feature.SETUID);
              assertThat(refused.version()).isEqualTo(UpstartVersion.V0_6_5);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "console log, 1.3",
    "start on a B!=c, 0.6.3",
    "kill signal 15, 1.5",
    "kill signal '15', 1.3",
    "import A, 1.13.2",
    "oom score never, 1.2"
  })
  void thisIsRefusedWhoeverPutItThere(String stanza, String version) {
    assertThatExceptionOfType(MissingFeatureException.class)
        .isThrownBy(() -> buildFor(version).add(stanza).build());
    assertThatExceptionOfType(MissingFeatureException.class)
        .isThrownBy(
            () -> JobFile.parse(stanza + "\n").toBuilder().forVersion(version(version)).build());
  }

  @Test
  void whatTheVersionKnowsIsBuilt() {
    assertThat(buildFor("1.3").add("kill signal INT").build()).hasToString("kill signal INT\n");
    assertThat(buildFor("1.6").add("kill signal 15").build()).hasToString("kill signal 15\n");
    assertThat(buildFor("0.6.5").add("start on a B!=c").build()).hasToString("start on a B!=c\n");
    assertThat(buildFor("0.6.3").add("start on a B=c").build()).hasToString("start on a B=c\n");
  }

  @Test
  void aWrongStanzaIsRefusedAtOnceForEveryVersion() {
    assertThatIllegalArgumentException().isThrownBy(() -> buildFor("0.6.5").add("setuidd x"));
    assertThatIllegalArgumentException().isThrownBy(() -> JobFile.builder().add("import A"));
  }
}
