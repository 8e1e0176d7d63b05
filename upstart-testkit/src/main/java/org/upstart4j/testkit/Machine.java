package org.upstart4j.testkit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.process.ProcessSpawner;

/** Where the processes and the time of a test come from. */
interface Machine {

  ProcessSpawner processes();

  /** How long the test has been running. */
  Duration elapsed();

  /** Gives an Upstart its clock. */
  void equip(EmbeddedUpstartBuilder upstart);

  /** Waits until all that can happen now has happened. */
  void settle();

  /** Waits for the end of a command for as long as this makes sense; its failure is thrown. */
  void await(CompletableFuture<@Nullable Void> command, String what);

  /** The scripts that no process has used. */
  List<String> unused();

  /** The processes that run although no job of an Upstart knows them. */
  List<String> lost(EmbeddedUpstart upstart);
}
