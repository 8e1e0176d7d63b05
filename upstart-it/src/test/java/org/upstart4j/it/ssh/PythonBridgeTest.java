package org.upstart4j.it.ssh;

/** Where there is a Python 3. */
class PythonBridgeTest extends SshContracts {

  PythonBridgeTest() {
    super(FarEnd.with("python3"), "python 3", false);
  }
}
