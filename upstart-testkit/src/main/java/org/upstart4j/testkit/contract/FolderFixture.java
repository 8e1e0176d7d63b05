package org.upstart4j.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;

/** An Upstart of this machine, whose jobs are in a folder that the test may write to. */
public class FolderFixture implements UpstartFixture {

  private final JobFileWriter files;
  private final Upstart upstart;

  /**
   * Makes a fixture.
   *
   * @param folder the folder of jobs
   * @param upstart the Upstart that reads it; closed together with the fixture
   */
  public FolderFixture(Path folder, Upstart upstart) {
    this.files = new JobFileWriter(folder);
    this.upstart = upstart;
  }

  @Override
  public Upstart upstart() {
    return upstart;
  }

  @Override
  public void write(String file, String text) {
    files.write(file, text);
  }

  @Override
  public void remove(String file) {
    files.remove(file);
  }

  @Override
  public void signal(int pid, Signal signal) {
    try {
      new ProcessBuilder("kill", "-" + signal.number(), Integer.toString(pid)).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    upstart.close();
  }
}
