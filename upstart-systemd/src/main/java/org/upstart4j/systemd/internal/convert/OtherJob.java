package org.upstart4j.systemd.internal.convert;

import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.systemd.unit.UnitName;

/**
 * The job that an event of a condition is about.
 *
 * @param name its name
 * @param unit the name of its unit; of a template without an instance, if any instance is meant
 * @param converted the job, if it is of the folder
 * @param isKnown whether the unit is known to be there
 */
record OtherJob(String name, String unit, Optional<JobUnit> converted, boolean isKnown) {

  /** The job that an event names; nothing if it names none, or by a pattern. */
  static Optional<OtherJob> of(Awaited awaited, Graph graph) {
    return awaited.jobName().map(name -> of(name, instance(awaited), graph));
  }

  private static OtherJob of(String name, Optional<String> instance, Graph graph) {
    Optional<JobUnit> converted = graph.job(name);
    if (converted.isPresent()) {
      String unit = converted.get().draft().name();
      boolean isOne = converted.get().isTemplate() && instance.isPresent();
      String exact = isOne ? UnitName.withInstance(unit, instance.get()) : unit;
      return new OtherJob(name, exact, converted, true);
    }
    Optional<String> stock = StockUnits.of(name);
    return new OtherJob(
        name, stock.orElse(Units.base(name) + ".service"), converted, stock.isPresent());
  }

  private static Optional<String> instance(Awaited awaited) {
    return awaited
        .test("INSTANCE", Awaited.OF_JOB_EVENTS)
        .filter(test -> test.isLiteral() && !test.negated() && !test.value().isEmpty())
        .map(ValueTest::value)
        .map(UnitName::escape);
  }

  /** Whether any instance of a template is meant. */
  boolean isTemplate() {
    return unit.contains("@.");
  }

  /** Whether its main process ends by itself, which a start waits for. */
  boolean isTask() {
    return is(Shape.TASK);
  }

  private boolean is(Shape shape) {
    return converted.map(JobUnit::shape).filter(shape::equals).isPresent();
  }

  /** Whether it may be started and not come up: as its pre-start fails, or ends it. */
  boolean mayNotComeUp() {
    return converted
        .map(
            job ->
                !is(Shape.TARGET)
                    && job.definition().processes().containsKey(ProcessType.PRE_START))
        .orElse(false);
  }

  /** Whether it is started again when it dies. */
  boolean respawns() {
    return converted.map(job -> job.definition().respawn()).orElse(false);
  }

  /** Whether somebody sees when it has ended but is not stopped yet. */
  boolean hasPostStop() {
    return converted
        .map(job -> job.definition().processes().containsKey(ProcessType.POST_STOP))
        .orElse(false);
  }
}
