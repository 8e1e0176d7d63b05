package org.upstart4j.jobfile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Searches for bytes that break a promise; without {@code -Dfuzz} it replays the known ones. */
class JobFileFuzzTest {

  @FuzzTest
  void anyBytesKeepTheInvariants(byte[] bytes) {
    Invariants.check(bytes);
  }

  @FuzzTest
  void anyOverrideOfAnyFileIsJudgedWithoutAnError(byte[] bytes) {
    int half = bytes.length / 2;
    JobFile conf = JobFile.parse(Arrays.copyOf(bytes, half));
    JobFile override = JobFile.parse(Arrays.copyOfRange(bytes, half, bytes.length));
    JobDefinition.verdict("job", conf, override, UpstartVersion.NEWEST).registered();
  }
}
