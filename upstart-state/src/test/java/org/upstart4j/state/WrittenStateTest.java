package org.upstart4j.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.upstart4j.Environment;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** What is read can be written again. */
class WrittenStateTest {

  static final List<String> DUMPS = List.of(Dumps.PROCESS_1, Dumps.ONE_JOB, Dumps.SESSION);

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static String written(String text) {
    return UpstartState.parse(text).toJson();
  }

  @ParameterizedTest
  @FieldSource("DUMPS")
  void aDumpOfUpstartsOwnIsWrittenAsUpstartWroteIt(String dump) {
    JsonObject upstarts = json(dump);
    JsonObject ours = json(written(dump));

    // this Upstart was built without cgroups
    assertThat(ours.remove("cgroup_manager_address")).isEqualTo(JsonNull.INSTANCE);
    for (JsonElement job : ours.getAsJsonArray("job_classes")) {
      assertThat(job.getAsJsonObject().remove("cgroups")).isEqualTo(new JsonArray());
    }
    assertThat(ours).hasToString(upstarts.toString());
  }

  @ParameterizedTest
  @FieldSource("DUMPS")
  void whatIsWrittenIsReadAsTheSameState(String dump) {
    UpstartState state = UpstartState.parse(dump);

    assertThat(UpstartState.parse(state.toJson())).isEqualTo(state);
  }

  @Test
  void wordsThatAreNotKnownAreWrittenAsTheyWereRead() {
    String text =
        """
        {"sessions":[{"chroot":"/jail","conf_path":null}],"events":[{"session":1,"name":"e","env":[],\
        "fd":-1,"progress":"NEW","failed":1,"blockers":0,"blocking":[\
        {"data":{"msg-id":7},"type":"BLOCKED_JOB_START_METHOD"},\
        {"data":{"index":3},"type":"BLOCKED_EVENT"}]}],"control_bus_address":"unix:path=/bus",\
        "cgroup_manager_address":"unix:path=/groups","job_environment":["A=\\u2028<"],\
        "job_classes":[],"conf_sources":[]}""";

    assertThat(written(text)).isEqualTo(text);
  }

  @Test
  void cgroupsAndLogsAreReadAndWritten() {
    String text =
        """
        {"job_classes":[{"name":"a","cgmanager_wait":1,"cgroups":[{"controller":"memory","names":[\
        {"name":"$UPSTART_CGROUP","expanded":null,"settings":[{"key":"k","value":"v"}]}]}],\
        "jobs":[{"name":"","log":[{"path":null},{"fd":4,"io_watch_fd":-1,"path":"/log","uid":0,\
        "detached":0,"remote_closed":1,"open_errno":2}],"trace_forks":1,"trace_state":"TRACE_NEW",\
        "respawn_time":9}]}]}""";
    JobState job = UpstartState.parse(text).job("a").orElseThrow();
    InstanceState instance = job.instance("").orElseThrow();

    assertThat(job.setting().waitsForCgroupManager()).isTrue();
    assertThat(job.setting().cgroups())
        .containsExactly(
            new CgroupState(
                "memory",
                List.of(
                    new CgroupState.Group(
                        "$UPSTART_CGROUP",
                        Optional.empty(),
                        List.of(new CgroupState.Setting("k", "v"))))));
    assertThat(instance.logs())
        .containsExactly(
            new LogState(
                "pre-start", "/log", OptionalInt.of(4), OptionalInt.empty(), 0, false, true, 2));
    assertThat(instance.trace()).isEqualTo(new InstanceState.Trace(1, "new"));
    assertThat(instance.respawnTime()).isEqualTo(9);
    assertThat(UpstartState.parse(written(text)).job("a")).contains(job);
  }

  @Test
  void anEventThatBlocksSomethingIsBlocking() {
    List<Blocked> blocked = List.of(new Blocked.ByEvent(1));
    EventState event =
        new EventState(
            0, "e", Environment.EMPTY, OptionalInt.empty(), "pending", false, 0, false, blocked);

    assertThat(event.isBlocking()).isTrue();
  }

  @Test
  void aConditionThatIsATextStaysOne() {
    String text = "{\"job_classes\":[{\"name\":\"a\",\"start_on\":\"b or c\"}]}";

    assertThat(written(text)).contains("\"start_on\":\"b or c\"");
  }

  @Test
  void anOperatorHoldsAsItsOperandsSay() {
    EventExpression condition =
        EventMatch.of("/AND", "X=1").and(EventMatch.of("b")).or(EventMatch.of("c"));
    ConditionState.Operand yes = new ConditionState.Operand(true, OptionalInt.of(4));
    ConditionState.Operand no = new ConditionState.Operand(false, OptionalInt.empty());
    StateObject job = new StateObject();

    ConditionForm.write(
        job, "on", Optional.of(ConditionState.of(condition, List.of(yes, no, yes))));

    assertThat(job)
        .hasToString(
            "{\"on\":[{\"type\":\"EVENT_MATCH\",\"value\":1,\"name\":\"/AND\",\"env\":[\"X=1\"],"
                + "\"event\":4},"
                + "{\"type\":\"EVENT_MATCH\",\"value\":0,\"name\":\"b\"},"
                + "{\"type\":\"EVENT_AND\",\"value\":0},"
                + "{\"type\":\"EVENT_MATCH\",\"value\":1,\"name\":\"c\",\"event\":4},"
                + "{\"type\":\"EVENT_OR\",\"value\":1}]}");
  }

  @Test
  void aConditionHasAnOperandForEachEvent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConditionState.of(EventMatch.of("a"), List.of()))
        .withMessage("Operands of \"a\": 0 instead of 1");
  }

  @Test
  void aConditionOfAnyDepthIsWritten() {
    EventExpression deep = EventExpression.all(Collections.nCopies(100_000, EventMatch.of("a")));
    ConditionState.Operand yes = new ConditionState.Operand(true, OptionalInt.empty());
    StateObject job = new StateObject();

    ConditionForm.write(
        job, "on", Optional.of(ConditionState.of(deep, Collections.nCopies(100_000, yes))));

    assertThat(job.toString()).endsWith("{\"type\":\"EVENT_AND\",\"value\":1}]}");
  }
}
