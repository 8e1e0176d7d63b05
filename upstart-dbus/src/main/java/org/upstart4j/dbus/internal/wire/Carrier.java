package org.upstart4j.dbus.internal.wire;

/** What a connection leads through besides its socket. It ends together with the connection. */
interface Carrier {

  /** Returns why it has ended, in its own words; empty if it has said nothing. */
  String lastWords();

  /** Ends it, without waiting for that. Called once or more. */
  void end();

  /** Of a socket that leads straight to the other side. */
  Carrier NONE =
      new Carrier() {
        @Override
        public String lastWords() {
          return "";
        }

        @Override
        public void end() {}
      };
}
