/** A program that restarts jobs. */
module com.example.restarter {
  // Brings the API along, and is what UpstartProvider finds.
  requires org.upstart4j.dbus;
}
