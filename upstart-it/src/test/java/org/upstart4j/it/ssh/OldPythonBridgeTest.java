package org.upstart4j.it.ssh;

/** Where there is a Python 2. */
class OldPythonBridgeTest extends SshContracts {

  OldPythonBridgeTest() {
    super(FarEnd.with("python2"), "python 2", true);
  }
}
