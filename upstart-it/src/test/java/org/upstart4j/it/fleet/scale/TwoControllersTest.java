package org.upstart4j.it.fleet.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.it.Shell;

/**
 * Two controllers that share an inventory, each with half of its hosts, a record of its own, and
 * its lines of JSON joined with the other's: as {@code docs/fleet.md} says.
 */
@Timeout(1800)
@Isolated("it starts many programs")
class TwoControllersTest {

  private static final int COUNT = ManyHostsTest.COUNT;

  /** The host that refuses, which the second controller has. */
  private static final int REFUSES = COUNT - 2;

  @TempDir private Path folder;

  @Test
  void eachRestartsItsHalfAndTheirLinesTogetherTellOfEachHostOnce() throws IOException {
    Shell.in(folder);
    try (ManyHosts hosts = hosts();
        Measured first = restart(hosts, "all[0:" + (COUNT / 2 - 1) + "]", "first.record");
        Measured second = restart(hosts, "all[" + COUNT / 2 + ":]", "second.record")) {
      first.end();
      second.end();
      ManyHostsTest.tell("the first of two controllers", first);
      ManyHostsTest.tell("the second of two controllers", second);

      List<JsonObject> joined = joined(first, second);
      assertThat(joined.stream().filter(line -> line.has("host")))
          .extracting(line -> line.get("host").getAsString())
          .containsExactlyInAnyOrderElementsOf(hosts.names());
      assertThat(joined.stream().filter(line -> line.has("ok") && !line.get("ok").getAsBoolean()))
          .extracting(line -> line.get("host").getAsString())
          .containsExactly(hosts.names().get(REFUSES));
      assertThat(Files.readString(folder.resolve("first.record"))).doesNotContain(last(hosts));
      assertThat(Files.readString(folder.resolve("second.record"))).contains(last(hosts));
      assertThat(hosts.running()).isEmpty();
    }
  }

  private ManyHosts hosts() throws IOException {
    return ManyHosts.in(
        folder, COUNT, number -> number == REFUSES ? Optional.of(Fault.REFUSES) : Optional.empty());
  }

  private static Measured restart(ManyHosts hosts, String pattern, String record) {
    return hosts.upstart(
        "--hosts=" + pattern,
        "restart",
        "web",
        "--rolling=10%",
        "--max-failures=5%",
        "--resume=" + record,
        "--unchecked",
        "--json");
  }

  private static List<JsonObject> joined(Measured... controllers) {
    return Stream.of(controllers)
        .flatMap(controller -> controller.lines().stream())
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static String last(ManyHosts hosts) {
    return hosts.names().get(COUNT - 1);
  }
}
