package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.RawPeer;
import org.upstart4j.dbus.internal.wire.Variant;

/** Whatever an Upstart answers, the call returns it or throws an error of its own. */
@Timeout(60)
class WrongTypesTest {

  private static final Map<String, Consumer<DbusUpstart>> REQUESTS = requests();

  private static Map<String, Consumer<DbusUpstart>> requests() {
    Map<String, Consumer<DbusUpstart>> all = new LinkedHashMap<>();
    all.put("version", DbusUpstart::version);
    all.put("log priority", DbusUpstart::logPriority);
    all.put("capabilities", DbusUpstart::capabilities);
    all.put("jobs", DbusUpstart::jobs);
    all.put("job", upstart -> upstart.job("web"));
    all.put("statuses", DbusUpstart::statuses);
    all.put("state", DbusUpstart::stateDump);
    all.put("variable", upstart -> upstart.environment().get("A"));
    all.put("variables", upstart -> upstart.environment().list());
    all.put("description", upstart -> web(upstart).description());
    all.put("emits", upstart -> web(upstart).emits());
    all.put("start on", upstart -> web(upstart).startOn());
    all.put("instances", upstart -> web(upstart).instances());
    all.put("instance by name", upstart -> web(upstart).instance("a"));
    all.put("instance", upstart -> web(upstart).instance(Environment.EMPTY));
    all.put("start", upstart -> web(upstart).start(Environment.EMPTY, Wait.NO_WAIT));
    all.put(
        "status",
        upstart ->
            new DbusInstance((DbusJob) web(upstart), "/com/ubuntu/Upstart/jobs/web/_", "")
                .status());
    return all;
  }

  private static Job web(DbusUpstart upstart) {
    return upstart.jobWithoutAsking("web");
  }

  private static final List<Variant> RUBBISH =
      List.of(
          new Variant("", List.of()),
          new Variant("i", 1),
          new Variant("s", "x"),
          new Variant("o", "x"),
          new Variant("v", new Variant("i", 1)),
          new Variant("v", new Variant("s", "")),
          new Variant("v", new Variant("as", List.of("x"))),
          new Variant("v", new Variant("aas", List.of(List.of("/AND")))),
          new Variant("v", new Variant("aas", List.of(List.of()))),
          new Variant("v", new Variant("ai", List.of(1))),
          new Variant("as", List.of("x")),
          new Variant("ao", List.of("x", "")),
          new Variant("ao", List.of("/", "/x")),
          new Variant("ai", List.of(1)),
          new Variant("a{sv}", Map.of()),
          new Variant(
              "a{sv}",
              Map.of(
                  "name", new Variant("i", 1),
                  "goal", new Variant("s", ""),
                  "state", new Variant("s", ""),
                  "processes", new Variant("as", List.of("x")))),
          new Variant(
              "a{sv}",
              Map.of(
                  "name", new Variant("s", ""),
                  "goal", new Variant("s", "start"),
                  "state", new Variant("s", "running"),
                  "processes", new Variant("a(s)", List.of(List.of("main"))))));

  static Stream<String> names() {
    return REQUESTS.keySet().stream();
  }

  private static byte[] reply(Incoming call, Variant value) {
    return value.signature().isEmpty()
        ? RawPeer.reply(call, "")
        : RawPeer.reply(call, value.signature(), value.value());
  }

  @ParameterizedTest
  @MethodSource("names")
  void anAnswerOfAnyTypesIsUnderstoodOrAnErrorOfItsOwn(String name) throws Exception {
    List<Throwable> thrown = new ArrayList<>();
    for (Variant rubbish : RUBBISH) {
      String address = Served.address();
      try (RawPeer peer = new RawPeer(address).thenAnswerAll(call -> reply(call, rubbish));
          DbusUpstart client = Served.client(address)) {
        Throwable failure = catchThrowable(() -> REQUESTS.get(name).accept(client));
        if (failure != null) {
          assertThat(failure).isInstanceOf(UnexpectedErrorException.class);
          thrown.add(failure);
        }
      }
    }
    assertThat(thrown).hasSizeGreaterThan(RUBBISH.size() / 2);
  }

  @Test
  void aVersionThatIsNoTextIsAnErrorOfItsOwn() throws Exception {
    String address = Served.address();
    try (RawPeer peer =
            new RawPeer(address)
                .thenAnswerAll(
                    call ->
                        call.member().equals("Introspect")
                            ? RawPeer.reply(call, "s", "<node/>")
                            : RawPeer.reply(call, "v", new Variant("u", 1)));
        DbusUpstart client = Served.client(address)) {
      assertThat(catchThrowable(client::version)).isInstanceOf(UnexpectedErrorException.class);
      assertThat(catchThrowable(client::capabilities)).isInstanceOf(UnexpectedErrorException.class);
    }
  }
}
