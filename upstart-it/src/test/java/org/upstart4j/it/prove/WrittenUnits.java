package org.upstart4j.it.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upstart4j.ProcessType;
import org.upstart4j.cli.prove.UnitSource;
import org.upstart4j.cli.prove.machine.Units;
import org.upstart4j.cli.prove.probe.Probe;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFolder;

/**
 * Units that were written by hand. {@code {web main}} in them stands for the path of a probe, and
 * {@code {web script main}} for that of a file with the text of a script.
 *
 * @param units the texts by the units' names
 */
record WrittenUnits(Map<String, String> units) implements UnitSource {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+) (script )?([a-z-]+)\\}");

  /** Settings that every unit has. */
  static final String USUAL =
      """
      Environment=PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin TERM=linux
      UnsetEnvironment=LANG USER LOGNAME HOME SHELL
      IgnoreSIGPIPE=no
      TimeoutStartSec=infinity
      """;

  static WrittenUnits of(String... namesAndTexts) {
    Map<String, String> units = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      units.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new WrittenUnits(units);
  }

  /** The same units with something else in them. */
  WrittenUnits with(String old, String other) {
    return new WrittenUnits(
        units.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, unit -> unit.getValue().replace(old, other))));
  }

  @Override
  public Units of(JobFolder probes, Stage stage) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    units.forEach(
        (name, text) ->
            files.put(
                name,
                PLACE
                    .matcher(text)
                    .replaceAll(
                        place ->
                            path(
                                place.group(1),
                                place.group(2) != null,
                                ProcessType.valueOf(
                                    place
                                        .group(3)
                                        .toUpperCase(java.util.Locale.ROOT)
                                        .replace('-', '_')),
                                stage))
                    .getBytes(UTF_8)));
    SortedMap<String, String> names = new TreeMap<>();
    SortedSet<String> enabled = new TreeSet<>();
    for (String job : probes.jobs()) {
      JobDefinition definition = JobDefinition.of(job, probes.conf(job).orElseThrow());
      definition
          .processes()
          .forEach(
              (process, command) -> {
                if (command.script()) {
                  files.put(
                      "helpers/" + job + "." + process,
                      String.valueOf(command.text()).getBytes(UTF_8));
                }
              });
      for (String name : List.of(job + ".service", job + "@.service", job + ".target")) {
        if (units.containsKey(name)) {
          names.put(job, name);
        }
      }
    }
    units.forEach(
        (name, text) -> {
          if (text.contains("[Install]")) {
            enabled.add(name);
          }
        });
    return new Units(files, names, enabled);
  }

  private static String path(String job, boolean script, ProcessType process, Stage stage) {
    return Matcher.quoteReplacement(
        script
            ? stage.helpers().resolve(job + "." + process).toString()
            : stage.program(new Probe(job, process)).toString());
  }
}
