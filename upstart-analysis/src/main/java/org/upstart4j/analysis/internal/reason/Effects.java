package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.Effect.Obstacle;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.jobfile.internal.match.Expansion;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.state.EventState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/** What an event would do if Upstart handled it now. */
public final class Effects {

  private static final Set<String> OWN =
      Set.of("JOB", "INSTANCE", "RESULT", "PROCESS", "EXIT_SIGNAL", "EXIT_STATUS");

  private final Facts facts;
  private final Event event;
  private final List<Effect> effects = new ArrayList<>();
  private final Set<String> stopped = new HashSet<>();

  private Effects(Facts facts, Event event) {
    this.facts = facts;
    this.event = event;
  }

  /**
   * Says what becomes of each job whose conditions name the event; nothing if neither the state nor
   * files tell the conditions.
   */
  public static Optional<List<Effect>> of(Knowledge knowledge, Event event) {
    Facts facts = new Facts(knowledge);
    if (facts.state().isEmpty() && facts.files().isEmpty()) {
      return Optional.empty();
    }
    Effects effects = new Effects(facts, event);
    for (JobState job : facts.state().orElseGet(() -> StateOfFiles.of(facts)).jobs()) {
      if (job.session() == Facts.OWN_SESSION && !effects.add(job)) {
        break;
      }
    }
    return Optional.of(List.copyOf(effects.effects));
  }

  /** Adds what becomes of a job; says whether Upstart goes on to the next one. */
  private boolean add(JobState job) {
    job.instances().forEach(instance -> addStop(job, instance));
    return addStart(job);
  }

  private void addStop(JobState job, InstanceState instance) {
    if (instance.stopOn().isEmpty()) {
      return;
    }
    Trial trial =
        Trial.of(
            instance.stopOn().get(),
            event,
            instance.variables().entries(),
            facts.knowledge().target().version());
    if (!trial.isNamed()) {
      return;
    }
    List<Evidence> evidence = lines(job, "stop on");
    Optional<String> name = Optional.of(instance.name());
    if (!isTold() && trial.refersToVariables()) {
      addNotTold(job, name, "its variables fit", evidence);
    } else if (!trial.hasMatched()) {
      addStay(job, name, Obstacle.OTHER_VARIABLES, trial.mismatch(), evidence);
    } else if (!trial.holds()) {
      addRest(job, name, trial, evidence);
    } else if (instance.goal().equals(Goal.STOP)) {
      addStay(
          job,
          name,
          Obstacle.ALREADY_SO,
          JobStatus.label(job.name(), instance.name()) + " stops already",
          evidence);
    } else {
      stopped.add(JobStatus.label(job.name(), instance.name()));
      effects.add(new Effect.Stops(job.name(), instance.name(), evidence));
    }
  }

  private List<Evidence> lines(JobState job, String slot) {
    return facts.files().lines(facts.files().job(job.name()).flatMap(file -> file.last(slot)));
  }

  /** Without a state it is not known what has come, nor what variables an instance has. */
  private boolean isTold() {
    return facts.state().isPresent();
  }

  private void addNotTold(
      JobState job, Optional<String> instance, String detail, List<Evidence> evidence) {
    String stanza = instance.isPresent() ? "stop on" : "start on";
    effects.add(new Effect.NotTold(job.name(), instance, stanza, detail, evidence));
  }

  /** The rest of a condition has not come, or it is not told whether it has. */
  private void addRest(
      JobState job, Optional<String> instance, Trial trial, List<Evidence> evidence) {
    if (isTold()) {
      addStay(job, instance, Obstacle.REST_NOT_MET, missing(trial), evidence);
    } else {
      addNotTold(job, instance, trial.rest() + " has come", evidence);
    }
  }

  private void addStay(
      JobState job,
      Optional<String> instance,
      Obstacle obstacle,
      String detail,
      List<Evidence> evidence) {
    String stanza = instance.isPresent() ? "stop on" : "start on";
    effects.add(new Effect.Stays(job.name(), instance, stanza, obstacle, detail, evidence));
  }

  private static String missing(Trial trial) {
    return "it also needs " + trial.rest();
  }

  private boolean addStart(JobState job) {
    if (job.startOn().isEmpty()) {
      return true;
    }
    Trial trial =
        Trial.of(job.startOn().get(), event, List.of(), facts.knowledge().target().version());
    if (!trial.isNamed()) {
      return true;
    }
    List<Evidence> evidence = lines(job, "start on");
    Optional<String> none = Optional.empty();
    if (!trial.hasMatched()) {
      addStay(job, none, Obstacle.OTHER_VARIABLES, trial.mismatch(), evidence);
    } else if (!trial.holds()) {
      addRest(job, none, trial, evidence);
    } else if (!isTold() && hasCgroups(job)) {
      addNotTold(job, none, "a cgroup manager is known to it", evidence);
    } else if (waitsForCgroups(job)) {
      addStay(
          job,
          none,
          Obstacle.WAITS_FOR_CGROUP_MANAGER,
          "it has cgroup stanzas, and Upstart has been told of no cgroup manager",
          evidence);
    } else {
      return addInstance(job, trial, evidence);
    }
    return true;
  }

  private boolean hasCgroups(JobState job) {
    return facts
        .files()
        .definition(job.name())
        .filter(known -> !known.cgroups().isEmpty())
        .isPresent();
  }

  private boolean waitsForCgroups(JobState job) {
    return !job.setting().cgroups().isEmpty()
        && facts.state().flatMap(UpstartState::cgroupManagerAddress).isEmpty();
  }

  /** An instance that cannot be named keeps Upstart from going on to the other jobs. */
  private boolean addInstance(JobState job, Trial trial, List<Evidence> evidence) {
    Optional<String> none = Optional.empty();
    String name;
    try {
      name = Expansion.expand(job.instance(), variables(job, trial));
    } catch (Expansion.Failure failure) {
      addStay(
          job,
          none,
          Obstacle.INSTANCE_NOT_NAMED,
          "its instance cannot be named ("
              + failure.text()
              + "), and the jobs after it do not see the event",
          evidence);
      return false;
    }
    String label = JobStatus.label(job.name(), name);
    boolean isStarted =
        job.instance(name).filter(instance -> instance.goal().equals(Goal.START)).isPresent()
            && !stopped.contains(label); // what stops on the same event does so first
    if (isStarted) {
      addStay(job, none, Obstacle.ALREADY_SO, label + " is started already", evidence);
    } else {
      effects.add(new Effect.Starts(job.name(), name, evidence));
    }
    return true;
  }

  /** The variables that the instance would get, as far as they can name it. */
  private List<String> variables(JobState job, Trial trial) {
    List<String> entries = new ArrayList<>();
    facts
        .state()
        .map(UpstartState::jobEnvironment)
        .map(Environment::entries)
        .ifPresent(entries::addAll);
    job.env().stream().filter(entry -> entry.indexOf('=') >= 0).forEach(entries::add);
    for (Trial.Cause cause : trial.causes()) {
      List<String> carried =
          cause.place().isPresent() ? known(cause.place().getAsInt()) : event.variables().entries();
      carried.stream().filter(entry -> reaches(job, entry)).forEach(entries::add);
    }
    // the last of a name counts, and the first one is found
    Collections.reverse(entries);
    return entries;
  }

  private List<String> known(int place) {
    return facts
        .event(place)
        .map(EventState::variables)
        .map(Environment::entries)
        .orElse(List.of());
  }

  /** On ChromeOS only variables that the job imports reach it, and Upstart's own. */
  private boolean reaches(JobState job, String entry) {
    if (!facts.knowledge().target().version().has(Feature.IMPORT)) {
      return true;
    }
    String name = entry.substring(0, entry.indexOf('='));
    return OWN.contains(name)
        || name.startsWith("UPSTART_")
        || facts
            .files()
            .job(job.name())
            .map((CheckedJob file) -> file.listed(StanzaName.IMPORT))
            .filter(names -> names.contains(name))
            .isPresent();
  }
}
