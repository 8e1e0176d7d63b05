package org.upstart4j.cli.prove;

import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.machine.Units;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.SystemdConversion;

/** Makes units for jobs whose processes are probes. */
@FunctionalInterface
public interface UnitSource {

  /**
   * Makes units.
   *
   * @param probes the jobs
   * @param stage where the probes are, and where helper scripts will be
   * @return the units
   */
  Units of(JobFolder probes, Stage stage);

  /**
   * Makes them by a conversion.
   *
   * @param conversion the conversion; it is told where its helpers will be
   * @param target which Upstart the jobs are for
   * @return what makes the units
   */
  static UnitSource of(SystemdConversion conversion, Target target) {
    return (probes, stage) ->
        Units.of(conversion.from(target).withHelpersIn(stage.helpers().toString()).convert(probes));
  }
}
