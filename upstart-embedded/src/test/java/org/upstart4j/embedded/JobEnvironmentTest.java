package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.JobEnvironment;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.ProcessType;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartError;

class JobEnvironmentTest {

  private static final String PATH =
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin";

  private final Map<String, String> own = new LinkedHashMap<>();
  private final Scripted system = new Scripted();
  private final Scripted session =
      new Scripted().with(builder -> builder.userSession(true).environment(own));

  @AfterEach
  void close() {
    system.close();
    session.close();
  }

  private JobEnvironment ofSession(String... variables) {
    for (String variable : variables) {
      own.put(
          variable.substring(0, variable.indexOf('=')),
          variable.substring(variable.indexOf('=') + 1));
    }
    session.with(builder -> builder.environment(own));
    return session.upstart().environment();
  }

  @Test
  void processOneGivesItsJobsAPathAndATerminal() {
    system.with(builder -> builder.environment(Map.of("PATH", "/mine", "HOME", "/root")));

    JobEnvironment environment = system.upstart().environment();

    assertThat(environment.list().entries()).containsExactly(PATH, "TERM=linux");
    assertThat(environment.get("TERM")).contains("linux");
    assertThat(environment.get("HOME")).isEmpty();
  }

  @Test
  void processOneKeepsItsOwnTerminal() {
    system.with(builder -> builder.environment(Map.of("TERM", "vt100")));

    assertThat(system.upstart().environment().get("TERM")).contains("vt100");
  }

  @Test
  void processOneLetsNothingBeChanged() {
    system.job("web", "exec web");
    Instance web = system.start("web");

    for (JobEnvironment environment : List.of(system.upstart().environment(), web.environment())) {
      for (Runnable change :
          List.<Runnable>of(
              () -> environment.set(Environment.of("A", 1)),
              () -> environment.unset(List.of("TERM")),
              environment::reset)) {
        assertThatExceptionOfType(PermissionDeniedException.class)
            .isThrownBy(change::run)
            .withMessage("Not permissible to modify PID 1 job environment");
      }
      assertThat(environment.get("TERM")).contains("linux");
      assertThat(environment.get("A")).isEmpty();
    }
  }

  @Test
  void aSessionGivesItsJobsAllOfItsVariablesInTheirOrder() {
    JobEnvironment environment = ofSession("Z=1", "TERM=xterm", "A=2", "PATH=/bin");

    assertThat(environment.list().entries())
        .containsExactly("PATH=/bin", "TERM=xterm", "Z=1", "A=2");
  }

  @Test
  void aSessionThatKeepsItsVariablesGivesPathAndTermOnly() {
    session.with(builder -> builder.inheritEnvironment(false));

    assertThat(ofSession("Z=1", "PATH=/bin").list().entries()).containsExactly("PATH=/bin");
  }

  @Test
  void whatIsSetReachesTheNextJobsAndThoseThatRun() {
    session.job("web", "exec web", "pre-stop exec pre-stop").job("db", "exec db");
    JobEnvironment environment = ofSession("PATH=/bin");
    Instance web = session.start("web");

    environment.set(Environment.of("A", 1).with("B", 2));
    session.start("db");
    session.stop("web");

    assertThat(environment.list().entries()).containsExactly("PATH=/bin", "A=1", "B=2");
    assertThat(session.main("db").request().environment().get("A")).contains("1");
    assertThat(
            session.processes.last("web", ProcessType.PRE_STOP).request().environment().entries())
        .containsExactly("PATH=/bin", "A=1", "B=2", "UPSTART_JOB=web", "UPSTART_INSTANCE=");
    assertThat(web.name()).isEmpty();
  }

  @Test
  void whatIsThereStaysUnlessItMayBeReplaced() {
    JobEnvironment environment = ofSession("PATH=/bin");

    environment.set(Environment.of("PATH", "/other").with("A", 1), false);
    assertThat(environment.list().entries()).containsExactly("PATH=/bin", "A=1");

    environment.set(Environment.of("PATH", "/other"), true);
    assertThat(environment.list().entries()).containsExactly("PATH=/other", "A=1");
  }

  @Test
  void aVariableThatIsTakenAwayIsGoneFromRunningJobsToo() {
    session.job("web", "exec web");
    JobEnvironment environment = ofSession("PATH=/bin", "A=1");
    Instance web = session.start("web");

    environment.unset(List.of("A", "NOPE"));

    assertThat(environment.get("A")).isEmpty();
    assertThat(web.environment().get("A")).isEmpty();
    assertThat(web.environment().get("PATH")).contains("/bin");
  }

  @Test
  void aResetMakesTheVariablesWhatTheyWereButNotThoseOfRunningJobs() {
    session.job("web", "exec web");
    JobEnvironment environment = ofSession("PATH=/bin", "A=1");
    environment.set(Environment.of("A", 2).with("B", 3));
    Instance web = session.start("web");

    environment.reset();

    assertThat(environment.list().entries()).containsExactly("PATH=/bin", "A=1");
    assertThat(web.environment().list().entries()).containsExactly("PATH=/bin", "A=2", "B=3");
  }

  @Test
  void anInstanceHasVariablesOfItsOwn() {
    session.job("web", "env A=9", "instance $N", "exec web");
    JobEnvironment environment = ofSession("PATH=/bin");
    session.named("web").start(Environment.of("N", 1));
    session.named("web").start(Environment.of("N", 2));
    JobEnvironment first = session.upstart().environment("web", "1");
    JobEnvironment second = session.upstart().environment("web", "2");

    first.set(Environment.of("A", 1).with("B", 1));
    first.set(Environment.of("B", 2), false);

    assertThat(first.list().entries()).containsExactly("PATH=/bin", "A=1", "N=1", "B=1");
    assertThat(second.list().entries()).containsExactly("PATH=/bin", "A=9", "N=2");
    assertThat(environment.list().entries()).containsExactly("PATH=/bin");

    first.unset(List.of("B"));
    assertThat(first.get("B")).isEmpty();

    first.reset();
    assertThat(first.list().entries()).containsExactly("PATH=/bin", "A=9");
  }

  @Test
  void anInstanceThatIsNotThereHasNone() {
    session.job("web", "exec web");
    JobEnvironment gone = session.upstart().environment("web", "x");

    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(gone::list)
        .satisfies(
            failure ->
                assertThat(failure.error())
                    .contains(
                        new UpstartError(
                            UpstartError.UPSTART + "UnknownJobInstance",
                            "Unknown instance: x of job web")));
    assertThatExceptionOfType(UnknownJobException.class)
        .isThrownBy(session.upstart().environment("nope", "")::list);
  }

  @Test
  void emptyNamesAreRefused() {
    JobEnvironment environment = session.upstart().environment();

    assertThatIllegalArgumentException().isThrownBy(() -> environment.get(""));
    assertThatIllegalArgumentException().isThrownBy(() -> session.upstart().environment("", "x"));
  }
}
