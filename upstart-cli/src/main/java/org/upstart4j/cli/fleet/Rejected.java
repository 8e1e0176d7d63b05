package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.cli.check.HostCheck;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/**
 * Nothing was changed, as the job's files do not pass the check.
 *
 * @param job the job
 * @param verdict what is wrong with them
 */
record Rejected(String job, HostCheck.Verdict verdict) implements Answer {

  @Override
  public boolean isOk() {
    return false;
  }

  /** In a sentence. */
  String text() {
    return "not changed, as the files of "
        + job
        + " do not pass the check for its Upstart;"
        + " --unchecked changes it all the same";
  }

  @Override
  public List<String> lines(Paint paint) {
    List<String> lines = new ArrayList<>();
    lines.add(Visible.text(text()));
    verdict.text().forEach(line -> lines.add("  " + Visible.lines(line)));
    return lines;
  }

  @Override
  public void members(JsonLine json) {
    json.name("error").object(error -> JsonReport.describe(error, new Fate("unchecked", text())));
    json.raw("findings", verdict.objects());
  }
}
