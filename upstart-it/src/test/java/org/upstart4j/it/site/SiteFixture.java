package org.upstart4j.it.site;

import com.google.inject.Module;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a site in the hands of a contract, reached as a Guice module says. */
public final class SiteFixture implements UpstartFixture {

  private final Site site;
  private final Module module;
  private final Duration beyondAnyTimeout;
  private final Application application;
  private final List<Application> more = new ArrayList<>();

  /**
   * Makes a fixture.
   *
   * @param site where the Upstart runs
   * @param module how it is reached
   * @param timeout how long that waits for an answer that does not depend on jobs
   */
  public SiteFixture(Site site, Module module, Duration timeout) {
    this.site = site;
    this.module = module;
    this.beyondAnyTimeout = timeout.plusSeconds(1);
    this.application = Application.with(module);
  }

  @Override
  public Upstart upstart() {
    return application.upstart();
  }

  @Override
  public Upstart closeable() {
    Application another = Application.with(module);
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
    return beyondAnyTimeout;
  }

  @Override
  public void close() {
    application.close();
    more.forEach(Application::close);
  }
}
