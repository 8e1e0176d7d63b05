package org.upstart4j.picture.timeline;

import java.time.Duration;

/** Moves what happened to another time. */
final class Times {

  private Times() {}

  static Happening moved(Happening it, Duration at) {
    if (it instanceof Happening.Emitted one) {
      return new Happening.Emitted(at, one.event(), one.isFromOutside());
    } else if (it instanceof Happening.Finished one) {
      return new Happening.Finished(at, one.event());
    } else if (it instanceof Happening.Gap one) {
      return new Happening.Gap(at, one.reason());
    }
    return moved((Happening.OfInstance) it, at);
  }

  private static Happening moved(Happening.OfInstance it, Duration at) {
    String job = it.job();
    String instance = it.instance();
    if (it instanceof Happening.NewGoal one) {
      return new Happening.NewGoal(at, job, instance, one.goal());
    } else if (it instanceof Happening.NewState one) {
      return new Happening.NewState(at, job, instance, one.state());
    } else if (it instanceof Happening.NotRun one) {
      return new Happening.NotRun(at, job, instance, one.process(), one.reason());
    } else if (it instanceof Happening.Ended one) {
      return new Happening.Ended(at, job, instance, one.process(), one.status());
    }
    return new Happening.Failed(at, job, instance, ((Happening.Failed) it).status());
  }
}
