package org.upstart4j.dbus.internal.server;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.event.EventExpression;
import org.upstart4j.spi.ObjectPaths;

/** What jobs can be asked and told. */
final class JobInterface {

  static final Interface<Job> TYPE =
      new Interface<Job>(Interfaces.JOB)
          .method(
              "GetInstance",
              "as env",
              "o instance",
              (job, call) -> reply(call, job.instance(call.environment(0))))
          .method(
              "GetInstanceByName",
              "s name",
              "o instance",
              (job, call) -> reply(call, job.instance(call.text(0))))
          .method("GetAllInstances", "", "ao instances", JobInterface::allInstances)
          .method("Start", "as env, b wait", "o instance", JobInterface::start)
          .method("Stop", "as env, b wait", "", JobInterface::stop)
          .method("Restart", "as env, b wait", "o instance", JobInterface::restart)
          .signal("InstanceAdded", "o instance")
          .signal("InstanceRemoved", "o instance")
          .property("name", "s", Job::name)
          .property("description", "s", job -> job.description().orElse(""))
          .property("author", "s", job -> job.author().orElse(""))
          .property("version", "s", job -> job.version().orElse(""))
          .property("usage", "s", job -> job.usage().orElse(""))
          .property("start_on", "aas", job -> postfix(job.startOn()))
          .property("stop_on", "aas", job -> postfix(job.stopOn()))
          .property("emits", "as", Job::emits);

  private JobInterface() {}

  private static void allInstances(Job job, MethodCall call) {
    call.reply("ao", job.instances().stream().map(JobInterface::path).toList());
  }

  private static void start(Job job, MethodCall call) {
    Environment environment = call.environment(0);
    if (call.flag(1)) {
      call.when(job.startAsync(environment), instance -> reply(call, instance));
    } else {
      reply(call, job.start(environment, Wait.NO_WAIT));
    }
  }

  private static void stop(Job job, MethodCall call) {
    Environment environment = call.environment(0);
    if (call.flag(1)) {
      call.when(job.stopAsync(environment), done -> call.reply());
    } else {
      job.stop(environment, Wait.NO_WAIT);
      call.reply();
    }
  }

  private static void restart(Job job, MethodCall call) {
    Environment environment = call.environment(0);
    if (call.flag(1)) {
      call.when(job.restartAsync(environment), instance -> reply(call, instance));
    } else {
      reply(call, job.restart(environment, Wait.NO_WAIT));
    }
  }

  private static void reply(MethodCall call, Instance instance) {
    call.reply("o", path(instance));
  }

  private static String path(Instance instance) {
    return ObjectPaths.instance(instance.job().name(), instance.name());
  }

  private static List<List<String>> postfix(Optional<EventExpression> condition) {
    return condition.map(EventExpression::postfix).orElse(List.of());
  }
}
