package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Wait;

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
        .containsExactlyInAnyOrder("sessions", "job_environment", "events", "job_classes");
    assertThat(dump.getAsJsonArray("job_classes")).isEmpty();
    assertThat(dump.getAsJsonArray("events")).isEmpty();
    assertThat(dump.getAsJsonArray("job_environment").get(1).getAsString()).isEqualTo("TERM=linux");
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
    assertThat(web.get("start_on").getAsString()).isEqualTo("(a or b)");
    assertThat(web.get("stop_on").getAsString()).isEqualTo("c");
    assertThat(web.get("respawn").getAsInt()).isEqualTo(1);
    assertThat(web.get("task").getAsInt()).isZero();
    assertThat(web.get("deleted").getAsInt()).isZero();
    JsonObject instance = web.getAsJsonArray("jobs").get(0).getAsJsonObject();
    assertThat(instance.get("name").getAsString()).isEqualTo("ü\n");
    assertThat(instance.get("goal").getAsString()).isEqualTo("JOB_STOP");
    assertThat(instance.get("state").getAsString()).isEqualTo("JOB_PRE_STOP");
    assertThat(instance.getAsJsonObject("pid").get("PROCESS_MAIN").getAsInt()).isEqualTo(1000);
    assertThat(instance.getAsJsonObject("pid").get("PROCESS_PRE_STOP").getAsInt()).isEqualTo(1010);
    assertThat(instance.getAsJsonArray("env")).hasSize(4);
  }

  @Test
  void anEventThatIsHeldIsDumped() {
    engine.job("web", "start on a and b", "exec web");
    engine.emit("a", "X=1");

    JsonObject event = dump().getAsJsonArray("events").get(0).getAsJsonObject();

    assertThat(event.get("name").getAsString()).isEqualTo("a");
    assertThat(event.getAsJsonArray("env").get(0).getAsString()).isEqualTo("X=1");
    assertThat(event.get("progress").getAsString()).isEqualTo("EVENT_HANDLING");
    assertThat(event.get("failed").getAsInt()).isZero();
  }
}
