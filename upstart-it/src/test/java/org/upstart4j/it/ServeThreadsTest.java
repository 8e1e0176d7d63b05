package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.jobfile.JobFile;

/** Which threads a served engine has. */
@Isolated("it counts the threads of the JVM")
class ServeThreadsTest {

  @Test
  void twoThousandJobsNeedNoMoreThreadsThanTen() {
    assertThat(threads(2_000)).isEqualTo(threads(10));
  }

  /**
   * Returns the names of the threads that are there after a list of all jobs, but for those that
   * write: each end has one for a while, if the other does not read at once.
   */
  private static List<String> threads(int jobs) {
    String address = "unix:abstract=/upstart-it/" + UUID.randomUUID();
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder();
    for (int i = 0; i < jobs; i++) {
      builder.job("job-" + i, JobFile.parse("start on never\nexec sleep 1000\n"));
    }
    try (EmbeddedUpstart engine = builder.build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
        DbusUpstart client = DbusUpstart.at(address)) {
      assertThat(client.statuses()).hasSize(jobs);
      return Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(name -> name.startsWith("upstart-"))
          .filter(name -> !name.startsWith("upstart-dbus-writes "))
          .map(name -> name.replace(address, ""))
          .sorted()
          .toList();
    }
  }
}
