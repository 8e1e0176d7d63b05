package org.upstart4j.embedded;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import org.upstart4j.Upstart;

/**
 * Binds {@link Upstart} to one in this process, a singleton. It starts when it is first needed; who
 * asked the injector for it closes it.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(new EmbeddedUpstartModule(Path.of("examples/init")));
 * try (Upstart upstart = injector.getInstance(Upstart.class)) {
 *   upstart.job("web").start();
 * }
 * }</pre>
 */
@SuppressWarnings("exports") // Guice is there for who uses this class, and need not be for others
public final class EmbeddedUpstartModule extends AbstractModule {

  private final EmbeddedUpstartBuilder builder;

  /**
   * Binds an Upstart whose jobs are in a folder, and whose processes are real.
   *
   * @param folder the folder, laid out as {@code /etc/init}
   */
  public EmbeddedUpstartModule(Path folder) {
    this(EmbeddedUpstart.builder().folder(folder));
  }

  /**
   * Binds the Upstart that a builder makes.
   *
   * @param builder the builder
   */
  public EmbeddedUpstartModule(EmbeddedUpstartBuilder builder) {
    this.builder = builder;
  }

  @Provides
  @Singleton
  Upstart upstart() {
    return builder.build();
  }
}
