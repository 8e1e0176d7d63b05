package org.upstart4j.embedded;

import java.nio.file.Path;
import org.upstart4j.Upstart;
import org.upstart4j.jobfile.JobFile;

/** An Upstart in this process. */
public abstract class EmbeddedUpstart implements Upstart {

  EmbeddedUpstart() {}

  public static Builder builder() {
    return new Builder();
  }

  /** Builds it. */
  public static final class Builder {

    /** Jobs of a folder, watched. */
    public Builder folder(Path folder) {
      return this;
    }

    /** A job of its own, beside the folder's. */
    public Builder job(String name, JobFile file) {
      return this;
    }

    /** Where processes come from; real ones by default. */
    public Builder processes(ProcessSpawner processes) {
      return this;
    }

    /** Behaves as the Upstart of a user's session, not as process 1. */
    public Builder userSession(boolean userSession) {
      return this;
    }

    /** Folder of console logs; none by default: output is discarded. */
    public Builder logFolder(Path folder) {
      return this;
    }

    public EmbeddedUpstart build() {
      throw new UnsupportedOperationException("Not written yet");
    }
  }
}
