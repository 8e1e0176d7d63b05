package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.dbus.internal.wire.Connection;
import org.upstart4j.dbus.internal.wire.Connector;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.MessageType;
import org.upstart4j.dbus.internal.wire.ObjectInterface;
import org.upstart4j.dbus.internal.wire.Outgoing;
import org.upstart4j.dbus.internal.wire.Receiver;
import org.upstart4j.dbus.internal.wire.Variant;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.jobfile.JobFile;

/**
 * The engine, served, answers calls as Upstart 1.13.2 did when it was process 1 and had the same
 * jobs: every value, error and introspection. {@code dbus-answers.json} has these calls, in the
 * order in which they were made, with what python-dbus got.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DbusAnswersTest {

  private static final Deadline NEVER_LONG = Deadline.of(Wait.atMost(Duration.ofSeconds(60)));

  private final String address = "unix:abstract=/org/upstart4j/it/" + UUID.randomUUID();
  private EmbeddedUpstart upstart;
  private UpstartDbusServer server;
  private Connection connection;

  static List<JsonElement> calls() throws IOException {
    try (Reader text =
        new InputStreamReader(
            DbusAnswersTest.class.getResourceAsStream("dbus-answers.json"),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(text).getAsJsonArray().asList();
    }
  }

  @BeforeAll
  void serve() {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder();
    jobs().forEach((name, text) -> builder.job(name, JobFile.parse(text)));
    upstart = builder.build();
    server = UpstartDbusServer.of(upstart).listen(address);
    connection = Connector.connect(address, NEVER_LONG);
    connection.start(new Deaf());
  }

  private static Map<String, String> jobs() {
    Map<String, String> jobs = new LinkedHashMap<>();
    jobs.put(
        "a",
        """
        description "A job"
        author me
        version 3
        usage "how"
        emits x y
        start on x or (y and starting b K=V)
        stop on z
        exec sleep 1000
        """);
    jobs.put("net/web", "exec sleep 1000\n");
    jobs.put("inst", "instance $K\nusage \"K=V\"\n");
    jobs.put("nomain", "emits q\n");
    jobs.put("fail", "start on failit\npre-start exec false\nexec sleep 100\n");
    jobs.put("failtask", "start on failtask\ntask\nexec false\n");
    jobs.put("é", "exec sleep 1\n");
    return jobs;
  }

  @AfterAll
  void close() {
    connection.close();
    server.close();
    upstart.close();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aCallIsAnsweredAsRecorded(JsonObject recorded) {
    JsonArray call = recorded.getAsJsonArray("call");
    Incoming answer = NEVER_LONG.await(connection.call(message(call)), call.toString());

    JsonObject heard = new JsonObject();
    heard.add("call", call);
    if (answer.type() == MessageType.ERROR) {
      heard.add("error", json(List.of(answer.errorName(), answer.text())));
    } else {
      heard.add("reply", json(answer.arguments()));
    }
    assertThat(heard).isEqualTo(recorded);
  }

  private static Outgoing message(JsonArray call) {
    List<Object> arguments = new ArrayList<>();
    for (JsonElement argument : call.asList().subList(4, call.size())) {
      arguments.add(new Gson().fromJson(argument, Object.class));
    }
    String type = call.get(1).getAsString();
    return Outgoing.call(
        null,
        new ObjectInterface(call.get(0).getAsString(), type.isEmpty() ? null : type),
        call.get(2).getAsString(),
        call.get(3).getAsString(),
        arguments.toArray());
  }

  private static JsonElement json(Object value) {
    return JsonParser.parseString(new Gson().toJson(plain(value)));
  }

  /** Returns the content of a variant, as python-dbus shows it. */
  private static Object plain(Object value) {
    if (value instanceof Variant typed) {
      return plain(typed.value());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DbusAnswersTest::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((name, property) -> plain.put(name, plain(property)));
      return plain;
    }
    return value;
  }

  private static final class Deaf implements Receiver {

    @Override
    public void received(Incoming message) {}

    @Override
    public void ended(UpstartUnavailableException reason) {}
  }
}
