package org.upstart4j.it.site;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A container with an Upstart for all tests of a class, which are skipped if there can be none. */
public final class ContainerExtension implements BeforeAllCallback, AfterAllCallback {

  private @Nullable UpstartContainer container;

  /** Returns the container, with an empty folder of jobs. */
  public UpstartContainer fresh() {
    return container().fresh();
  }

  /** Returns the container as it is. */
  public UpstartContainer container() {
    return Objects.requireNonNull(container);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    container = UpstartContainer.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (container != null) {
      container.close();
    }
  }
}
