package org.upstart4j.cli.override;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.UnifiedDiff;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.StartDecision;

/**
 * Tells what became of an override file, or would.
 *
 * @param call where to
 * @param job the job's name
 * @param on whether the job should start by itself
 * @param json whether as JSON
 * @param edit the change of its override file
 */
record SwitchReport(Invocation call, String job, boolean on, boolean json, OverrideEdit edit) {

  /** Prints what would be done; returns the exit status. */
  int foretell(StartDecision decision, boolean rejected) throws IOException {
    if (json) {
      foretellAsJson();
    } else {
      call.console().printDiff(edit.path().toString(), edit.old(), edit.future());
    }
    if (rejected) {
      complain(decision, true);
    }
    return rejected ? 1 : 0;
  }

  /** What decides afterwards is not known before it is done. */
  private void foretellAsJson() throws IOException {
    String path = edit.path().toString();
    JobFile diff = JobFile.parse(UnifiedDiff.between(path, edit.old(), edit.future(), Paint.PLAIN));
    JsonLine.write(
        call.out(),
        members ->
            members
                .member("job", job)
                .member(edit.isOfOverride() ? "override" : "conf", path)
                .member("change", edit.text())
                .member("diff", diff.toString()));
  }

  /** Prints what was done and what decides now; returns the exit status. */
  int done(StartDecision decision, boolean rejected) throws IOException {
    boolean asWanted = decision.automatic() == on && !rejected;
    if (json) {
      tellAsJson(decision);
      return asWanted ? 0 : 1;
    }
    if (edit.before().isPresent() || edit.after().isPresent()) {
      call.out().println(Visible.text(edit.path().toString()) + ": " + edit.text());
    }
    if (asWanted) {
      call.out().println(Visible.lines(job + " " + decision.explanation()));
      return 0;
    }
    complain(decision, rejected);
    return 1;
  }

  private void tellAsJson(StartDecision decision) throws IOException {
    JsonLine.write(
        call.out(),
        members ->
            members
                .member("job", job)
                .member(edit.isOfOverride() ? "override" : "conf", edit.path().toString())
                .member("change", edit.text())
                .member("starts_by_itself", decision.automatic())
                .member("decided_by", decision.file().map(Path::toString).orElse(null))
                .member("line", decision.span().map(span -> span.line()).orElse(null))
                .member("explanation", decision.explanation()));
  }

  private void complain(StartDecision decision, boolean rejected) {
    String advice = rejected ? "; correct that first" : advice(decision.file());
    call.console().complain(job + " " + decision.explanation() + advice);
  }

  private String advice(Optional<Path> decides) {
    if (!on) {
      return "";
    }
    return decides.isEmpty()
        ? "; write a start on into its job file, or into " + edit.path()
        : "; take that out, or write a start on into " + edit.path();
  }
}
