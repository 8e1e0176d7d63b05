package org.upstart4j.dbus.internal.server;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.upstart4j.Instance;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.Interfaces;

/** What instances can be asked and told. */
final class InstanceInterface {

  static final Interface<InstanceView> TYPE =
      new Interface<InstanceView>(Interfaces.INSTANCE)
          .method("Start", "b wait", "", changing(Instance::start, Instance::startAsync))
          .method("Stop", "b wait", "", changing(Instance::stop, Instance::stopAsync))
          .method("Restart", "b wait", "", changing(Instance::restart, Instance::restartAsync))
          .method(
              "Reload",
              "",
              "",
              (view, call) -> {
                view.instance().reload();
                call.reply();
              })
          .signal("GoalChanged", "s goal")
          .signal("StateChanged", "s state")
          .signal("Failed", "i status")
          .property("name", "s", view -> view.instance().name())
          .property("goal", "s", view -> view.status().goal().name())
          .property("state", "s", view -> view.status().state().name())
          .property("processes", "a(si)", InstanceInterface::processes);

  private InstanceInterface() {}

  private static Interface.Handler<InstanceView> changing(
      BiConsumer<Instance, Wait> now, Function<Instance, CompletionStage<Void>> later) {
    return (view, call) -> {
      if (call.flag(0)) {
        call.when(later.apply(view.instance()), done -> call.reply());
      } else {
        now.accept(view.instance(), Wait.NO_WAIT);
        call.reply();
      }
    };
  }

  private static Object processes(InstanceView view) {
    return view.status().processes().stream()
        .map(process -> List.<Object>of(process.name(), process.pid()))
        .toList();
  }
}
