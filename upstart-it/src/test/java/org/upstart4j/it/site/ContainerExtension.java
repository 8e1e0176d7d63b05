package org.upstart4j.it.site;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.upstart4j.testcontainers.Transport;
import org.upstart4j.testcontainers.UpstartContainer;

/** A container with an Upstart for all tests of a class, which are skipped if there can be none. */
public final class ContainerExtension implements BeforeAllCallback, AfterAllCallback {

  private final Transport transport;
  private @Nullable ContainerSite site;

  /**
   * Makes the extension.
   *
   * @param transport how the Upstart in the container is reached
   */
  public ContainerExtension(Transport transport) {
    this.transport = transport;
  }

  /** Returns the site, with an empty folder of jobs. */
  public ContainerSite fresh() {
    return site().fresh();
  }

  /** Returns the site as it is. */
  public ContainerSite site() {
    return Objects.requireNonNull(site);
  }

  /** Returns the container, which runs. */
  public UpstartContainer container() {
    return site().container();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    site = ContainerSite.start(transport);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (site != null) {
      site.close();
    }
  }
}
