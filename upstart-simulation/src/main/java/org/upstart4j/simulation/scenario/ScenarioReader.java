package org.upstart4j.simulation.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.simulation.internal.yaml.YamlFault;
import org.upstart4j.simulation.internal.yaml.YamlNode;
import org.upstart4j.simulation.internal.yaml.YamlText;
import org.upstart4j.spi.NearNames;

/** Reads scenario files. */
final class ScenarioReader {

  private static final List<String> PARTS = List.of("like", "programs", "jobs", "events");
  private static final List<String> PROGRAM = programKeys();

  private ScenarioReader() {}

  private static List<String> programKeys() {
    List<String> keys = new ArrayList<>(List.of("program", "job", "instance", "process"));
    keys.addAll(ActReader.KEYS);
    return List.copyOf(keys);
  }

  static Scenario read(String yaml) {
    try {
      return YamlText.read(yaml)
          .filter(node -> !isNothing(node))
          .map(ScenarioReader::scenario)
          .orElse(Scenario.EMPTY);
    } catch (YamlFault wrong) {
      throw ValueReader.fault(wrong.place(), String.valueOf(wrong.getMessage()));
    }
  }

  private static Scenario scenario(YamlNode node) {
    KeyReader keys = new KeyReader(node, "a scenario", PARTS);
    Scenario own = new Scenario(programs(keys), jobs(keys), events(keys));
    return keys.get("like").map(like -> own.over(boot(like))).orElse(own);
  }

  private static Scenario boot(YamlNode node) {
    String name = ValueReader.text(node, "like");
    String platform = Platform.find(name).map(Platform::name).orElse(name);
    return BootScenarios.named(platform)
        .orElseThrow(
            () -> ValueReader.fault(node, "there is no platform \"" + name + "\"" + near(name)));
  }

  private static String near(String name) {
    List<String> names = Platform.all().stream().map(Platform::name).toList();
    return NearNames.proposal(names, name).map(proposal -> "; " + proposal).orElse("");
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlNode.Text text && text.isNothing();
  }

  /** A part whose entries are all comments has none. */
  private static List<YamlNode> items(KeyReader keys, String part) {
    return keys.get(part)
        .filter(node -> !isNothing(node))
        .map(node -> ValueReader.items(node, part))
        .orElse(List.of());
  }

  private static List<ProgramRule> programs(KeyReader keys) {
    return items(keys, "programs").stream().map(ScenarioReader::program).toList();
  }

  private static ProgramRule program(YamlNode node) {
    KeyReader keys = new KeyReader(node, "a program", PROGRAM);
    Optional<String> program = keys.get("program", ValueReader::text);
    Optional<String> job = keys.get("job", ValueReader::text);
    if (program.isEmpty() && job.isEmpty()) {
      throw ValueReader.fault(node, "a program needs the key program or job");
    }
    Optional<ProcessType> process = keys.get("process", ValueReader::process);
    return new ProgramRule(
        program,
        job,
        keys.get("instance", ScenarioReader::instance),
        process.isEmpty() && program.isEmpty() ? Optional.of(ProcessType.MAIN) : process,
        ActReader.acts(keys),
        false);
  }

  /** An instance may have no name, which only quotes can say. */
  private static String instance(YamlNode node, String key) {
    return node instanceof YamlNode.Text text && text.text().isEmpty() && !text.isPlain()
        ? ""
        : ValueReader.text(node, key);
  }

  private static Map<String, Optional<JobFile>> jobs(KeyReader keys) {
    Map<String, Optional<JobFile>> jobs = new LinkedHashMap<>();
    keys.get("jobs")
        .filter(node -> !isNothing(node))
        .ifPresent(
            node -> {
              if (!(node instanceof YamlNode.Keys names)) {
                throw ValueReader.fault(
                    node,
                    "jobs takes the jobs' names with their texts, and this is " + node.kind());
              }
              names.entries().forEach((name, text) -> jobs.put(jobName(name), job(text)));
            });
    return jobs;
  }

  private static String jobName(YamlNode.Text name) {
    String text = name.text();
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      throw ValueReader.fault(name, "this is no name of a job");
    }
    return text;
  }

  /** Nothing stands for no job, where an inherited one is not wanted. */
  private static Optional<JobFile> job(YamlNode node) {
    return isNothing(node)
        ? Optional.empty()
        : Optional.of(JobFile.parse(ValueReader.text(node, "a job")));
  }

  private static List<OutsideEvent> events(KeyReader keys) {
    return items(keys, "events").stream().map(ScenarioReader::event).toList();
  }

  private static OutsideEvent event(YamlNode node) {
    if (node instanceof YamlNode.Text) {
      return new OutsideEvent(CommandText.event(node, "events"), Duration.ZERO);
    }
    KeyReader keys = new KeyReader(node, "an event", List.of("event", "after"));
    return new OutsideEvent(
        keys.get("event", CommandText::event)
            .orElseThrow(() -> ValueReader.fault(keys.place(), "an event needs the key event")),
        keys.get("after", ValueReader::time).orElse(Duration.ZERO));
  }
}
