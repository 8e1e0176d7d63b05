package org.upstart4j.jobfile.stanza;

/**
 * An AppArmor profile: {@code apparmor load PATH}, {@code apparmor switch PROFILE}.
 *
 * @param action load or switch
 * @param profile the profile's file, or its name
 */
public record AppArmorStanza(Action action, String profile) implements TypedStanza {

  /** What is done with the profile. */
  public enum Action {
    /** It is loaded into the kernel before the job starts. */
    LOAD("load"),
    /** The main process runs under it. */
    SWITCH("switch");

    private final String text;

    Action(String text) {
      this.text = text;
    }

    /** {@return the word as it stands in a job file} */
    public String text() {
      return text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  public StanzaName name() {
    return StanzaName.APPARMOR;
  }

  @Override
  public String slot() {
    return "apparmor " + action;
  }
}
