package org.upstart4j.fleet.rolling;

import org.upstart4j.Upstart;
import org.upstart4j.fleet.Forwarding;

/** An Upstart that many hosts share, and so none of them closes. */
final class UnclosedUpstart extends Forwarding {

  UnclosedUpstart(Upstart target) {
    super(target);
  }

  @Override
  public void close() {}
}
