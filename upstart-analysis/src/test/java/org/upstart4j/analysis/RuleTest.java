package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.analysis.finding.Rule;

class RuleTest {

  @ParameterizedTest
  @EnumSource
  void aRuleIsFoundByItsName(Rule rule) {
    assertThat(Rule.find(rule.id())).contains(rule);
    assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
  }
}
