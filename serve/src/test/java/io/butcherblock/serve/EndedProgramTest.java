package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.InferenceOptions;
import io.butcherblock.device.DeviceChoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with a server that is ended from outside, as services are, leaves no photographs. */
class EndedProgramTest {

  @TempDir private Path folder;

  @Test
  void theImagesAreDeleted() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                EndedProgramTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = program.inputReader()) {
      Client client = new Client(URI.create(out.readLine()));
      client.ended(client.add("name=a.png", TestPictures.of("png", 8, 8)));
      assertEquals(1, folders().size());
    } finally {
      program.destroy();
    }
    program.waitFor();
    assertEquals(List.of(), folders());
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains("butcherblock-serve-")).toList();
    }
  }

  /** The program of docs/serve.md. */
  public static void main(String[] args) throws InterruptedException {
    ServerOptions options =
        ServerOptions.DEFAULT.withInference(InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU));
    try (UpscaleServer server = UpscaleServer.start(options)) {
      System.out.println(server.address());
      Thread.currentThread().join();
    }
  }
}
