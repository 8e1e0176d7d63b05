package org.upstart4j.it.site;

import com.google.inject.Module;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a site for a contract, reached through a Guice module. */
public final class SiteFixture implements UpstartFixture {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HASTE = Duration.ofSeconds(5);

  private final Site site;
  private final Function<Duration, Module> modules;
  private final Application application;
  private final List<Application> more = new ArrayList<>();

  /**
   * Makes a fixture.
   *
   * @param site where the Upstart runs
   * @param modules how it is reached, by how long that waits for an answer that does not depend on
   *     jobs
   */
  public SiteFixture(Site site, Function<Duration, Module> modules) {
    this.site = site;
    this.modules = modules;
    this.application = Application.with(modules.apply(PATIENCE));
  }

  @Override
  public Upstart upstart() {
    return application.upstart();
  }

  @Override
  public Upstart closeable() {
    return another(PATIENCE);
  }

  @Override
  public Upstart impatient() {
    return another(HASTE);
  }

  private Upstart another(Duration timeout) {
    Application another = Application.with(modules.apply(timeout));
    more.add(another);
    return another.upstart();
  }

  @Override
  public void write(String file, String text) {
    site.write(Map.of(file, text));
  }

  @Override
  public void remove(String file) {
    site.remove(List.of(file));
  }

  @Override
  public void signal(int pid, Signal signal) {
    site.kill(Integer.toString(signal.number()), Integer.toString(pid));
  }

  @Override
  public Duration beyondAnyTimeout() {
    return HASTE.plusSeconds(1);
  }

  @Override
  public void close() {
    application.close();
    more.forEach(Application::close);
  }
}
