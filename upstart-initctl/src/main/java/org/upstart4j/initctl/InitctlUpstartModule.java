package org.upstart4j.initctl;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.upstart4j.Upstart;

/**
 * Binds {@link Upstart} to one that is reached through {@code initctl}, a singleton. Nothing runs
 * before its first use; close the one that the injector returns.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(InitctlUpstartModule.local());
 * try (Upstart upstart = injector.getInstance(Upstart.class)) {
 *   upstart.job("web").start();
 * }
 * }</pre>
 */
// only users of this class need Guice
@SuppressWarnings("exports")
public final class InitctlUpstartModule extends AbstractModule {

  private final InitctlUpstartBuilder builder;

  private InitctlUpstartModule(InitctlUpstartBuilder builder) {
    this.builder = builder;
  }

  /**
   * Binds the Upstart that the {@code initctl} of this machine reaches by itself.
   *
   * @return the module
   */
  public static InitctlUpstartModule local() {
    return of(InitctlUpstart.builder());
  }

  /**
   * Binds the Upstart that the {@code initctl} of another machine reaches by itself.
   *
   * @param destination for example {@code root@example.org}
   * @param options more options for {@code ssh}
   * @return the module
   * @throws IllegalArgumentException if that is not a destination
   */
  public static InitctlUpstartModule ssh(String destination, String... options) {
    return of(InitctlUpstart.builder().runner(CommandRunner.ssh(destination, options)));
  }

  /**
   * Binds the Upstart that a builder makes.
   *
   * @param builder the builder
   * @return the module
   */
  public static InitctlUpstartModule of(InitctlUpstartBuilder builder) {
    return new InitctlUpstartModule(builder);
  }

  @Provides
  @Singleton
  Upstart upstart() {
    return builder.build();
  }
}
