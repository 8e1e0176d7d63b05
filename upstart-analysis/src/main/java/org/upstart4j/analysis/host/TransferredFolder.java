package org.upstart4j.analysis.host;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.upstart4j.UpstartException;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.jobfile.JobFolder;

/**
 * A folder of job files on another machine.
 *
 * @param path the folder there
 * @param reader reads what it holds, and throws an {@link UpstartException} if it can't
 */
record TransferredFolder(String path, Supplier<JobFolder> reader) {

  /** When its files were changed is not known. */
  List<KnownFolder> read(Gaps gaps) {
    try {
      return List.of(new KnownFolder(path, reader.get(), Map.of()));
    } catch (UpstartException failure) {
      gaps.add("What the job files say", String.valueOf(failure.getMessage()));
      return List.of();
    }
  }
}
