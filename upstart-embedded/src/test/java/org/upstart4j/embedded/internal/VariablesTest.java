package org.upstart4j.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;

class VariablesTest {

  private static Variables of(String... entries) {
    return new Variables().addAll(List.of(entries));
  }

  @Test
  void aVariableThatIsThereChangesInItsPlaceAndANewOneComesLast() {
    Variables variables = of("A=1", "B=2").set("A", "3").set("C", "4").add("B=5", true);

    assertThat(variables.entries()).containsExactly("A=3", "B=5", "C=4");
  }

  @Test
  void aVariableThatMayNotBeReplacedStays() {
    Variables variables = of("A=1").add("A=2", false).add("B=3", false);

    assertThat(variables.entries()).containsExactly("A=1", "B=3");
  }

  @Test
  void aNameEndsAtTheFirstEqualsSign() {
    Variables variables = of("A=1").add("A==2", true).add("=x", true).add("=y", true);

    assertThat(variables.entries()).containsExactly("A==2", "=y");
    assertThat(variables.get("A")).isEqualTo("=2");
    assertThat(variables.get("")).isEqualTo("y");
  }

  @Test
  void aNameIsNotItsBeginning() {
    Variables variables = of("AB=1", "A=2");

    assertThat(variables.get("A")).isEqualTo("2");
    assertThat(variables.get("ABC")).isNull();
    assertThat(Variables.find(variables.entries(), "A")).isEqualTo(1);
    assertThat(Variables.find(variables.entries(), "B")).isEqualTo(-1);
  }

  @Test
  void ofANameThatComesTwiceTheFirstIsFoundAndChanged() {
    Variables variables = new Variables();
    variables.entries().addAll(List.of("A=1", "A=2"));

    assertThat(variables.get("A")).isEqualTo("1");
    assertThat(variables.set("A", "3").entries()).containsExactly("A=3", "A=2");
  }

  @Test
  void aStanzaWithoutAValueTakesTheEnginesOwn() {
    Variables variables = of("A=1", "B=2", "C=3");

    variables.addOwn("A", name -> "own " + name);
    variables.addOwn("B", name -> null);
    variables.addOwn("C=4", name -> "own");
    variables.addOwn("D", name -> "own");
    variables.addOwn("E", name -> null);

    assertThat(variables.entries()).containsExactly("A=own A", "C=4", "D=own");
  }

  @Test
  void aVariableIsRemovedByItsName() {
    Variables variables = of("A=1", "B=2", "C=3");

    variables.remove("B");
    variables.remove("NOPE");

    assertThat(variables.entries()).containsExactly("A=1", "C=3");
  }

  @Test
  void aRemovedNameTakesWithItThoseThatItBeginsWith() {
    Variables variables = of("PATH=1", "P=2", "X=3", "PA=4", "PATHS=5");

    variables.remove("PATH");

    // behind one that is removed the next one is stepped over
    assertThat(variables.entries()).containsExactly("P=2", "X=3", "PATHS=5");
  }

  @Test
  void anEmptyNameIsTheBeginningOfEachName() {
    Variables variables = of("=x", "A=1", "B=2");

    variables.remove("ANY");

    assertThat(variables.entries()).containsExactly("A=1", "B=2");
  }

  @Test
  void aCopyDoesNotChangeWithItsOriginal() {
    Variables original = of("A=1");

    Variables copy = new Variables(original);
    original.set("B", "2");
    Environment environment = original.toEnvironment();
    original.set("C", "3");

    assertThat(copy.entries()).containsExactly("A=1");
    assertThat(environment.entries()).containsExactly("A=1", "B=2");
    assertThat(new Variables().toEnvironment()).isSameAs(Environment.EMPTY);
  }
}
