package org.upstart4j.dbus;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.client.DbusClient;
import org.upstart4j.dbus.internal.client.DbusRequest;
import org.upstart4j.dbus.internal.client.RemoteObject;
import org.upstart4j.dbus.internal.client.Statuses;
import org.upstart4j.dbus.internal.client.Values;

/** An instance of an Upstart on D-Bus. */
record DbusInstance(DbusJob job, String path, String name) implements Instance {

  private DbusClient client() {
    return job.client();
  }

  private RemoteObject remote() {
    return RemoteObject.instance(path, job.name(), name);
  }

  @Override
  public JobStatus status() {
    return client()
        .ask(remote().getAll(), values -> Statuses.status(job.name(), Values.properties(values)));
  }

  private void change(String member, Wait wait) {
    client().<@Nullable Void>change(request(member, wait.waits()), wait, Values::none);
  }

  private CompletableFuture<@Nullable Void> later(String member) {
    return client().changeLater(request(member, true), Values::none);
  }

  private DbusRequest request(String member, boolean wait) {
    return remote().call(member, "b", wait);
  }

  @Override
  public void start(Wait wait) {
    change("Start", wait);
  }

  @Override
  public void stop(Wait wait) {
    change("Stop", wait);
  }

  @Override
  public void restart(Wait wait) {
    change("Restart", wait);
  }

  @Override
  public CompletableFuture<@Nullable Void> startAsync() {
    return later("Start");
  }

  @Override
  public CompletableFuture<@Nullable Void> stopAsync() {
    return later("Stop");
  }

  @Override
  public CompletableFuture<@Nullable Void> restartAsync() {
    return later("Restart");
  }

  @Override
  public void reload() {
    try {
      client().<@Nullable Void>ask(remote().call("Reload", ""), Values::none);
    } catch (UnknownInstanceException gone) {
      // an Upstart before 1.10 gives this answer for every instance
      status();
      throw new UnexpectedErrorException(gone.error().orElseThrow());
    }
  }

  @Override
  public String toString() {
    return JobStatus.label(job.name(), name);
  }
}
