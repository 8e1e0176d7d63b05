package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.Wait;
import org.upstart4j.state.CommandState;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.EventState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

class StateDumpTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private JsonObject dump() {
    engine.settle();
    return JsonParser.parseString(engine.upstart().stateDump()).getAsJsonObject();
  }

  private static JsonObject job(JsonObject dump, int place) {
    return dump.getAsJsonArray("job_classes").get(place).getAsJsonObject();
  }

  @Test
  void anEngineWithoutJobsHasAnEmptyState() {
    JsonObject dump = dump();

    assertThat(dump.keySet())
        .containsExactly(
            "sessions",
            "events",
            "control_bus_address",
            "cgroup_manager_address",
            "job_environment",
            "job_classes",
            "conf_sources");
    assertThat(dump.getAsJsonArray("conf_sources")).isEmpty();
    assertThat(dump.get("control_bus_address").isJsonNull()).isTrue();
    assertThat(dump.get("cgroup_manager_address").isJsonNull()).isTrue();
    assertThat(dump.getAsJsonArray("job_classes")).isEmpty();
    assertThat(dump.getAsJsonArray("events")).isEmpty();
    assertThat(dump.getAsJsonArray("job_environment").get(1).getAsString()).isEqualTo("TERM=linux");
  }

  @Test
  void theStateTellsTheAddressesThatTheEngineWasToldOfFirst() {
    engine.with(builder -> builder.userSession(true));
    for (String name : new String[] {"a", "b"}) {
      engine.upstart().notifyDbusAddress("unix:path=/bus/" + name);
      engine.upstart().notifyCgroupManagerAddress("unix:path=/groups/" + name);
    }

    UpstartState state = UpstartState.of(engine.upstart());

    assertThat(state.controlBusAddress()).contains("unix:path=/bus/a");
    assertThat(state.cgroupManagerAddress()).contains("unix:path=/groups/a");
  }

  @Test
  void namesStandInPathsAsInThoseOfUpstart() {
    engine.job("net/a.b", "instance $N", "exec web");
    engine.named("net/a.b").start(Environment.of("N", "ü-1"));

    JobState job = UpstartState.of(engine.upstart()).job("net/a.b").orElseThrow();

    assertThat(job.path()).isEqualTo("/com/ubuntu/Upstart/jobs/net_2fa_2eb");
    assertThat(job.instances().get(0).path()).isEqualTo(job.path() + "/_ff_ff_2d1");
  }

  @Test
  void aJobIsDumpedWithItsStanzasAndInstances() {
    engine.job(
        "web",
        "description \"A \\\"server\\\"\"",
        "instance $N",
        "env A=1",
        "export A",
        "start on a or b",
        "stop on c",
        "emits d",
        "respawn",
        "exec web",
        "pre-stop exec slow");
    engine.processes.when("slow").neverEnds();
    engine.named("web").start(Environment.of("N", "ü\n"));
    engine.named("web").stop(Environment.of("N", "ü\n"), Wait.NO_WAIT);

    JsonObject web = job(dump(), 0);

    assertThat(web.get("name").getAsString()).isEqualTo("web");
    assertThat(web.get("instance").getAsString()).isEqualTo("$N");
    assertThat(web.get("start_on"))
        .hasToString(
            "[{\"type\":\"EVENT_MATCH\",\"value\":0,\"name\":\"a\"},"
                + "{\"type\":\"EVENT_MATCH\",\"value\":0,\"name\":\"b\"},"
                + "{\"type\":\"EVENT_OR\",\"value\":0}]");
    assertThat(web.get("respawn").getAsInt()).isEqualTo(1);
    assertThat(web.get("task").getAsInt()).isZero();
    assertThat(web.get("deleted").getAsInt()).isZero();
    JsonObject instance = web.getAsJsonArray("jobs").get(0).getAsJsonObject();
    assertThat(instance.get("name").getAsString()).isEqualTo("ü\n");
    assertThat(instance.get("goal").getAsString()).isEqualTo("JOB_STOP");
    assertThat(instance.get("state").getAsString()).isEqualTo("JOB_PRE_STOP");
    assertThat(instance.get("pid")).hasToString("[1000,0,0,1010,0,0]");
    assertThat(instance.getAsJsonArray("env")).hasSize(4);
  }

  @Test
  void anEventThatIsHeldIsDumped() {
    engine.job("web", "start on a and b", "exec web");
    engine.emit("a", "X=1");

    UpstartState state = UpstartState.of(engine.upstart());
    EventState event = state.events().get(0);
    ConditionState when = state.job("web").orElseThrow().startOn().orElseThrow();

    assertThat(event.name()).isEqualTo("a");
    assertThat(event.variables()).isEqualTo(Environment.of("X", "1"));
    assertThat(event.progress()).isEqualTo("handling");
    assertThat(event.failed()).isFalse();
    assertThat(event.blockers()).isEqualTo(1);
    assertThat(when.text()).isEqualTo("(a and b)");
    assertThat(when.operands())
        .containsExactly(
            new ConditionState.Operand(true, OptionalInt.of(0)),
            new ConditionState.Operand(false, OptionalInt.empty()));
  }

  @Test
  void theDumpIsReadAsTheStateOfAnUpstart() {
    engine.job("web", "task", "respawn", "kill timeout 9", "stop on x A=1", "exec web");
    engine.processes.when("web").neverEnds();
    engine.named("web").start(Environment.EMPTY, Wait.NO_WAIT);
    engine.settle();

    JobState web = UpstartState.of(engine.upstart()).job("web").orElseThrow();

    assertThat(web.course().task()).isTrue();
    assertThat(web.course().killTimeout()).hasValue(9);
    assertThat(web.course().expect()).isEqualTo("none");
    assertThat(web.process(ProcessType.MAIN)).contains(new CommandState("main", false, "web"));
    assertThat(web.instances().get(0).status("web")).isEqualTo(engine.named("web").status());
    assertThat(web.instances().get(0).stopOn()).map(ConditionState::text).contains("x A=1");
  }
}
