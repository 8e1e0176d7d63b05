package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.simulation.Moment;

/** Moments as JSON. */
final class MomentJson {

  private MomentJson() {}

  static void write(PrintWriter out, Moment moment) throws IOException {
    JsonLine.write(
        out,
        json -> {
          json.member("type", type(moment)).member("at", Seconds.number(moment.at()));
          if (moment instanceof Moment.OfInstance of) {
            json.member("job", of.job()).member("instance", of.instance());
          }
          members(json, moment);
        });
  }

  private static String type(Moment moment) {
    if (moment instanceof Moment.Emitted) {
      return "emitted";
    } else if (moment instanceof Moment.Finished) {
      return "finished";
    } else if (moment instanceof Moment.NewGoal) {
      return "goal";
    } else if (moment instanceof Moment.NewState) {
      return "state";
    } else if (moment instanceof Moment.Spawned) {
      return "spawned";
    } else if (moment instanceof Moment.NotRun) {
      return "not-run";
    }
    return moment instanceof Moment.Ended ? "ended" : "failed";
  }

  private static void members(JsonLine json, Moment moment) {
    if (moment instanceof Moment.Emitted emitted) {
      event(json, emitted.event());
      json.member("isFromOutside", emitted.isFromOutside());
    } else if (moment instanceof Moment.Finished finished) {
      event(json, finished.event());
    } else if (moment instanceof Moment.NewGoal goal) {
      json.member("goal", goal.goal().toString());
    } else if (moment instanceof Moment.NewState state) {
      json.member("state", state.state().name());
    } else if (moment instanceof Moment.Spawned spawned) {
      json.member("process", spawned.process().text())
          .member("command", spawned.command())
          .member("isByDefault", spawned.isByDefault());
    } else if (moment instanceof Moment.NotRun failed) {
      json.member("process", failed.process().text()).member("reason", failed.reason());
    } else if (moment instanceof Moment.Ended ended) {
      json.member("process", ended.process().text());
      status(json, ended.status());
    } else if (moment instanceof Moment.Failed failed) {
      status(json, failed.status());
    }
  }

  static void event(JsonLine json, Event event) {
    json.member("event", event.name())
        .array("variables", event.variables().entries(), variable -> variable);
  }

  static void status(JsonLine json, ExitStatus status) {
    if (status instanceof ExitStatus.Killed killed) {
      json.member("signal", killed.signal().name());
    } else if (status instanceof ExitStatus.Exited exited) {
      json.member("exitStatus", exited.code());
    }
  }
}
