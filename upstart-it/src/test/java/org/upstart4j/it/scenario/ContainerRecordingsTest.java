package org.upstart4j.it.scenario;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.upstart4j.it.site.Site;
import org.upstart4j.it.site.UpstartContainer;

/** The Upstart of a container. */
class ContainerRecordingsTest implements RecordingContract {

  private static UpstartContainer container;

  @BeforeAll
  static void start() throws IOException {
    container = UpstartContainer.start();
  }

  @AfterAll
  static void end() {
    if (container != null) {
      container.close();
    }
  }

  @Override
  public Site site() {
    return container.fresh();
  }
}
