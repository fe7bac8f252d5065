package io.butcherblock.security;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchPredicates;
import java.beans.XMLDecoder;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.ObjectInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLClassLoader;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.List;
import javax.naming.InitialContext;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No code from data, no network and no process but in the classes named here, and whole files. */
class PromisesTest {

  private static final String ROOT = "io.butcherblock.";
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.butcherblock");
  }

  /** A rule over classes that are not there would hold of anything. */
  @Test
  void theRulesSeeAllModules() {
    for (String one :
        List.of(
            "processor.ButcherblockProcessor",
            "program.BlockProgram",
            "SuperResolution",
            "onnx.Onnx",
            "serve.UpscaleServer",
            "cli.Main")) {
      assertTrue(classes.contain(ROOT + one), one);
    }
  }

  @Test
  void nothingThatIsReadBecomesCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            ObjectInputStream.class,
            URLClassLoader.class,
            Method.class,
            Constructor.class,
            XMLDecoder.class,
            ScriptEngineManager.class,
            InitialContext.class)
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Class.class))).and(target(nameMatching("forName"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(ClassLoader.class)))
                .and(target(nameMatching("loadClass|defineClass"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(System.class))).and(target(nameMatching("load|loadLibrary"))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Runtime.class)))
                .and(target(nameMatching("exec|load|loadLibrary"))))
        .check(classes);
  }

  /** LibTorch can run programs that it reads; we write such, and read none. */
  @Test
  void libTorchReadsNoFiles() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(nameStartingWith("org.bytedeco.pytorch")))
                .and(
                    target(
                        nameMatching(
                            "load|pickle_load|jit_load|import_ir_module|from_file|_load.*"))))
        .check(classes);
  }

  @Test
  void onlyTheseClassesStartProcesses() {
    noClasses()
        .that(
            areNot(
                "distributed.LocalGroup",
                "throughput.PythonProcess",
                "measure.LineProcess",
                "check.GpuFacts"))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class)
        .check(classes);
  }

  @Test
  void onlyTheseClassesReachTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "distributed..", ROOT + "serve..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Socket.class,
            ServerSocket.class,
            DatagramSocket.class,
            HttpURLConnection.class,
            SocketChannel.class,
            ServerSocketChannel.class,
            DatagramChannel.class,
            AsynchronousSocketChannel.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net..", "java.rmi..")
        .orShould()
        .dependOnClassesThat(nameMatching("org\\.bytedeco\\.pytorch\\.(TCPStore|ProcessGroup).*"))
        .check(classes);
  }

  /** {@code WholeFile} and the logs of {@code files} are how the library and its commands write. */
  @Test
  void filesAreWrittenInOnePlace() {
    noClasses()
        .that(
            areNot(
                // Temporary files of their own.
                "models.Model",
                "throughput.PythonProcess",
                "check.PythonParity",
                // Standard output.
                "console.StandardStream"))
        .and()
        .resideOutsideOfPackage(ROOT + "files..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(FileOutputStream.class, FileWriter.class)
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Files.class)))
                .and(target(nameMatching("write|writeString|newOutputStream|newBufferedWriter"))))
        .check(classes);
  }

  private static DescribedPredicate<JavaClass> areNot(String... names) {
    List<String> outermost = List.of(names);
    return ArchPredicates.are(
        DescribedPredicate.describe(
            "none of " + outermost,
            one ->
                outermost.stream()
                    .noneMatch(
                        name ->
                            one.getName().equals(ROOT + name)
                                || one.getName().startsWith(ROOT + name + "$"))));
  }
}
