package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.HostCall;
import org.upstart4j.fleet.RemoteUpstart;
import org.upstart4j.fleet.Way;

/** By which ways the hosts were asked. Thread-safe. */
final class WaysTaken {

  private final Map<String, Way> ways = new ConcurrentHashMap<>();
  private final Map<String, String> reasons = new ConcurrentHashMap<>();

  /** The same work, of which it is known afterwards by which way it was asked for. */
  HostCall<Answer> noting(HostCall<Answer> work) {
    return (host, upstart) -> {
      try {
        Answer answer = work.call(host, upstart);
        note(host, upstart);
        return answer;
      } catch (UpstartException failure) {
        // where an Upstart has answered, there is a way to it
        if (failure.error().isPresent()) {
          note(host, upstart);
        }
        throw failure;
      }
    };
  }

  private void note(Host host, Upstart upstart) {
    if (upstart instanceof RemoteUpstart remote) {
      Way way = remote.way();
      ways.put(host.name(), way);
      reasons.put(host.name(), Nameless.text(host, way.reason()));
    }
  }

  /** Adds the way to a host to its object, if it was reached. */
  void member(JsonLine json, String host) {
    Way way = ways.get(host);
    if (way != null) {
      json.name("way")
          .object(
              members ->
                  members
                      .member("kind", way.kind().name().toLowerCase(Locale.ROOT))
                      .member("transport", way.transport())
                      .member("reason", way.reason()));
    }
  }

  /** Which hosts had to be asked through initctl and why, a line for each reason. */
  List<String> fallBacks() {
    Map<String, List<String>> hosts = new TreeMap<>();
    new TreeMap<>(ways)
        .forEach(
            (host, way) -> {
              if (way.kind() == Way.Kind.INITCTL) {
                String reason = reasons.getOrDefault(host, way.reason());
                hosts.computeIfAbsent(reason, first -> new ArrayList<>()).add(host);
              }
            });
    List<String> lines = new ArrayList<>();
    hosts.forEach(
        (reason, names) ->
            lines.add("asked through initctl: " + HostNames.folded(names) + ": " + reason));
    return lines;
  }
}
