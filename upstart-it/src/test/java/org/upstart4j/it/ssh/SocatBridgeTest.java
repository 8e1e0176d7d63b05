package org.upstart4j.it.ssh;

/** Where there is socat alone. */
class SocatBridgeTest extends SshContracts {

  SocatBridgeTest() {
    super(FarEnd.with("socat"), "socat", true);
  }
}
