package org.upstart4j.it;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.ContainerExtension;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.FileContract;
import org.upstart4j.it.site.ReExecContract;
import org.upstart4j.it.site.Site;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testcontainers.Transport;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a container at its private socket, and its job files. */
class ContainerSocketTest implements DbusContracts, FileContract, ReExecContract {

  @RegisterExtension
  static final ContainerExtension CONTAINER = new ContainerExtension(Transport.SOCKET);

  @Override
  public Site site() {
    return CONTAINER.site();
  }

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        CONTAINER.fresh(),
        timeout ->
            DbusUpstartModule.of(
                DbusUpstart.builder().at(CONTAINER.container().address()).timeout(timeout)));
  }
}
