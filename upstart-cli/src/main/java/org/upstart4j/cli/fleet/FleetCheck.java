package org.upstart4j.cli.fleet;

import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.check.HostCheck;
import org.upstart4j.cli.command.Invocation;

/** {@code check} over many hosts: the job files of each, for its own Upstart. */
public final class FleetCheck {

  private FleetCheck() {}

  public static int run(Invocation call) {
    HostCheck check = HostCheck.of(call);
    Set<String> jobs = new TreeSet<>(call.arguments().words());
    return FleetRun.of(
        call,
        (host, upstart) -> {
          Target target = HostTarget.of(upstart);
          HostCheck.Verdict verdict = check.check(FilesThere.of(upstart).folder(), jobs, target);
          return new Reported(verdict.text(), verdict.objects(), verdict.isWell());
        });
  }
}
