package org.upstart4j.it.scenario;

import org.upstart4j.Upstart;

/** An Upstart to play on, and where initctl finds it. */
interface Stage extends AutoCloseable {

  Upstart upstart();

  String address();

  @Override
  void close();
}
