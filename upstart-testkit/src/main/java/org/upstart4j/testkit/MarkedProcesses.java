package org.upstart4j.testkit;

import java.util.UUID;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** Processes with one more variable, which marks them and their children. */
record MarkedProcesses(ProcessSpawner spawner, String id) implements ProcessSpawner {

  private static final String VARIABLE = "UPSTART_TEST";

  MarkedProcesses(ProcessSpawner spawner) {
    this(spawner, UUID.randomUUID().toString());
  }

  /** The variable. */
  String mark() {
    return VARIABLE + "=" + id;
  }

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    SpawnRequest marked =
        new SpawnRequest(
            request.definition(),
            request.instance(),
            request.type(),
            request.command(),
            request.script(),
            request.environment().with(VARIABLE, id),
            request.log(),
            request.rootFolder());
    return spawner.spawn(marked, observer);
  }

  @Override
  public void belongsTo(Upstart upstart) {
    spawner.belongsTo(upstart);
  }

  @Override
  public boolean loadsSecurityProfiles() {
    return spawner.loadsSecurityProfiles();
  }

  @Override
  public void close() {
    spawner.close();
  }
}
