package org.upstart4j.it.site;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Module;
import org.upstart4j.Upstart;

/** An application that does not know how its Upstart is reached: a Guice module says so. */
final class Application implements AutoCloseable {

  private final Upstart upstart;

  @Inject
  Application(Upstart upstart) {
    this.upstart = upstart;
  }

  static Application with(Module module) {
    return Guice.createInjector(module).getInstance(Application.class);
  }

  Upstart upstart() {
    return upstart;
  }

  @Override
  public void close() {
    upstart.close();
  }
}
