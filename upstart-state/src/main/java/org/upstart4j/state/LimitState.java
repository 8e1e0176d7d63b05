package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;

/**
 * A limit of what a process may use.
 *
 * @param resource the resource as the {@code limit} stanza names it, for example {@code nofile}
 * @param soft the limit that the process may raise; -1 is none
 * @param hard how far it may; -1 is without end
 */
public record LimitState(String resource, long soft, long hard) {

  private static final List<String> PLACES =
      List.of(
          "cpu",
          "fsize",
          "data",
          "stack",
          "core",
          "rss",
          "nproc",
          "nofile",
          "memlock",
          "as",
          "locks",
          "sigpending",
          "msgqueue",
          "nice",
          "rtprio",
          "rttime");

  /** Reads the limits, which are at the kernel's places; two zeros mean that one isn't set. */
  static List<LimitState> readAll(StateNode limits) {
    List<LimitState> set = new ArrayList<>();
    List<StateNode> places = limits.elements();
    for (int i = 0; i < places.size(); i++) {
      long soft = places.get(i).get("rlim_cur").number().orElse(0);
      long hard = places.get(i).get("rlim_max").number().orElse(0);
      if (soft != 0 || hard != 0) {
        set.add(new LimitState(name(i), soft, hard));
      }
    }
    return set;
  }

  /** Writes the limits at their places. */
  static List<StateObject> writeAll(List<LimitState> limits) {
    List<StateObject> places = new ArrayList<>(PLACES.size());
    for (String resource : PLACES) {
      places.add(write(limits, resource));
    }
    return places;
  }

  private static StateObject write(List<LimitState> limits, String resource) {
    for (LimitState limit : limits) {
      if (limit.resource.equals(resource)) {
        return write(limit.soft, limit.hard);
      }
    }
    return write(0, 0);
  }

  private static StateObject write(long soft, long hard) {
    return new StateObject().number("rlim_cur", soft).number("rlim_max", hard);
  }

  private static String name(int place) {
    return place < PLACES.size() ? PLACES.get(place) : Integer.toString(place);
  }
}
