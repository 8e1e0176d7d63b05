package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Short ways to ask what job files mean. */
final class Jobs {

  private Jobs() {}

  static JobDefinition job(String conf) {
    return JobDefinition.of("job", JobFile.parse(conf));
  }

  static JobDefinition job(String conf, String override) {
    return JobDefinition.of("job", JobFile.parse(conf), JobFile.parse(override));
  }

  /** What becomes of a conf file and its override file, one of which is rejected. */
  static Verdict.Rejected rejected(String conf, String override) {
    Verdict verdict =
        JobDefinition.verdict(
            "job", JobFile.parse(conf), JobFile.parse(override), UpstartVersion.NEWEST);
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    return (Verdict.Rejected) verdict;
  }

  /** The main process of a job that is one stanza. */
  static String command(String stanza) {
    JobDefinition.Command command = job(stanza).processes().get(ProcessType.MAIN);
    return command == null || command.text() == null ? "(none)" : command.text();
  }

  /** Why Upstart rejects a file. */
  static Fault fault(String conf) {
    List<Problem> problems = JobFile.parse(conf).problems();
    assertThat(problems).as(conf).isNotEmpty();
    return problems.get(0).fault();
  }
}
