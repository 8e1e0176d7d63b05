package org.upstart4j.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An inventory may come from anybody. */
class UntrustedInventoryTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web[1:999999999]",
        "web[1:999999999999999999]",
        "web[1:99999999999999999999999]",
        "web[1:1000][1:1000][1:1000]",
        "web[1:999999999][2:1]",
        "web[1:1][1:1][1:1][1:1][1:300000]"
      })
  void aRangeOfTooManyHostsIsAnError(String range) throws IOException {
    assertRejected("[web]\n" + range + "\n", 2);
  }

  @Test
  void asManyHostsAsThereMayBeAreRead() throws IOException {
    assertThat(Inventory.read(write("h[1:100000]\n")).hosts()).hasSize(100_000);
    assertRejected("h[1:100000]\nmore\n", 2);
  }

  @Test
  void aliasesThatGrowTooLargeAreAnError() throws IOException {
    StringBuilder laughs = new StringBuilder("all:\n  vars:\n    a0: &a0 lol\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("    a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    assertThatThrownBy(() -> Inventory.read(write("bomb.yml", laughs.toString())))
        .isInstanceOf(InventoryException.class)
        .hasMessageContaining("aliases make this more than");
  }

  @Test
  void aliasesThatGrowTooDeepAreAnError() throws IOException {
    StringBuilder deep = new StringBuilder("all:\n  vars:\n    a0: &a0 lol\n");
    for (int i = 1; i < 2000; i++) {
      deep.append("    a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThatThrownBy(() -> Inventory.read(write("deep.yml", deep.toString())))
        .isInstanceOf(InventoryException.class)
        .hasMessageContaining("levels deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\": ", "- ", "? ", "[{", "!!seq ["})
  void deepNestingIsAnError(String opening) {
    assertThatThrownBy(() -> Inventory.read(write("deep.yml", opening.repeat(100_000))))
        .isInstanceOf(InventoryException.class);
  }

  @Test
  void deepLiteralsAreTexts() throws IOException {
    String deep = "[".repeat(100_000);
    Inventory inventory = Inventory.read(write("[all:vars]\nx = " + deep + "\n[a]\nh\n"));
    assertThat(inventory.hosts().get(0).variables()).containsEntry("x", deep);
  }

  @Test
  void groupsThatAreTooDeepAreAnError() throws IOException {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      deep.append("[g%d:children]\ng%d\n".formatted(i, i + 1));
    }
    assertThatThrownBy(() -> Inventory.read(write(deep + "[g5000]\nh\n")))
        .isInstanceOf(InventoryException.class);
  }

  @Test
  void manyVariablesOfManyHostsAreAnError() throws IOException {
    StringBuilder text = new StringBuilder("h[1:100000]\n[all:vars]\n");
    for (int i = 0; i < 5000; i++) {
      text.append("v%d = 1\n".formatted(i));
    }
    assertThatThrownBy(() -> Inventory.read(write(text.toString())).toJson())
        .isInstanceOf(InventoryException.class);
  }

  @Test
  void aFileThatIsTooLargeIsAnError() throws IOException {
    assertThatThrownBy(() -> Inventory.read(write("#".repeat(17 << 20))))
        .hasMessageContaining("16 MB, the most that is read");
    assertThatThrownBy(() -> Inventory.read(Path.of("/dev/zero")))
        .isInstanceOf(InventoryException.class);
  }

  @Test
  void aHostsNameLeadsToNoFileOutsideOfTheFolder() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.yml"), "stolen: yes\n");
    Path inside = Files.createDirectories(folder.resolve("inside/host_vars")).getParent();
    Files.createDirectories(inside.resolve("group_vars/sub"));
    Files.writeString(inside.resolve("group_vars/sub/x.yml"), "sub: yes\n");
    Files.writeString(
        inside.resolve("hosts"),
        "../../secret\n" + secret + "\n..\n.\n./x\n[../../secret]\nweb\n[sub/x]\nweb\n");
    assertThat(Inventory.read(inside.resolve("hosts")).toJson())
        .doesNotContain("stolen")
        .doesNotContain("\"sub\"");
  }

  @Test
  void aLinkOutOfTheFolderIsAnError() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "stolen: yes\n");
    Path inside = Files.createDirectories(folder.resolve("inside/host_vars")).getParent();
    Path hosts = Files.writeString(inside.resolve("hosts"), "web\n");
    Path link = Files.createSymbolicLink(inside.resolve("host_vars/web"), secret);
    assertThatThrownBy(() -> Inventory.read(hosts).hosts())
        .hasMessageStartingWith(link + ": this leads out of the folder of the inventory");
    Files.delete(link);
    Files.createSymbolicLink(inside.resolve("other"), secret);
    assertThatThrownBy(() -> Inventory.read(inside).hosts())
        .hasMessageContaining("this leads out of the folder of the inventory");
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    Path hosts = write("web\ndb\n");
    Files.createDirectory(folder.resolve("host_vars"));
    Files.writeString(folder.resolve("host_vars/web.yml"), "x: 1\n");
    Files.createSymbolicLink(folder.resolve("host_vars/db.yml"), Path.of("web.yml"));
    assertThat(Inventory.read(hosts).select("db").get(0).variables()).containsEntry("x", 1L);
  }

  @Test
  void aFolderThatLeadsBackToItselfIsAnError() throws IOException {
    Path hosts = write("web\n");
    Files.createDirectories(folder.resolve("host_vars/web"));
    Files.createSymbolicLink(folder.resolve("host_vars/web/again"), Path.of("."));
    assertThatThrownBy(() -> Inventory.read(hosts).hosts())
        .hasMessageContaining("does a link lead back?");
  }

  @Test
  void aProgramIsNotRun() throws IOException {
    Path ran = folder.resolve("ran");
    Path script = write("#!/bin/sh\ntouch " + ran + "\necho '{}'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> Inventory.read(script))
        .hasMessage(
            script
                + ": this is a program, and no inventory is run here; run it yourself, as in "
                + script
                + " --list > hosts.json, and give that file");
    assertThat(ran).doesNotExist();
  }

  @Test
  void aTextThatIsExecutableByAccidentIsRead() throws IOException {
    Path hosts = write("web\n");
    assertThat(hosts.toFile().setExecutable(true)).isTrue();
    assertThat(Inventory.read(hosts).hosts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b\n", "x=\0\n", "\0", "h x=\"\0\"\n"})
  void aNulIsAnError(String text) throws IOException {
    assertRejected(text, 1);
  }

  @Test
  void bytesThatAreNoUtf8AreAnErrorButInComments() throws IOException {
    Path file = folder.resolve("hosts");
    Files.write(file, "# caf\u00e9\nweb\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Inventory.read(file).hosts()).hasSize(1);
    Files.write(file, "web\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Inventory.read(file))
        .hasMessage(
            file + ":2: the line is not in UTF-8; convert the file, for example with iconv");
  }

  @Test
  void configurationsThatIncludeEachOtherAreAnError() throws IOException {
    Path config = write("config", "Host a\nInclude config\n");
    assertThatThrownBy(() -> Inventory.read(config)).hasMessageContaining("include itself?");
  }

  private void assertRejected(String text, int line) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> Inventory.read(file))
        .isInstanceOfSatisfying(
            InventoryException.class,
            wrong -> {
              assertThat(wrong.source()).isEqualTo(file.toString());
              assertThat(wrong.line()).hasValue(line);
            });
  }

  private Path write(String text) throws IOException {
    return write("hosts", text);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
