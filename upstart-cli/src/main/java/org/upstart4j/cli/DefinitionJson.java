package org.upstart4j.cli;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.ExitStatus;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.EventOr;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.LimitValue;

/** A job definition as members of a JSON object. */
final class DefinitionJson {

  private DefinitionJson() {}

  static void write(JsonLine json, JobDefinition job) {
    json.member("name", job.name());
    optional(json, "instance", job.instance());
    optional(json, "description", job.description());
    optional(json, "author", job.author());
    optional(json, "version", job.version());
    optional(json, "usage", job.usage());
    list(json, "env", job.env());
    list(json, "export", job.export());
    list(json, "emits", job.emits());
    events(json, "start_on", job.startOn());
    events(json, "stop_on", job.stopOn());
    optional(json, "start_on_text", job.startOn().map(EventExpression::toString));
    optional(json, "stop_on_text", job.stopOn().map(EventExpression::toString));
    processes(json, job);
    json.member("expect", job.expect().text());
    json.member("task", job.task());
    json.member("kill_timeout", job.killTimeout().toSeconds());
    json.member("kill_signal", job.killSignal().number());
    json.member("reload_signal", job.reloadSignal().number());
    json.member("respawn", job.respawn());
    json.member("respawn_limit", job.respawnLimit());
    json.member("respawn_interval", job.respawnInterval().toSeconds());
    json.array("normal_exit", job.normalExit(), ExitStatus::number);
    optional(json, "console", job.console().map(Object::toString));
    json.member("umask", String.format(Locale.ROOT, "%04o", job.umask()));
    optional(json, "nice", job.nice());
    json.member("oom_score_adj", job.oomScore());
    limits(json, job);
    optional(json, "chroot", job.chroot());
    optional(json, "chdir", job.chdir());
    optional(json, "setuid", job.setuid());
    optional(json, "setgid", job.setgid());
    json.member("debug", job.debug());
    optional(json, "apparmor_switch", job.apparmorSwitch());
    json.objects("cgroups", job.cgroups(), DefinitionJson::cgroup);
  }

  private static void optional(JsonLine json, String name, Optional<?> value) {
    json.member(name, value.orElse(null));
  }

  private static void list(JsonLine json, String name, List<String> words) {
    if (words.isEmpty()) {
      json.member(name, null);
    } else {
      json.array(name, words, word -> word);
    }
  }

  private static void processes(JsonLine json, JobDefinition job) {
    json.name("process").beginObject();
    job.processes()
        .forEach(
            (type, command) ->
                json.name(type.text())
                    .object(
                        members ->
                            members
                                .member("script", command.script())
                                .member("command", command.text())));
    json.endObject();
  }

  private static void limits(JsonLine json, JobDefinition job) {
    json.name("limits").beginObject();
    job.limits()
        .forEach(
            (resource, limit) ->
                json.name(resource.text())
                    .object(
                        members ->
                            members
                                .member("soft", number(limit.soft()))
                                .member("hard", number(limit.hard()))));
    json.endObject();
  }

  private static Object number(LimitValue value) {
    return value.isUnlimited() ? value.text() : new BigInteger(value.text());
  }

  private static void cgroup(JsonLine json, JobDefinition.Cgroup cgroup) {
    json.member("controller", cgroup.controller());
    json.member("name", cgroup.name());
    json.objects("settings", cgroup.settings().entrySet(), DefinitionJson::setting);
  }

  private static void setting(JsonLine json, Map.Entry<String, String> setting) {
    json.member("key", setting.getKey()).member("value", setting.getValue());
  }

  /** Writes a tree without recursion: what is still to do waits on a stack. */
  private static void events(JsonLine json, String name, Optional<EventExpression> events) {
    json.name(name);
    if (events.isEmpty()) {
      json.value(null);
      return;
    }
    Deque<Runnable> open = new ArrayDeque<>();
    open.push(() -> node(json, events.get(), open));
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }

  private static void node(JsonLine json, EventExpression node, Deque<Runnable> open) {
    json.beginObject();
    if (node instanceof EventMatch match) {
      json.member("op", "match").member("event", match.event());
      json.array("env", match.arguments(), argument -> argument).endObject();
    } else if (node instanceof EventAnd and) {
      operator(json, "and", and.left(), and.right(), open);
    } else if (node instanceof EventOr or) {
      operator(json, "or", or.left(), or.right(), open);
    }
  }

  private static void operator(
      JsonLine json, String op, EventExpression left, EventExpression right, Deque<Runnable> open) {
    json.member("op", op).name("left");
    open.push(json::endObject);
    open.push(() -> node(json, right, open));
    open.push(() -> json.name("right"));
    open.push(() -> node(json, left, open));
  }
}
