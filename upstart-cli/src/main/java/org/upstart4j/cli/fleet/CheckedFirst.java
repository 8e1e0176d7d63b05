package org.upstart4j.cli.fleet;

import java.util.Optional;
import java.util.Set;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.check.HostCheck;
import org.upstart4j.cli.command.FleetOptions;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.fleet.HostCall;
import org.upstart4j.jobfile.JobFolder;

/**
 * Looks before a change whether a job's files pass the check for the host's own Upstart. Where they
 * do not, the host is left as it is.
 *
 * @param job the job
 * @param check finds what is wrong with its files; nothing to change all hosts, whatever it finds
 */
record CheckedFirst(String job, Optional<HostCheck> check) {

  /** As the command says. */
  static CheckedFirst of(Invocation call, String job) {
    return new CheckedFirst(
        job,
        call.has(FleetOptions.UNCHECKED)
            ? Optional.empty()
            : Optional.of(HostCheck.ofErrors(call)));
  }

  /** The change, or the answer of a host that is left as it is. */
  HostCall<Answer> answering(HostCall<Answer> change) {
    return (host, upstart) -> {
      Optional<Rejected> rejected = rejection(upstart);
      return rejected.isPresent() ? rejected.get() : change.call(host, upstart);
    };
  }

  /** The change, which throws a {@link RejectedException} on a host that is left as it is. */
  <T> HostCall<T> throwing(HostCall<T> change) {
    return (host, upstart) -> {
      Optional<Rejected> rejected = rejection(upstart);
      if (rejected.isPresent()) {
        throw new RejectedException(rejected.get());
      }
      return change.call(host, upstart);
    };
  }

  private Optional<Rejected> rejection(Upstart upstart) {
    if (check.isEmpty()) {
      return Optional.empty();
    }
    // first, as this connects, and says best what is wrong where that fails
    Target target = HostTarget.of(upstart);
    JobFolder folder = FilesThere.of(upstart).job(job);
    if (folder.files().isEmpty()) {
      // without files, Upstart says itself that there is no such job
      return Optional.empty();
    }
    HostCheck.Verdict verdict = check.get().check(folder, Set.of(job), target);
    return verdict.isWell() ? Optional.empty() : Optional.of(new Rejected(job, verdict));
  }
}
