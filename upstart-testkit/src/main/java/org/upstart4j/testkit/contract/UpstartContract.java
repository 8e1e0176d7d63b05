package org.upstart4j.testkit.contract;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all contracts have in common. */
@ExtendWith(TrialResolver.class)
@Timeout(300)
public interface UpstartContract {

  /**
   * Opens the Upstart under test, for one test.
   *
   * @return closed when the test is over
   * @throws Exception if that fails, and with it the test
   */
  UpstartFixture open() throws Exception;
}
