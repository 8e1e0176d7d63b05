package org.upstart4j.it.scenario;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.it.site.ContainerExtension;
import org.upstart4j.it.site.Site;
import org.upstart4j.testcontainers.Transport;

/** The Upstart of a container. */
class ContainerRecordingsTest implements RecordingContract {

  @RegisterExtension
  static final ContainerExtension CONTAINER = new ContainerExtension(Transport.SOCKET);

  @Override
  public Site site() {
    return CONTAINER.fresh();
  }
}
