package org.upstart4j.dbus;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.upstart4j.Upstart;

/**
 * Binds {@link Upstart} to one that is reached over D-Bus, a singleton. It connects on first use;
 * close the one that the injector returns.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(DbusUpstartModule.systemBus());
 * try (Upstart upstart = injector.getInstance(Upstart.class)) {
 *   upstart.job("web").start();
 * }
 * }</pre>
 */
// only users of this class need Guice
@SuppressWarnings("exports")
public final class DbusUpstartModule extends AbstractModule {

  private final DbusUpstartBuilder builder;

  private DbusUpstartModule(DbusUpstartBuilder builder) {
    this.builder = builder;
  }

  /**
   * Binds the Upstart on the system bus.
   *
   * @return the module
   */
  public static DbusUpstartModule systemBus() {
    return of(DbusUpstart.builder().systemBus());
  }

  /**
   * Binds the Upstart on the session bus.
   *
   * @return the module
   */
  public static DbusUpstartModule sessionBus() {
    return of(DbusUpstart.builder().sessionBus());
  }

  /**
   * Binds the Upstart that is process 1, at its own socket.
   *
   * @return the module
   */
  public static DbusUpstartModule privateSocket() {
    return of(DbusUpstart.builder().privateSocket());
  }

  /**
   * Binds the Upstart of this user's session.
   *
   * @return the module
   */
  public static DbusUpstartModule userSession() {
    return of(DbusUpstart.builder().userSession());
  }

  /**
   * Binds the Upstart that listens at an address, without a bus.
   *
   * @param address for example {@code unix:abstract=/com/ubuntu/upstart}
   * @return the module
   * @throws IllegalArgumentException if that is not the address of a socket
   */
  public static DbusUpstartModule at(String address) {
    return of(DbusUpstart.builder().at(address));
  }

  /**
   * Binds the Upstart of another machine, as {@link DbusUpstart#ssh} makes it.
   *
   * @param destination for example {@code root@example.org}
   * @param options more options for {@code ssh}, for example {@code "-p", "2222"}
   * @return the module
   * @throws IllegalArgumentException if that is not a destination that {@link
   *     DbusUpstartBuilder#ssh} allows
   */
  public static DbusUpstartModule ssh(String destination, String... options) {
    return of(DbusUpstart.builder().ssh(destination, options));
  }

  /**
   * Binds the Upstart that a builder makes.
   *
   * @param builder the builder
   * @return the module
   */
  public static DbusUpstartModule of(DbusUpstartBuilder builder) {
    return new DbusUpstartModule(builder);
  }

  @Provides
  @Singleton
  Upstart upstart() {
    return builder.build();
  }
}
