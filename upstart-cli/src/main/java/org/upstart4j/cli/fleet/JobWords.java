package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Upstart;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.live.LiveWords;

/**
 * The job that a command is about.
 *
 * @param name its name
 * @param environment what tells its instance from others
 */
record JobWords(String name, Environment environment) {

  /** What the words of a command name; the variables of a job's own process do not count here. */
  static JobWords of(Invocation call) {
    String name = call.arguments().word(0).orElse("");
    if (name.isEmpty()) {
      throw new Misuse("missing job name");
    }
    return new JobWords(name, LiveWords.environment(call, 1));
  }

  /** What is done to the job, by which the record of a change is known again. */
  String change(String what) {
    List<String> words = new ArrayList<>(List.of(what, name));
    words.addAll(environment.entries());
    return String.join(" ", words);
  }

  Job job(Upstart upstart) {
    return upstart.job(name);
  }

  /** How it stands; that there is no such instance is an error only where one was picked. */
  JobStatus status(Upstart upstart) {
    Job job = job(upstart);
    try {
      return job.instance(environment).status();
    } catch (UnknownInstanceException unknown) {
      if (!environment.equals(Environment.EMPTY)) {
        throw unknown;
      }
      return JobStatus.notRunning(name);
    }
  }
}
