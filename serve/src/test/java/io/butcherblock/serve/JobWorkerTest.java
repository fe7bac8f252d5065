package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.image.Image;
import io.butcherblock.models.ImageKind;
import io.butcherblock.upscale.TargetSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class JobWorkerTest {

  private static final long PATIENCE_MILLIS = 60_000;

  /** The native memory of its networks would stay otherwise, in a program that lives on. */
  @Test
  void whatItHasOpenedIsClosedWithIt() throws IOException, InterruptedException {
    InferenceOptions options = InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);
    List<Enlarger> opened = new CopyOnWriteArrayList<>();
    try (JobStore store = new JobStore(ServerOptions.DEFAULT)) {
      JobWorker worker =
          new JobWorker(
              store,
              kind -> {
                Enlarger made = Enlarger.of(kind, options);
                opened.add(made);
                return made;
              },
              note -> {});
      for (ImageKind kind : ImageKind.values()) {
        awaitDone(worker, store, kind);
        awaitDone(worker, store, kind);
      }
      assertEquals(ImageKind.values().length, opened.size());
      worker.close();
    }
    for (Enlarger each : opened) {
      Image image = Image.of(8, 8, 1, new byte[64]);
      assertThrows(IllegalStateException.class, () -> each.upscale(image, TargetSize.by(2)));
    }
  }

  private static void awaitDone(JobWorker worker, JobStore store, ImageKind kind)
      throws IOException, InterruptedException {
    byte[] file = TestPictures.of("png", 8, 8);
    Map<String, String> query = Map.of("name", "a.png", "model", kind.toString());
    Job job = store.add(JobRequest.of(query), new ByteArrayInputStream(file), file.length);
    worker.add(job);
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!job.isDone()) {
      assertTrue(System.currentTimeMillis() < end, job.state()::toString);
      Thread.sleep(10);
    }
  }
}
