package org.upstart4j.cli.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstart4j.Environment;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.probe.Unprovable;
import org.upstart4j.cli.prove.scenario.JobReferences;
import org.upstart4j.cli.prove.scenario.ProofScenario;
import org.upstart4j.cli.prove.scenario.RelationScenarios;
import org.upstart4j.cli.prove.scenario.StandardScenarios;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFolder;

/**
 * What can be played of a job.
 *
 * @param folder the job and those that it has to do with
 * @param scenarios what can be done with them
 * @param reasons why nothing can be played; empty if something can
 */
record Repertoire(JobFolder folder, List<ProofScenario> scenarios, List<String> reasons) {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))");

  static Repertoire of(JobFolder all, String job, Target target) {
    Cast cast = new Cast(all, target.version());
    Optional<JobDefinition> found = cast.definition(job);
    if (found.isEmpty()) {
      return without(List.of("there is no job " + job + " that Upstart accepts"));
    }
    JobDefinition definition = found.get();
    List<String> variables = variables(definition);
    List<String> reasons = new ArrayList<>(Unprovable.reasons(definition));
    if (variables.size() > 1) {
      reasons.add("instance: no unit has more than one variable in its name");
    }
    List<JobDefinition> others = cast.playable(new JobReferences(definition).jobs());
    return reasons.isEmpty()
        ? new Repertoire(
            cast.folder(job, others), scenarios(definition, variables, others, target), List.of())
        : without(reasons);
  }

  private static Repertoire without(List<String> reasons) {
    return new Repertoire(JobFolder.of(Map.of()), List.of(), reasons);
  }

  private static List<ProofScenario> scenarios(
      JobDefinition job, List<String> variables, List<JobDefinition> others, Target target) {
    List<ProofScenario> all =
        new ArrayList<>(
            new StandardScenarios(job, instance(variables, "one"), instance(variables, "a b"))
                .all());
    if (variables.isEmpty()) {
      all.addAll(new RelationScenarios(job, others, target.provides()).all());
    }
    return List.copyOf(all);
  }

  private static Environment instance(List<String> variables, String value) {
    return variables.isEmpty() ? Environment.EMPTY : Environment.of(variables.get(0), value);
  }

  private static List<String> variables(JobDefinition job) {
    return VARIABLE
        .matcher(job.instance().orElse(""))
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .distinct()
        .toList();
  }
}
