package org.upstart4j.analysis.internal.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** What a rule over scripts finds in a job. */
final class ScriptFindings {

  private static final String SERVICE = "start on runlevel [2345]\nstop on runlevel [016]\n";

  private final Rule rule;
  private final Target target;

  private ScriptFindings(Rule rule, Target target) {
    this.rule = rule;
    this.target = target;
  }

  static ScriptFindings of(Rule rule) {
    return of(rule, "ubuntu-14.04");
  }

  static ScriptFindings of(Rule rule, String target) {
    return new ScriptFindings(rule, Target.find(target).orElseThrow());
  }

  List<Finding> in(String job) {
    return Check.of(target).only(rule).check(JobFolder.of(Map.of("shop.conf", JobFile.parse(job))));
  }

  /** The lines and messages of what is found. */
  List<String> messages(String job) {
    return in(job).stream().map(f -> f.span().line() + ": " + f.message()).toList();
  }

  /** Those of a service with a command; its line is 3. */
  List<String> ofExec(String command) {
    return messages(SERVICE + "exec " + command + "\n");
  }

  /** Those of a service with a script, whose first line is 4. */
  List<String> ofScript(String script) {
    return messages(service(script));
  }

  static String service(String script) {
    return SERVICE + "script\n" + script + "\nend script\n";
  }

  /** The job with all fixes of one check applied. */
  String fixed(String job) {
    byte[] bytes = job.getBytes(StandardCharsets.UTF_8);
    List<TextEdit> edits =
        in(job).stream()
            .flatMap(finding -> finding.fix().stream())
            .flatMap(fix -> fix.edits().stream())
            .sorted((a, b) -> Integer.compare(b.span().start(), a.span().start()))
            .toList();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (TextEdit edit : edits) {
      text =
          text.substring(0, edit.span().start())
              + edit.replacement()
              + text.substring(edit.span().end());
    }
    return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
