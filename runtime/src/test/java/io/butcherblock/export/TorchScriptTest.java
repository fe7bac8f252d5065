package io.butcherblock.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.WeightsInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptTest {

  private final Device cpu = new Device("cpu");
  private final SuperResolutionNetwork network =
      new SuperResolutionNetwork(EulerForTests.network(1, 4), 2, 5, cpu);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    network.close();
    cpu.close();
  }

  /** The library's own file writer would end this process. */
  @Test
  void aDiskThatIsFullIsAFailureOfJava() throws IOException {
    ExportedNetwork exported = ExportedNetwork.of(network, WeightsInfo.of(network));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    TorchScript.write(whole, exported);
    for (int space : new int[] {0, 100, whole.size() / 2, whole.size() - 1}) {
      IOException failure =
          assertThrows(IOException.class, () -> TorchScript.write(new SmallDisk(space), exported));
      assertEquals("No space left on device", failure.getMessage());
    }
  }

  @Test
  void theSameNetworkGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("first.pt");
    Path second = folder.resolve("second.pt");
    TorchScript.write(first, network);
    TorchScript.write(second, network);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  /** Takes so many bytes and no more. */
  private static final class SmallDisk extends OutputStream {

    private int space;

    SmallDisk(int space) {
      this.space = space;
    }

    @Override
    public void write(int value) throws IOException {
      if (--space < 0) {
        throw new IOException("No space left on device");
      }
    }
  }
}
