package org.upstart4j.it.fleet.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstart4j.Event;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;

/** A program that listens to all hosts until its input ends. */
final class HearingProgram {

  private HearingProgram() {}

  /**
   * Listens; prints how many hosts are heard, and each event together with how many hosts have
   * emitted it so far.
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, Set<String>> heard = new ConcurrentHashMap<>();
    AtomicInteger connected = new AtomicInteger();
    try (Fleet fleet = Fleet.of(hosts()).build();
        Subscription subscription =
            fleet.subscribe(
                host -> listener(host, heard),
                host -> System.out.println("hears " + connected.incrementAndGet()))) {
      while (System.in.read() >= 0) {
        // until it ends
      }
    }
    System.out.println("ends");
  }

  static List<Host> hosts() throws IOException {
    return Files.readAllLines(Path.of("hosts.ini")).stream().map(Host::of).toList();
  }

  private static UpstartListener listener(Host host, Map<String, Set<String>> heard) {
    return UpstartListener.ofEvents(event -> tell(event, host, heard));
  }

  private static void tell(Event event, Host host, Map<String, Set<String>> heard) {
    Set<String> hosts = heard.computeIfAbsent(event.name(), name -> ConcurrentHashMap.newKeySet());
    if (hosts.add(host.name())) {
      System.out.println(event.name() + " " + hosts.size());
    } else {
      System.out.println("twice " + event.name() + " of " + host);
    }
  }
}
