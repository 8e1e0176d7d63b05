package org.upstart4j.it.ssh;

/** Where there is Perl alone. */
class PerlBridgeTest extends SshContracts {

  PerlBridgeTest() {
    super(FarEnd.with("perl"), "perl 5", true);
  }
}
