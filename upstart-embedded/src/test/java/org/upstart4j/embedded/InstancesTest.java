package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UpstartError;

class InstancesTest {

  private static final String INVALID = UpstartError.DBUS + "InvalidArgs";

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private static void assertUnknown(ThrowingCallable call, String text) {
    assertThatExceptionOfType(UnknownParameterException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.parameter()).isEqualTo("N"))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo("web"))
        .satisfies(
            failure -> assertThat(failure.error()).contains(new UpstartError(INVALID, text)));
  }

  @Test
  void aJobRunsOnceForEachNameOfItsInstances() {
    engine.job("web", "instance $HOST-$PORT", "env HOST=local", "exec web");
    Job web = engine.named("web");

    Instance first = web.start(Environment.of("PORT", 1));
    Instance second = web.start(Environment.of("PORT", 1).with("HOST", "other"));

    assertThat(first.name()).isEqualTo("local-1");
    assertThat(second.name()).isEqualTo("other-1");
    assertThat(web.instances()).containsExactlyInAnyOrder(first, second);
    assertThat(web.instance("local-1")).isEqualTo(first);
    assertThat(web.instance(Environment.of("PORT", 1))).isEqualTo(first);
    assertThat(first.status()).hasToString("web (local-1) start/running, process 1000");
    assertThatExceptionOfType(AlreadyStartedException.class)
        .isThrownBy(() -> web.start(Environment.of("PORT", 1).with("MORE", 2)))
        .withMessage("Job is already running: web (local-1)");
    web.stop(Environment.of("PORT", 1));
    assertThat(web.instances()).containsExactly(second);
  }

  @Test
  void aMissingVariableIsAnErrorWithTheUsageWhereUpstartGivesIt() {
    engine.job("web", "instance $N", "usage \"N=number\"", "exec web");
    Job web = engine.named("web");

    assertUnknown(web::start, "Unknown parameter: N\nUsage: N=number");
    assertUnknown(web::status, "Unknown parameter: N\nUsage: N=number");
    assertUnknown(() -> web.instance(Environment.EMPTY), "Unknown parameter: N\nUsage: N=number");
    assertUnknown(web::stop, "Unknown parameter: N");
    assertUnknown(web::restart, "Unknown parameter: N");
    assertUnknown(web::reload, "Unknown parameter: N\nUsage: N=number");
    assertThat(web.instances()).isEmpty();
  }

  @Test
  void aMissingVariableOfAJobWithoutAUsageIsNamedAlone() {
    engine.job("web", "instance $N", "exec web");

    assertUnknown(engine.named("web")::start, "Unknown parameter: N");
  }

  @Test
  void aNameThatCannotBeReadIsAnErrorOfItsOwn() {
    engine.job("web", "instance ${N", "usage \"so\"", "exec web");

    assertThatExceptionOfType(UnexpectedErrorException.class)
        .isThrownBy(() -> engine.named("web").start())
        .satisfies(
            failure ->
                assertThat(failure.error())
                    .contains(new UpstartError(INVALID, "Mismatched braces\nUsage: so")));
  }

  @Test
  void aNameMayHaveADefault() {
    engine.job("web", "instance ${N:-first}", "exec web");

    assertThat(engine.start("web").name()).isEqualTo("first");
    engine.stop("web");
    assertThat(engine.named("web").start(Environment.of("N", "")).name()).isEqualTo("first");
  }

  @Test
  void anInstanceThatIsNotThereIsUnknown() {
    engine.job("web", "instance $N", "exec web");
    Job web = engine.named("web");

    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> web.instance("x"))
        .withMessage("Unknown instance: x of job web");
    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> web.stop(Environment.of("N", "x")))
        .withMessage("Unknown instance: x of job web");
    assertThat(web.status(Environment.of("N", "x"))).hasToString("web stop/waiting");
  }

  @Test
  void anEventStartsTheInstanceThatItsVariablesName() {
    engine.job("web", "start on add", "instance $N", "exec web");

    engine.emit("add", "N=1");
    engine.emit("add", "N=2");
    engine.emit("add", "N=1");

    assertThat(engine.upstart().statuses())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "web (1) start/running, process 1000", "web (2) start/running, process 1010");
  }

  @Test
  void anEventThatNamesNoInstanceStartsNothingAndIsHiddenFromLaterJobs() {
    // in this order in Upstart's table: ssh, web, a
    engine.job("ssh", "start on add", "exec ssh");
    engine.job("web", "start on add", "instance $N", "exec web");
    engine.job("a", "start on add", "exec a");

    engine.emit("add");

    assertThat(engine.state("ssh")).isEqualTo("start/running");
    assertThat(engine.named("web").instances()).isEmpty();
    assertThat(engine.state("a")).isEqualTo("stop/waiting");
    assertThat(engine.events()).contains("add");
  }

  @Test
  void allInstancesThatAnEventMeansAreStopped() {
    engine.job("web", "stop on halt", "instance $N", "exec web");
    for (int i = 0; i < 5; i++) {
      engine.named("web").start(Environment.of("N", i));
    }

    engine.emit("halt");

    assertThat(engine.named("web").instances()).isEmpty();
    assertThat(engine.events()).filteredOn(event -> event.startsWith("stopped")).hasSize(5);
  }

  @Test
  void statusesListEachInstanceAndEachJobWithoutOne() {
    engine.job("web", "instance $N", "exec web").job("db", "exec db").job("a", "exec a");
    engine.named("web").start(Environment.of("N", "x"));
    engine.start("db");

    assertThat(engine.upstart().statuses())
        .extracting(Object::toString)
        .containsExactly(
            "db start/running, process 1010",
            "web (x) start/running, process 1000",
            "a stop/waiting");
    assertThat(engine.upstart().jobs()).extracting(Job::name).containsExactly("db", "web", "a");
  }

  @Test
  void aJobTellsWhatItsFileSays() {
    engine.job(
        "web",
        "description \"A server\"",
        "author \"Me <me@example.com>\"",
        "version \"1.0\"",
        "usage \"N=number\"",
        "emits web-up web-down*",
        "start on a and b",
        "stop on c",
        "exec web");
    engine.job("bare", "exec bare");
    Job web = engine.named("web");
    Job bare = engine.named("bare");

    assertThat(web.name()).isEqualTo("web");
    assertThat(web.upstart()).isSameAs(engine.upstart());
    assertThat(web.description()).contains("A server");
    assertThat(web.author()).contains("Me <me@example.com>");
    assertThat(web.version()).contains("1.0");
    assertThat(web.usage()).contains("N=number");
    assertThat(web.emits()).isEqualTo(List.of("web-up", "web-down*"));
    assertThat(web.startOn().orElseThrow().plainText()).isEqualTo("(a and b)");
    assertThat(web.stopOn().orElseThrow().plainText()).isEqualTo("c");
    assertThat(bare.description()).isEmpty();
    assertThat(bare.author()).isEmpty();
    assertThat(bare.version()).isEmpty();
    assertThat(bare.usage()).isEmpty();
    assertThat(bare.emits()).isEmpty();
    assertThat(bare.startOn()).isEmpty();
    assertThat(bare.stopOn()).isEmpty();
  }

  @Test
  void emptyNamesOfJobsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> engine.upstart().job(""));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.job("", "exec x"));
  }
}
