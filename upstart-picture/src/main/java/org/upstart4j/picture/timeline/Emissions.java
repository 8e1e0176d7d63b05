package org.upstart4j.picture.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.State;

/**
 * Says when events were emitted, where only their ends were heard. Upstart's own events about jobs
 * come with a job's state. Of others it is only known that what they set off had happened when they
 * ended.
 *
 * @param happenings all that happened, now with the emissions
 * @param inexact those of the emissions whose time is only the latest that it can have been
 */
record Emissions(List<Happening> happenings, Set<Happening> inexact) {

  /** An instance, and one of Upstart's own events about it. */
  private record Told(String event, String job, String instance) {}

  static Emissions of(List<Happening> heard, SetOff setOff) {
    if (heard.stream().anyMatch(Happening.Emitted.class::isInstance)) {
      return new Emissions(heard, Set.of());
    }
    return new Search(heard, setOff).emissions();
  }

  /** Where the effects of an event began. */
  interface SetOff {

    /**
     * Finds the first effect of an event that ended.
     *
     * @param heard all that was heard
     * @param place where in it the event ended
     * @return the place of the first change that it set off, or its own if it set off none
     */
    int place(List<Happening> heard, int place);
  }

  /** One way through all that was heard. */
  private static final class Search {

    private final List<Happening> heard;
    private final SetOff setOff;
    private final Map<Told, Deque<Integer>> ends = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Map<Integer, List<Happening>> emitted = new TreeMap<>();
    private final Set<Happening> inexact = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Integer> told = new HashSet<>();

    Search(List<Happening> heard, SetOff setOff) {
      this.heard = heard;
      this.setOff = setOff;
    }

    Emissions emissions() {
      for (int i = 0; i < heard.size(); i++) {
        int place = i;
        told(i).ifPresent(key -> ends.computeIfAbsent(key, it -> new ArrayDeque<>()).add(place));
      }
      for (int i = 0; i < heard.size(); i++) {
        if (heard.get(i) instanceof Happening.NewState state) {
          ofState(i, state);
        }
      }
      for (int i = 0; i < heard.size(); i++) {
        if (heard.get(i) instanceof Happening.Finished finished && !told.contains(i)) {
          int place = setOff.place(heard, i);
          Happening.Emitted one =
              new Happening.Emitted(heard.get(place).at(), finished.event(), false);
          inexact.add(one);
          emitted.computeIfAbsent(place - 1, key -> new ArrayList<>()).add(one);
        }
      }
      return new Emissions(merged(), inexact);
    }

    private List<Happening> merged() {
      List<Happening> all = new ArrayList<>(emitted.getOrDefault(-1, List.of()));
      for (int i = 0; i < heard.size(); i++) {
        all.add(heard.get(i));
        all.addAll(emitted.getOrDefault(i, List.of()));
      }
      return all;
    }

    private Optional<Told> told(int place) {
      return heard.get(place) instanceof Happening.Finished finished
              && !finished.event().name().contains("/")
          ? OwnEvents.job(finished.event())
              .map(
                  job ->
                      new Told(finished.event().name(), job, OwnEvents.instance(finished.event())))
          : Optional.empty();
    }

    private void ofState(int place, Happening.NewState state) {
      String key = state.job() + '\0' + state.instance();
      @Nullable State before = states.put(key, state.state());
      Optional<String> name = OwnEvents.of(before, state.state());
      if (name.isPresent() && !hasNul(state.job()) && !hasNul(state.instance())) {
        Event event = event(new Told(name.get(), state.job(), state.instance()), place);
        emitted
            .computeIfAbsent(place, it -> new ArrayList<>())
            .add(new Happening.Emitted(state.at(), event, false));
      }
    }

    /** No event can tell of such a name. */
    private static boolean hasNul(String name) {
      return name.indexOf('\0') >= 0;
    }

    /** As it ended; without an end, what is certain about it. */
    private Event event(Told key, int place) {
      Deque<Integer> places = ends.getOrDefault(key, new ArrayDeque<>());
      while (!places.isEmpty() && places.peek() < place) {
        places.remove();
      }
      if (places.isEmpty()) {
        return Event.of(key.event()).with("JOB", key.job()).with("INSTANCE", key.instance());
      }
      int end = places.remove();
      told.add(end);
      return ((Happening.Finished) heard.get(end)).event();
    }
  }
}
