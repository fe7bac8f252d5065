package io.butcherblock.serve;

import io.butcherblock.Enlarger;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageMetadata;
import io.butcherblock.image.ImageSize;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.WeightsChoice;
import io.butcherblock.upscale.Upscaler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Enlarges the images of a server one after the other, in a thread of its own. */
final class JobWorker implements AutoCloseable {

  private final JobStore store;
  private final Function<ImageKind, Enlarger> opening;
  private final Consumer<String> notes;
  private final Map<ImageKind, Enlarger> enlargers = new EnumMap<>(ImageKind.class);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "butcherblock-upscale");
            made.setDaemon(true);
            return made;
          });

  /**
   * A worker without images.
   *
   * @param store has room for results, or not
   * @param opening opens what enlarges images of a kind, which this worker closes
   * @param notes what to know of how images are enlarged, a sentence each, in the worker's thread
   */
  JobWorker(JobStore store, Function<ImageKind, Enlarger> opening, Consumer<String> notes) {
    this.store = store;
    this.opening = opening;
    this.notes = notes;
  }

  void add(Job job) {
    thread.execute(() -> work(job));
  }

  // Whatever happens to one image, the next is worked on.
  @SuppressWarnings("CatchingUnchecked")
  private void work(Job job) {
    if (job.isRemoved()) {
      return;
    }
    long since = System.nanoTime();
    job.become(new JobState.Running(0, 0, since));
    try {
      job.become(enlarged(job, since));
    } catch (CancellationException e) {
      // Its files are deleted below.
    } catch (ButcherblockException e) {
      job.become(new JobState.Failed(withoutPaths(e.getMessage(), job)));
    } catch (OutOfMemoryError e) {
      job.become(
          new JobState.Failed(
              "There is not enough memory for the image (%s); start the program with more."
                  .formatted(e.getMessage())));
    } catch (Exception | LinkageError e) {
      job.become(new JobState.Failed("The image could not be enlarged: " + e + "."));
    }
    if (job.isRemoved()) {
      JobStore.delete(job.folder());
    }
  }

  private JobState enlarged(Job job, long since) {
    WeightsChoice choice =
        job.request()
            .kind()
            .map(WeightsChoice::of)
            .orElseGet(() -> WeightsChoice.of(job.source(), "the file"));
    Image image = ImageFiles.read(job.source());
    ImageSize size = ImageSize.of(image);
    ImageSize target = job.request().size().of(size);
    ImageFiles.checkWritable(target, image.hasAlpha(), job.result());
    // For the result and for the image to compare it with.
    long bytes = 2 * LargestFile.bytes(image, target, job.source());
    List<String> unused;
    try (JobStore.Room room = store.room(bytes)) {
      unused = write(image, target, choice.kind(), job, since);
    }
    return new JobState.Done(size, target, choice.toText("as you chose") + ".", unused);
  }

  /** Writes the result, and says what of the source it has not. */
  private List<String> write(Image image, ImageSize target, ImageKind kind, Job job, long since) {
    Enlarger enlarger = enlargers.computeIfAbsent(kind, opening);
    Image large = enlarger.upscale(image, job.request().size(), new View(job, since));
    ImageMetadata metadata = ImageFiles.metadata(job.source());
    ImageFiles.write(large, job.result(), Optional.empty(), metadata);
    ImageFiles.write(
        BicubicResize.resize(image, target.width(), target.height()),
        job.bicubic(),
        Optional.empty(),
        metadata);
    return unused(metadata, ImageFiles.lost(metadata, large, job.result()));
  }

  private static List<String> unused(ImageMetadata metadata, List<String> lost) {
    List<String> sentences = new ArrayList<>();
    if (metadata.images() > 1) {
      sentences.add(
          "Of %s pages or frames %s is taken."
              .formatted(
                  metadata.images(),
                  metadata.used() == 1 ? "the first" : "number " + metadata.used()));
    }
    if (!lost.isEmpty()) {
      sentences.add("Not kept: " + String.join(", ", lost) + ".");
    }
    return sentences;
  }

  /** Shows how far an image is, and ends it where nobody wants it anymore. */
  private final class View implements Upscaler.Listener {

    private final Job job;
    private final long since;

    View(Job job, long since) {
      this.job = job;
      this.since = since;
    }

    @Override
    public void tileDone(int done, int all) {
      if (job.isRemoved() || thread.isShutdown()) {
        throw new CancellationException();
      }
      job.become(new JobState.Running(done, all, since));
    }

    @Override
    public void note(String sentence) {
      notes.accept(sentence);
    }
  }

  /** Nobody who uses the page knows the server's files. */
  static String withoutPaths(String sentence, Job job) {
    String text = sentence;
    for (Path file : new Path[] {job.source(), job.result(), job.bicubic()}) {
      text = text.replace(file.toString(), job.request().name());
    }
    return text;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // A tile takes seconds at most.
      if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
        enlargers.values().forEach(Enlarger::close);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
