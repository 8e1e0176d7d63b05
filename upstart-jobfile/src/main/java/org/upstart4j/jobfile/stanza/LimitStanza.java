package org.upstart4j.jobfile.stanza;

/**
 * A resource limit: {@code limit nofile 1024 4096}.
 *
 * @param resource what is limited
 * @param soft the limit in force
 * @param hard how far the job may raise it
 */
public record LimitStanza(Resource resource, LimitValue soft, LimitValue hard)
    implements TypedStanza {

  @Override
  public StanzaName name() {
    return StanzaName.LIMIT;
  }

  @Override
  public String slot() {
    return "limit " + resource;
  }
}
