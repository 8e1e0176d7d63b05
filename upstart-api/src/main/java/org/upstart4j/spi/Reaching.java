package org.upstart4j.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.UpstartProvider.Way;

/** Tries one way to an Upstart after the other, and remembers why each of them failed. */
final class Reaching {

  private final List<UpstartProvider> providers = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Throwable> causes = new ArrayList<>();

  private Reaching() {}

  static Upstart first(List<UpstartProvider> more) {
    Reaching reaching = new Reaching();
    reaching.addInstalled();
    reaching.providers.addAll(more);
    return reaching.first();
  }

  /** A transport that can't even be loaded must not keep the others from being tried. */
  private void addInstalled() {
    Iterator<UpstartProvider> installed = ServiceLoader.load(UpstartProvider.class).iterator();
    while (true) {
      try {
        if (!installed.hasNext()) {
          return;
        }
        providers.add(installed.next());
      } catch (ServiceConfigurationError broken) {
        failed("a transport", broken);
      }
    }
  }

  private Upstart first() {
    List<Way> ways = new ArrayList<>();
    providers.forEach(provider -> ways.addAll(provider.ways()));
    ways.sort(Comparator.comparingInt(Way::priority).reversed());
    for (Way way : ways) {
      Upstart upstart = open(way);
      if (upstart != null) {
        return upstart;
      }
    }
    throw none();
  }

  private @Nullable Upstart open(Way way) {
    Upstart upstart = null;
    try {
      upstart = way.open().get();
      upstart.version();
      return upstart;
    } catch (UpstartInterruptedException interrupted) {
      close(upstart);
      throw interrupted;
    } catch (UpstartException | IllegalArgumentException failure) {
      failed(way.name(), failure);
      close(upstart);
      return null;
    }
  }

  private static void close(@Nullable Upstart upstart) {
    if (upstart != null) {
      upstart.close();
    }
  }

  private void failed(String what, Throwable failure) {
    failures.add(what + ": " + failure.getMessage());
    causes.add(failure);
  }

  private UpstartUnavailableException none() {
    UpstartUnavailableException none =
        new UpstartUnavailableException(
            failures.isEmpty()
                ? "No Upstart can be reached: no transport is on the class path or module path"
                : "No Upstart can be reached. " + String.join(". ", failures),
            null);
    causes.forEach(none::addSuppressed);
    return none;
  }
}
