package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.state.EventState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/** What is known, made ready to be asked; what takes time is made ready when it is needed. */
final class Facts {

  /** The session of process 1 itself. */
  static final int OWN_SESSION = 0;

  private final Knowledge knowledge;
  private @Nullable KnownFiles files;
  private @Nullable MessageLog messages;
  private @Nullable Holds holds;
  private @Nullable Map<String, JobState> jobs;
  private @Nullable Map<String, List<JobStatus>> statuses;

  Facts(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  Optional<UpstartState> state() {
    return knowledge.state();
  }

  KnownFiles files() {
    KnownFiles known = files;
    if (known == null) {
      known = new KnownFiles(knowledge.target(), knowledge.folders());
      files = known;
    }
    return known;
  }

  MessageLog messages() {
    MessageLog known = messages;
    if (known == null) {
      known = new MessageLog(knowledge.messages());
      messages = known;
    }
    return known;
  }

  /** Who holds which event. */
  Holds holds() {
    Holds known = holds;
    if (known == null) {
      known = Holds.of(state());
      holds = known;
    }
    return known;
  }

  Optional<JobState> job(String name) {
    Map<String, JobState> known = jobs;
    if (known == null) {
      known = new HashMap<>();
      for (JobState job : state().map(UpstartState::jobs).orElse(List.of())) {
        if (job.session() == OWN_SESSION) {
          known.putIfAbsent(job.name(), job);
        }
      }
      jobs = known;
    }
    return Optional.ofNullable(known.get(name));
  }

  /** How the instances of a job stand. */
  List<JobStatus> statuses(String job) {
    Map<String, List<JobStatus>> known = statuses;
    if (known == null) {
      known = new HashMap<>();
      for (JobStatus status : knowledge.statuses()) {
        known.computeIfAbsent(status.job(), name -> new ArrayList<>()).add(status);
      }
      statuses = known;
    }
    return known.getOrDefault(job, List.of());
  }

  Optional<InstanceState> instance(String job, String instance) {
    return job(job).flatMap(found -> found.instance(instance));
  }

  Optional<EventState> event(int place) {
    return state()
        .map(UpstartState::events)
        .filter(events -> place >= 0 && place < events.size())
        .map(events -> events.get(place));
  }

  /** An event as it is told to people. */
  static String text(EventState event) {
    return event.variables().isEmpty() ? event.name() : event.name() + " " + event.variables();
  }
}
