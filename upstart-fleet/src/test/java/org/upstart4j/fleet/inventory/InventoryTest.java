package org.upstart4j.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.fleet.Host;

class InventoryTest {

  @TempDir private Path folder;

  @Test
  void aPlainListOfNamesIsAnInventory() throws IOException {
    Inventory inventory = read("hosts", "web1\n# not this one\nroot@web2\n\n");
    assertThat(inventory.hosts()).extracting(Host::name).containsExactly("web1", "root@web2");
  }

  @Test
  void aListWithCommasNeedsNoFile() {
    assertThat(Inventory.of(List.of("web1,web2:2222,")).hosts())
        .extracting(Host::name)
        .containsExactly("web1", "web2");
    assertThat(Inventory.of(List.of("web1,")).hosts()).hasSize(1);
  }

  @Test
  void aHostKnowsItsGroupsAndTheirVariables() throws IOException {
    Inventory inventory =
        read(
            "hosts",
            """
            [web]
            web1 ansible_host=10.0.0.1 ansible_port=2222 big=123456789012345678901234567890
            [web:vars]
            ansible_user=root
            real=1.5
            [europe:children]
            web
            """);
    Host host = inventory.hosts().get(0);
    assertThat(host.groups()).containsExactly("europe", "web");
    assertThat(host.variables())
        .isEqualTo(
            Map.of(
                "ansible_host",
                "10.0.0.1",
                "ansible_port",
                2222L,
                "ansible_user",
                "root",
                "big",
                new BigInteger("123456789012345678901234567890"),
                "real",
                1.5));
    assertThat(host.destination()).isEqualTo("root@10.0.0.1");
    assertThat(inventory.groups()).containsExactly("all", "ungrouped", "web", "europe");
  }

  @Test
  void anUnsafeTextIsATextAndAnEncryptedOneSaysSo() throws IOException {
    Inventory inventory =
        read(
            "hosts.yml",
            """
            all:
              hosts:
                web1:
                  raw: !unsafe "{{ x }}"
                  secret: !vault |
                    $ANSIBLE_VAULT;1.1;AES256
                  nothing: ~
            """);
    Map<String, Object> expected = new HashMap<>();
    expected.put("raw", "{{ x }}");
    expected.put("secret", Map.of("__ansible_vault", "$ANSIBLE_VAULT;1.1;AES256\n"));
    expected.put("nothing", null);
    assertThat(inventory.hosts().get(0).variables()).isEqualTo(expected);
  }

  @Test
  void theNamesInTheConfigurationOfOpensshAreHosts() throws IOException {
    Files.createDirectories(folder.resolve("conf.d"));
    Files.writeString(folder.resolve("conf.d/b.conf"), "Host db1\n  User root\n");
    Files.writeString(folder.resolve("conf.d/a.conf"), "host=db0 \"db 2\"\n");
    Inventory inventory =
        read(
            "config",
            """
            Include conf.d/*.conf nowhere
            # Host commented
            Host web1 web2 !web3 web* *.example.com
              HostName 10.0.0.1
              Port 2222
            Host *
              User root
            Match host web9
            \tHOST\tlast
            """);
    assertThat(inventory.hosts())
        .extracting(Host::name)
        .containsExactly("db0", "db 2", "db1", "web1", "web2", "last");
    assertThat(inventory.select("web1").get(0).variables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hosts    | [a]\\nb c             | 2 | \"c\" is no variable; write NAME=VALUE, in quotes if"
            + " it has blanks",
        "hosts    | [a]\\nb c=\"d         | 2 | the quote \" is not closed; close it, or put a"
            + " backslash before it",
        "hosts    | \\n[a:vars]\\nb=c     | 2 | [a:vars] is for a group that has no section; add [a],"
            + " or correct the name",
        "hosts    | [a:children]\\nb      | 2 | [a:children] names the group \"b\", which has no"
            + " section; add [b], or correct the name",
        "hosts    | [a:children]\\na      | 2 | the group \"a\" is in itself; remove it there",
        "hosts    | [a]\\n[b:children]\\na\\n[a:children]\\nb | 5 | the group \"b\" can't be in \"a\","
            + " which is in it; remove one of the two",
        "hosts    | web[01:100]           | 1 | \"web[01:100]\" has a wrong range; a range with"
            + " leading zeros has a first and a last value of equal length",
        "a.yml    | plugin: aws_ec2       | 1 | this is the configuration of the inventory plugin"
            + " aws_ec2, and nothing here runs it; give what ansible-inventory -i FILE --list prints",
        "a.yml    | web:\\n  hosts:\\n  - a | 3 | hosts of the group \"web\" is a list; write a"
            + " mapping: a name and a colon in each line",
        "a.yml    | web:\\n  hosts:\\n    5: | 3 | the name of a host is a text; put 5 into quotes",
        "a.yml    | - web                 | 1 | an inventory in YAML is a mapping of groups; this is"
            + " none",
        "a.yml    | web: [1               | 1 | this is no YAML: expected ',' or ']', but got <stream"
            + " end>",
        "a.yml    | a:\\n  vars:\\n    x: !y z | 3 | the tag !y is not read here; remove it, or put"
            + " the value into quotes",
      })
  void whatIsWrongIsSaidWithItsLineAndWhatToDo(String name, String text, int line, String what)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text.translateEscapes());
    assertThatThrownBy(() -> Inventory.read(file)).hasMessage(file + ":" + line + ": " + what);
  }

  @Test
  void aFileThatIsMissingIsAnError() {
    Path missing = folder.resolve("no,where");
    assertThatThrownBy(() -> Inventory.read(missing))
        .hasMessage(missing + ": there is no such file");
  }

  @Test
  void anEncryptedFileIsAnErrorThatSaysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yml"), "$ANSIBLE_VAULT;1.1;AES256\n00\n");
    assertThatThrownBy(() -> Inventory.read(file))
        .hasMessage(
            file
                + ": the file is encrypted, and nothing here decrypts it; give it as ansible-vault"
                + " view writes it");
  }

  @Test
  void jsonIsAscii() throws IOException {
    assertThat(read("hosts", "w\u00e9b x=\u65e5\n").toJson())
        .contains("w\\u00e9b")
        .matches("[\\x20-\\x7e\\n]*");
  }

  private Inventory read(String name, String text) throws IOException {
    return Inventory.read(Files.writeString(folder.resolve(name), text));
  }
}
