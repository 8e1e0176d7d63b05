package org.upstart4j.embedded;

/** Real processes. */
final class HostProcesses implements ProcessSpawner {

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    throw new UnsupportedOperationException("Not written yet");
  }

  @Override
  public void close() {}
}
