package org.upstart4j.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.ProjectVersion;
import org.upstart4j.cli.terminal.JsonLine;

/** Writes a log as SARIF 2.1.0, which code hosts and editors read. */
final class SarifOutput implements Output {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The rules, as results refer to them by their places. */
  static final List<Rule> RULES = List.of(Rule.values());

  private final PrintWriter out;
  private final Scope scope;
  private final List<SarifResult> results = new ArrayList<>();

  SarifOutput(PrintWriter out, Scope scope) {
    this.out = out;
    this.scope = scope;
  }

  @Override
  public void add(Subject subject, List<Found> found) {
    SarifFiles files = new SarifFiles(subject);
    found.forEach(one -> results.add(new SarifResult(files, one, scope)));
  }

  @Override
  public void finish(Tally tally) throws IOException {
    JsonLine.write(
        out,
        log -> {
          log.member("$schema", SCHEMA).member("version", "2.1.0");
          log.objects("runs", List.of(tally), this::run);
        });
  }

  private void run(JsonLine run, Tally tally) {
    run.name("tool").object(tool -> tool.name("driver").object(SarifOutput::driver));
    run.objects("invocations", List.of(tally), this::invocation);
    run.member("columnKind", "utf16CodeUnits");
    run.objects("results", results, (json, result) -> result.write(json));
  }

  private void invocation(JsonLine invocation, Tally tally) {
    invocation.member("executionSuccessful", tally.status() < 2);
    invocation.member("exitCode", tally.status());
    invocation.name("properties").object(bag -> bag.array("for", scope.targets(), Target::name));
  }

  private static void driver(JsonLine driver) {
    String[] words = ProjectVersion.text().split(" ", 2);
    driver.member("name", "upstart check").member("version", words[1]);
    driver.member("organization", words[0]);
    driver.objects("rules", RULES, SarifOutput::rule);
  }

  private static void rule(JsonLine json, Rule rule) {
    json.member("id", rule.id());
    json.name("shortDescription").object(text -> text.member("text", rule.title() + "."));
    String explanation = Explanations.markdown(rule);
    json.name("help")
        .object(help -> help.member("text", explanation).member("markdown", explanation));
    json.name("defaultConfiguration")
        .object(
            configuration ->
                configuration
                    .member("enabled", rule.severity() != Severity.OFF)
                    .member("level", SarifResult.level(rule.severity())));
  }
}
