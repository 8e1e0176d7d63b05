package org.upstart4j.cli.fleet;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobFile;

/**
 * The files of a job on a host.
 *
 * @param job its name
 * @param conf the conf file, if there is one
 * @param override the override file, if there is one
 */
record JobTexts(String job, Optional<JobFile> conf, Optional<JobFile> override) implements Answer {

  /** Which files there are, in words. */
  @Override
  public List<String> lines(Paint paint) {
    StringJoiner there = new StringJoiner(" and ");
    conf.ifPresent(file -> there.add(job + ".conf"));
    override.ifPresent(file -> there.add(job + ".override"));
    return List.of(
        there.length() == 0 ? "no files of " + Visible.text(job) : Visible.text(there.toString()));
  }

  @Override
  public void members(JsonLine json) {
    json.member("job", job)
        .member("conf", conf.map(JobFile::toString).orElse(null))
        .member("override", override.map(JobFile::toString).orElse(null));
  }
}
