package org.upstart4j.initctl;

import java.util.List;
import org.upstart4j.spi.UpstartProvider;

/** Finds the Upstart that the {@code initctl} of this machine reaches, for automatic choice. */
public final class InitctlUpstartProvider implements UpstartProvider {

  /** Lower than that of every way over D-Bus. */
  private static final int PRIORITY = 100;

  /** Makes a provider. */
  public InitctlUpstartProvider() {}

  @Override
  public List<Way> ways() {
    return List.of(new Way("initctl", PRIORITY, InitctlUpstart::local));
  }
}
