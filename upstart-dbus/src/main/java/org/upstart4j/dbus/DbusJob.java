package org.upstart4j.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.client.DbusClient;
import org.upstart4j.dbus.internal.client.DbusRequest;
import org.upstart4j.dbus.internal.client.RemoteObject;
import org.upstart4j.dbus.internal.client.Values;
import org.upstart4j.event.EventExpression;

/** A job of an Upstart on D-Bus. */
record DbusJob(Upstart upstart, DbusClient client, String path, String name) implements Job {

  private RemoteObject remote() {
    return RemoteObject.job(path, name);
  }

  @Override
  public Optional<String> description() {
    return text("description");
  }

  @Override
  public Optional<String> author() {
    return text("author");
  }

  @Override
  public Optional<String> version() {
    return text("version");
  }

  @Override
  public Optional<String> usage() {
    return newer(Capability.USAGE, () -> text("usage"));
  }

  private Optional<String> text(String property) {
    return property(property, value -> Optional.of((String) value).filter(text -> !text.isEmpty()));
  }

  private <T> T property(String property, Function<Object, T> read) {
    return client.ask(remote().get(property), values -> read.apply(Values.variant(values)));
  }

  /** An Upstart without a property answers as if it had no such job. */
  private <T> T newer(Capability capability, Supplier<T> read) {
    try {
      return read.get();
    } catch (UnknownJobException gone) {
      if (upstart.capabilities().contains(capability)) {
        throw gone;
      }
      throw new UnsupportedCapabilityException(capability, "this Upstart is too old for it");
    }
  }

  @Override
  public List<String> emits() {
    return newer(Capability.EMITS, () -> property("emits", Values::strings));
  }

  @Override
  public Optional<EventExpression> startOn() {
    return newer(Capability.CONDITIONS, () -> property("start_on", DbusJob::condition));
  }

  @Override
  public Optional<EventExpression> stopOn() {
    return newer(Capability.CONDITIONS, () -> property("stop_on", DbusJob::condition));
  }

  private static Optional<EventExpression> condition(Object value) {
    List<List<String>> postfix = ((List<?>) value).stream().map(Values::strings).toList();
    return postfix.isEmpty() ? Optional.empty() : Optional.of(EventExpression.ofPostfix(postfix));
  }

  @Override
  public List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    for (String found : client.ask(remote().call("GetAllInstances", ""), Values::paths)) {
      try {
        instances.add(new DbusInstance(this, found, client.names().instance(found)));
      } catch (UnknownInstanceException gone) {
        // it went away while the others were asked
      }
    }
    return instances;
  }

  @Override
  public Instance instance(String instance) {
    return client.ask(
        remote().call("GetInstanceByName", "s", instance),
        values -> new DbusInstance(this, Values.path(values), instance));
  }

  @Override
  public Instance instance(Environment environment) {
    return client.ask(remote().call("GetInstance", "as", environment.entries()), this::instance);
  }

  private Instance instance(List<Object> values) {
    String found = Values.path(values);
    return new DbusInstance(this, found, client.names().instanceOrElement(found));
  }

  private DbusRequest change(String member, Environment environment, boolean wait) {
    return remote().call(member, "asb", environment.entries(), wait);
  }

  @Override
  public Instance start(Environment environment, Wait wait) {
    return client.change(change("Start", environment, wait.waits()), wait, this::instance);
  }

  @Override
  public void stop(Environment environment, Wait wait) {
    client.<@Nullable Void>change(change("Stop", environment, wait.waits()), wait, Values::none);
  }

  @Override
  public Instance restart(Environment environment, Wait wait) {
    return client.change(change("Restart", environment, wait.waits()), wait, this::instance);
  }

  @Override
  public CompletableFuture<Instance> startAsync(Environment environment) {
    return client.changeLater(change("Start", environment, true), this::instance);
  }

  @Override
  public CompletableFuture<@Nullable Void> stopAsync(Environment environment) {
    return client.changeLater(change("Stop", environment, true), Values::none);
  }

  @Override
  public CompletableFuture<Instance> restartAsync(Environment environment) {
    return client.changeLater(change("Restart", environment, true), this::instance);
  }

  @Override
  public String toString() {
    return name;
  }
}
