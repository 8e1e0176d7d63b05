package org.upstart4j.testkit.contract;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link Trial}, and ends it afterwards. */
public final class TrialResolver implements ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(TrialResolver.class);

  /** Makes the resolver. */
  public TrialResolver() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Trial.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    UpstartContract test = (UpstartContract) context.getRequiredTestInstance();
    try {
      Trial trial = new Trial(test.open());
      context.getStore(NAMESPACE).put(Trial.class, trial);
      return trial;
    } catch (Exception failure) {
      throw new ParameterResolutionException("No Upstart to test", failure);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Trial trial = context.getStore(NAMESPACE).remove(Trial.class, Trial.class);
    if (trial != null) {
      trial.close();
    }
  }
}
