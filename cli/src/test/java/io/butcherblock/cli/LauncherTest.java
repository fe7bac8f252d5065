package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher for Unix in a copy of the project that has no sources, with a Java and a Maven of
 * ours.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  private static final List<String> MODULES =
      List.of(
          "dsl-api",
          "dsl-processor",
          "runtime",
          "onnx",
          "examples",
          "models",
          "serve",
          "report",
          "experiments",
          "cli");

  /**
   * A Java that says how it is called, and of which locale; asked for its settings, it has some. It
   * counts the archives of classes that it makes.
   */
  private static final String JAVA =
      """
      #!/bin/sh
      [ -z "${JAVA_TOOL_OPTIONS:-}" ] || echo "Picked up JAVA_TOOL_OPTIONS: $JAVA_TOOL_OPTIONS" >&2
      case $1 in
        -XshowSettings:properties)
          cat >&2 <<END
      Property settings:
          java.home = %s
          java.specification.version = %s
          java.vm.version = 99

      openjdk version "%s" 2025-04-15
      OpenJDK "64-Bit" Server VM
      END
          ;;
        -version) echo 'openjdk version "%s"' >&2 ;;
        -Xshare:dump)
          echo made >>"%s"
          for option; do
            case $option in
              -XX:SharedArchiveFile=*) echo classes >"${option#*=}" ;;
            esac
          done
          ;;
        *) echo "LC_ALL=${LC_ALL:-} $*" ;;
      esac
      """;

  /** Whether the Java of these tests can name other letters. */
  private static final boolean UTF_8 = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));

  @TempDir private Path folder;
  private Path root;

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void copyTheLauncher() throws IOException {
    root = Files.createDirectories(folder.resolve(UTF_8 ? "über alles" : "all of it"));
    for (String file : List.of("butcherblock", "locale.sh", "launcher.sh", "pom.xml")) {
      Files.copy(PROJECT.resolve(file), root.resolve(file));
    }
    executable(folder.resolve("bin/java"), java("17"));
  }

  @Test
  void aJavaBehindAShimIsAskedForItsVersion() throws Exception {
    built();
    Ran ran = launcher(Map.of(), "networks");
    assertEquals(0, ran.code, ran.err);
    assertTrue(ran.out.endsWith(" io.butcherblock.cli.Main networks\n"), ran.out);
    assertEquals("", ran.err);
  }

  @Test
  void whatJavaSaysOfItsOptionsIsNotItsVersion() throws Exception {
    built();
    Ran ran = launcher(Map.of("JAVA_TOOL_OPTIONS", "-Dx=\"1\""), "networks");
    assertEquals(0, ran.code, ran.err);
  }

  @Test
  void anOldJavaBehindAShimIsRefusedByItsVersion() throws Exception {
    built();
    executable(folder.resolve("bin/java"), java("1.8"));
    Ran ran = launcher(Map.of(), "networks");
    assertEquals(1, ran.code);
    assertEquals(
        "butcherblock: %s is Java 8; install a JDK 17 or newer, or set JAVA_HOME to one.\n"
            .formatted(folder.resolve("bin/java")),
        ran.err);
  }

  @Test
  void aShimWithoutAJavaIsToldInItsOwnWords() throws Exception {
    built();
    executable(
        folder.resolve("bin/java"), "#!/bin/sh\necho 'No version is set for java' >&2\nexit 126\n");
    Ran ran = launcher(Map.of(), "networks");
    assertEquals(1, ran.code);
    assertEquals(
        "butcherblock: %s does not run: No version is set for java\n"
            .formatted(folder.resolve("bin/java")),
        ran.err);
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    built();
    executable(folder.resolve("jdk/bin/java"), java("wrong"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Ran ran = launcher(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "networks");
    assertEquals(0, ran.code, ran.err);
    assertTrue(ran.out.contains(" --sun-misc-unsafe-memory-access=allow "), ran.out);
  }

  /** Commands that are proposed are typed as this one was. */
  @Test
  void howItWasCalledIsToldToIt() throws Exception {
    built();
    executable(folder.resolve("bin/java"), java("21"));
    Ran ran = launcher(Map.of(), "networks");
    // The folder has a blank in its name.
    String called = "'" + root.resolve("butcherblock") + "'";
    assertTrue(ran.out.contains(" -Dbutcherblock.command=" + called + " %s "), ran.out);
  }

  /** Java checks that it made them itself, and of which jars. */
  @Test
  void classesAreSharedWithTheJavaThatLoadedThem() throws Exception {
    built();
    for (String version : List.of("21", "25", "21")) {
      executable(folder.resolve("bin/java"), java(version));
      Ran ran = launcher(Map.of(), "train");
      Path archive = root.resolve("cli/target/launcher-%s.jsa".formatted(version));
      assertTrue(ran.out.contains(" -XX:SharedArchiveFile=" + archive + " "), ran.out);
      assertEquals("classes\n", Files.readString(archive));
      assertEquals("", ran.err);
    }
    assertEquals(2, archivesMade());
  }

  @Test
  void classesAreArchivedAnewWhenMavenHasBuilt() throws Exception {
    built();
    launcher(Map.of(), "networks");
    launcher(Map.of(), "networks");
    assertEquals(1, archivesMade());
    // Newer than the stamp, and built.
    Thread.sleep(20);
    Files.createDirectories(root.resolve("cli/src"));
    Files.writeString(root.resolve("cli/src/A.java"), "");
    Thread.sleep(20);
    Files.writeString(root.resolve("cli/target/cli-%s.jar".formatted(version())), "another");
    assertEquals(0, launcher(Map.of(), "networks").code);
    assertEquals(2, archivesMade());
    assertEquals(0, launcher(Map.of(), "networks").code);
    assertEquals(2, archivesMade());
  }

  @Test
  void aJavaThatMakesNoArchiveIsAskedOnce() throws Exception {
    built();
    executable(
        folder.resolve("bin/java"),
        java("21").replace("echo classes", "echo 'no memory' >&2; exit 1; echo classes"));
    for (int i = 0; i < 2; i++) {
      Ran ran = launcher(Map.of(), "networks");
      assertEquals(0, ran.code, ran.err);
      assertFalse(ran.out.contains("SharedArchiveFile"), ran.out);
      assertEquals("", ran.err);
    }
    assertEquals(1, archivesMade());
  }

  @Test
  void whereNothingCanBeWrittenNoArchiveIsMade() throws Exception {
    built();
    Path target = root.resolve("cli/target");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(target), "this user can write everywhere");
      Ran ran = launcher(Map.of(), "networks");
      assertEquals(0, ran.code, ran.err);
      assertEquals("", ran.err);
      assertEquals(0, archivesMade());
    } finally {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** The Java of these tests: it makes no archive of a class path with folders. */
  @Test
  void anArchiveThatCannotBeMadeOrUsedIsPassedOverSilently() throws Exception {
    built();
    Files.writeString(
        root.resolve("cli/target/launcher.classpath"), System.getProperty("java.class.path"));
    Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Ran first = launcher(java, "--version");
    assertEquals("", first.err);
    assertEquals(0, first.code);
    Path archive =
        root.resolve("cli/target/launcher-%s.jsa".formatted(Runtime.version().feature()));
    assertEquals("", Files.readString(archive));
    Files.writeString(archive, "of another Java");
    Ran second = launcher(java, "--version");
    assertEquals("", second.err);
    assertEquals(first, second);
  }

  @Test
  void shortCommandsHaveTheFirstCompilerOnly() throws Exception {
    built();
    executable(folder.resolve("bin/java"), java("21"));
    for (String command : List.of("--help", "networks", "inspect", "upscale")) {
      assertTrue(launcher(Map.of(), command).out.contains(" -XX:TieredStopAtLevel=1 "), command);
    }
    for (String command : List.of("train", "eval")) {
      assertFalse(launcher(Map.of(), command).out.contains("Tiered"), command);
    }
  }

  /** Those for GPUs, where they are on the class path, are found by the library itself. */
  @Test
  void nativesForGpusAreLookedForOnlyWhereThereAre() throws Exception {
    built();
    executable(folder.resolve("bin/java"), java("21"));
    String option = " -Dorg.bytedeco.javacpp.platform.extension= ";
    assertTrue(launcher(Map.of(), "upscale").out.contains(option));

    Path natives = Files.writeString(folder.resolve("pytorch-2.10.0-linux-x86_64-gpu.jar"), "");
    Files.writeString(root.resolve("cli/target/launcher.classpath"), natives.toString());
    Ran forGpus = launcher(Map.of(), "upscale");
    assertEquals(0, forGpus.code, forGpus.err);
    assertFalse(forGpus.out.contains("extension"), forGpus.out);
  }

  /** An option that older ones do not know. */
  @Test
  void warningsOfUnsafeAreTurnedOffWhereJavaHasThem() throws Exception {
    built();
    for (String version : List.of("17", "21", "22")) {
      executable(folder.resolve("bin/java"), java(version));
      assertTrue(!launcher(Map.of(), "networks").out.contains("unsafe"), version);
    }
    for (String version : List.of("23", "24", "25", "26")) {
      executable(folder.resolve("bin/java"), java(version));
      assertTrue(launcher(Map.of(), "networks").out.contains("unsafe"), version);
    }
  }

  /** Otherwise the first file that Java opens takes its place. */
  @Test
  void aDescriptorThatWasClosedIsOneThatFails() throws Exception {
    built();
    executable(
        folder.resolve("bin/java"),
        java("21")
            .replace(
                "*) echo",
                """
                *)
                    case "$*" in *cli.Main*) ;; *) exit 1 ;; esac
                    { true 3<&0; } 2>/dev/null && echo in >>"%1$s"
                    { true 3>&1; } 2>/dev/null && echo out >>"%1$s"
                    { true 3>&2; } 2>/dev/null && echo err >>"%1$s"
                    cat 2>/dev/null || echo unreadable >>"%1$s"
                    echo x 2>/dev/null || echo unwritable >>"%1$s"
                    : echo\
                """
                    .formatted(folder.resolve("seen"))));
    Process process = start("only", "exec /bin/sh \"$0\" networks <&- >&- 2>&-", Map.of());
    assertEquals(0, process.waitFor());
    assertEquals(
        List.of("in", "out", "err", "unreadable", "unwritable"),
        Files.readAllLines(folder.resolve("seen")));
  }

  @Test
  void withoutAFolderForTemporaryFilesNoArchiveIsMade() throws Exception {
    built();
    Ran ran = launcher(Map.of("TMPDIR", folder.resolve("none").toString()), "networks");
    assertEquals(0, ran.code, ran.err);
    assertEquals("", ran.err);
    assertEquals(0, archivesMade());
  }

  @Test
  void withoutAFolderForTemporaryFilesNothingIsBuilt() throws Exception {
    maven();
    Path none = folder.resolve("none");
    Ran ran = launcher(Map.of("TMPDIR", none.toString()), "networks");
    assertEquals(1, ran.code);
    assertTrue(
        ran.err.endsWith(
            "butcherblock: cannot write a temporary file in %s; set TMPDIR to a folder where that is possible.\n"
                .formatted(none)),
        ran.err);
    assertTrue(Files.notExists(root.resolve("builds")));
  }

  /** One user has built, another may only read. */
  @Test
  void aStampThatCannotBeWrittenIsDoneWithout() throws Exception {
    built();
    Path stamp = root.resolve("cli/target/launcher.stamp");
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, FileTime.fromMillis(0));
    // A folder bears the name of the new stamp, so that nobody can write it.
    Process process =
        start(
            "only", "mkdir \"$1.$$\" && exec /bin/sh \"$0\" networks", Map.of(), stamp.toString());
    Ran ran = ended("only", process);
    assertEquals(0, ran.code, ran.err);
    assertTrue(ran.out.endsWith(" networks\n"), ran.out);
  }

  @Test
  void namesOfFilesAreUtf8WhereTheLocaleKnowsAsciiOnly() throws Exception {
    assumeTrue(UTF_8, "these tests cannot name such a file");
    built();
    for (Map<String, String> locale :
        List.of(
            Map.<String, String>of(),
            Map.of("LC_ALL", "C"),
            Map.of("LC_ALL", "POSIX"),
            Map.of("LANG", "C"),
            Map.of("LANG", "xx_YY.UTF-8"))) {
      String out = launcher(locale, "upscale", "ä 日.png").out;
      assertTrue(out.matches("(?s)LC_ALL=(C|en_US)\\.UTF-8 .* upscale ä 日\\.png\\n"), out);
    }
    String kept = launcher(Map.of("LANG", "C.UTF-8"), "networks").out;
    assertTrue(kept.startsWith("LC_ALL= "), kept);
  }

  @Test
  void twoLaunchersBuildOneAfterTheOtherAndOnce() throws Exception {
    maven();
    Process first = start("first", Map.of(), "networks");
    Process second = start("second", Map.of(), "networks");
    Ran one = ended("first", first);
    Ran two = ended("second", second);
    assertEquals(0, one.code, one.err);
    assertEquals(0, two.code, two.err);
    assertEquals(List.of("begin", "end"), Files.readAllLines(root.resolve("builds")));
    assertTrue((one.err + two.err).contains("waiting for process "), one.err + two.err);
    assertTrue(Files.notExists(root.resolve(".building")));
  }

  @Test
  void theLockOfALauncherThatWasKilledIsTaken() throws Exception {
    maven();
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Process name = new ProcessBuilder("uname", "-n").start();
    String host = new String(name.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Files.createSymbolicLink(root.resolve(".building"), Path.of(host + ":" + gone.pid()));
    Ran ran = launcher(Map.of(), "networks");
    assertEquals(0, ran.code, ran.err);
    assertEquals(List.of("begin", "end"), Files.readAllLines(root.resolve("builds")));
  }

  @Test
  void aBuildThatFailsLeavesNoLock() throws Exception {
    executable(folder.resolve("bin/mvn"), "#!/bin/sh\necho '[ERROR] no network'\nexit 1\n");
    executable(folder.resolve("home/bin/javac"), "");
    Ran ran = launcher(Map.of(), "networks");
    assertEquals(1, ran.code);
    assertTrue(
        ran.err.endsWith("butcherblock: the build failed; its messages are above.\n"), ran.err);
    assertTrue(Files.notExists(root.resolve(".building")));
  }

  /** What the processor says of Adams-Bashforth of three steps without a start scheme. */
  private static final String WARNING =
      """
      /a/OwnAb3.java:[6,1] [StartingOrder] OwnAb3 claims order 3, which its recurrence has.
          order = 3
                  ^
      """;

  /** As Maven prints it, among warnings that are none of a scheme. */
  private static final String WARNINGS =
      "cat <<'END'\n[WARNING] bootstrap class path is not set\n\033[0m[WARNING] %s[WARNING] the end\nEND\n"
          .formatted(WARNING);

  private static final String WARNINGS_FAIL =
      WARNINGS
          + "echo '[ERROR] COMPILATION ERROR : '\n"
          + "echo '[ERROR] warnings found and -Werror specified'\n"
          + "echo '[ERROR] Failed to execute goal'\nexit 1\n";

  /** Who tries a scheme reads what the compiler says of it, and sees the scheme nevertheless. */
  @Test
  void warningsOfSchemesAreSaidAndDoNotFailTheBuild() throws Exception {
    String project = Files.readString(PROJECT.resolve("pom.xml"));
    assertTrue(project.contains("<failOnWarning>${warnings.fail}<"), project);
    maven(
        "case \" $* \" in *' -Pprogram '*) ;; *) %s ;; esac\n%s"
            .formatted(WARNINGS_FAIL, WARNINGS));
    Ran ran = launcher(Map.of(), "inspect", "own-ab3");
    assertEquals("building ... (some minutes the first time, for downloads)\n" + WARNING, ran.err);
    assertEquals(0, ran.code);
    assertTrue(ran.out.endsWith(" inspect own-ab3\n"), ran.out);
  }

  /** Whoever waits for minutes sees how far it is; the line is wiped when it is done. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aTerminalIsToldWhichModuleIsBuilt() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/script")), "There is no script to make a terminal.");
    maven(
        "echo '[INFO] Building Butcherblock :: natives for linux-x86_64 0.1.0-SNAPSHOT     "
            + " [9/22]'\n"
            + "sleep 2\n");
    Process process =
        start(
            "only",
            "exec /usr/bin/script -qec \"/bin/sh '$0' networks\" /dev/null",
            Map.of("TERM", "xterm"));
    Ran ran = ended("only", process);
    assertEquals(0, ran.code, ran.out);
    assertTrue(
        ran.out.contains("\r\033[Kbuilding natives for linux-x86_64 (9 of 22) ...\r\033[K"),
        ran.out.replace('\033', '^'));
  }

  /** A Maven that needs a while to make what the launcher wants. */
  private void maven() throws IOException {
    maven("sleep 2\n");
  }

  private void maven(String first) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\nset -e\necho begin >>builds\n" + first);
    for (String module : MODULES) {
      script.append(
          "mkdir -p %1$s/target && : >%1$s/target/%1$s-%2$s.jar\n".formatted(module, version()));
    }
    script.append(": >cli/target/launcher.classpath\necho end >>builds\n");
    executable(folder.resolve("bin/mvn"), script.toString());
    executable(folder.resolve("home/bin/javac"), "");
  }

  /** As after a build. */
  private void built() throws IOException {
    for (String module : MODULES) {
      Path target = Files.createDirectories(root.resolve(module).resolve("target"));
      Files.writeString(target.resolve("%s-%s.jar".formatted(module, version())), "");
    }
    Files.writeString(root.resolve("cli/target/launcher.classpath"), "");
  }

  private static String version() throws IOException {
    Matcher version =
        Pattern.compile("<version>([^<]*)</version>")
            .matcher(Files.readString(PROJECT.resolve("pom.xml")));
    assertTrue(version.find());
    return version.group(1);
  }

  private String java(String version) {
    return JAVA.formatted(
        folder.resolve("home"), version, version, version, folder.resolve("archives"));
  }

  private int archivesMade() throws IOException {
    Path made = folder.resolve("archives");
    return Files.exists(made) ? Files.readAllLines(made).size() : 0;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ran launcher(Map<String, String> variables, String... arguments) throws Exception {
    return ended("only", start("only", variables, arguments));
  }

  private Process start(String name, Map<String, String> variables, String... arguments)
      throws IOException {
    return start(name, "exec /bin/sh \"$0\" \"$@\"", variables, arguments);
  }

  /** Runs a line of a shell, in which $0 is the launcher. */
  private Process start(
      String name, String line, Map<String, String> variables, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", line, root.resolve("butcherblock").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
    builder.environment().putAll(variables);
    return builder.start();
  }

  private Ran ended(String name, Process process) throws Exception {
    int code = process.waitFor();
    return new Ran(
        code,
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }
}
