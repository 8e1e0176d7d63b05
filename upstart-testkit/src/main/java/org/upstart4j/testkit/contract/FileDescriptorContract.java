package org.upstart4j.testkit.contract;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.Wait;

/** An event may carry an open file to the processes of the jobs that it starts. */
public interface FileDescriptorContract extends UpstartContract {

  @Test
  default void aProcessInheritsTheFile(Trial trial) throws Exception {
    Event event = trial.event();
    trial.job(
        "start on " + event.name(),
        "task",
        "script",
        "  read line < /proc/self/fd/$UPSTART_FDS",
        "  test \"$line\" = handed",
        "end script");
    Path path = Files.createTempFile("handed", null);
    Files.writeString(path, "handed\n");
    try (FileInputStream file = new FileInputStream(path.toFile())) {
      trial.upstart().emit(event, file.getFD(), Wait.FOREVER);
    } finally {
      Files.delete(path);
    }
  }
}
