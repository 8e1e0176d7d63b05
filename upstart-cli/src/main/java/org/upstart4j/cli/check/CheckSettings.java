package org.upstart4j.cli.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Target;

/**
 * How files are checked, by the command line and the file of settings.
 *
 * @param targets the Upstarts that they are for; at least one
 * @param severities the rules that are not as they are by default
 * @param failOn from which severity on a finding fails the check
 * @param initD where the scripts of SysV init are
 * @param baseline the file with the findings that are known
 * @param config the file of settings
 */
record CheckSettings(
    List<Target> targets,
    Map<Rule, Severity> severities,
    Severity failOn,
    Optional<Path> initD,
    Optional<Path> baseline,
    Optional<Path> config) {

  CheckSettings {
    targets = List.copyOf(targets);
    severities = Map.copyOf(severities);
  }

  /** The same for other targets. */
  CheckSettings with(List<Target> others) {
    return new CheckSettings(others, severities, failOn, initD, baseline, config);
  }
}
