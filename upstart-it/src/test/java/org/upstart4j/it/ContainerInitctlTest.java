package org.upstart4j.it;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.initctl.InitctlUpstartModule;
import org.upstart4j.it.site.ContainerExtension;
import org.upstart4j.it.site.InitctlContracts;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testcontainers.Transport;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a container through its own initctl, which Docker runs. */
class ContainerInitctlTest implements InitctlContracts {

  @RegisterExtension
  static final ContainerExtension CONTAINER = new ContainerExtension(Transport.INITCTL);

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        CONTAINER.fresh(),
        timeout ->
            InitctlUpstartModule.of(
                InitctlUpstart.builder()
                    .runner(CONTAINER.container().programs())
                    .timeout(timeout)));
  }
}
