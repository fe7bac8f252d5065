package io.butcherblock.cli;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.Image;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SharedWork;
import io.butcherblock.distributed.WorkResult;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.evaluate.JournalEntry;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.report.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Evaluates images, each in whichever process is free. */
final class EvaluationWork {

  private final List<PairedDataset> sets;
  private final Evaluator evaluator;
  private final List<String> facts;
  private final SharedJournal journal;
  private final ProcessGroup peers;
  private final Console console;
  private final FailedImages failed;

  /**
   * Work on data sets.
   *
   * @param facts what figures depend on besides their image
   */
  EvaluationWork(
      List<PairedDataset> sets,
      Evaluator evaluator,
      List<String> facts,
      SharedJournal journal,
      ProcessGroup peers,
      Console console) {
    this.sets = sets;
    this.evaluator = evaluator;
    this.facts = facts;
    this.journal = journal;
    this.peers = peers;
    this.console = console;
    this.failed =
        new FailedImages(peers.size(), sets.stream().mapToInt(set -> set.pairs().size()).sum());
  }

  /**
   * Evaluates the images of a set with all processes.
   *
   * @param number of the set, from 0
   * @return their figures in the set's order; empty if some could not be evaluated, and in all
   *     processes but rank 0
   */
  List<EvaluatedImage> evaluate(int number) {
    PairedDataset set = sets.get(number);
    EvaluatedImage[] figures = new EvaluatedImage[set.pairs().size()];
    try (Progress progress = console.ofAny().start("evaluate", "images", 0, figures.length)) {
      SharedWork shared =
          new SharedWork(
              peers,
              "eval/" + number,
              figures.length,
              (rank, outcome, done) -> {
                String name = set.pairs().get(outcome.piece()).name();
                if (outcome.kind() == WorkResult.Kind.FAILED) {
                  failed.add(rank, set.name() + "/" + name, outcome.text(), progress::line);
                } else {
                  JournalEntry entry = JournalEntry.of(outcome.text());
                  figures[outcome.piece()] = entry.image();
                  if (outcome.kind() == WorkResult.Kind.MADE) {
                    journal.add(entry);
                  }
                }
                progress.to(done);
              });
      shared.run(piece -> work(piece, set.pairs().get(piece), shared));
    }
    List<EvaluatedImage> all = new ArrayList<>(Arrays.asList(figures));
    return all.stream().allMatch(Objects::nonNull) ? all : List.of();
  }

  /** See {@link FailedImages#end}. */
  void end() {
    failed.end("evaluated");
  }

  private WorkResult work(int piece, ImagePair pair, SharedWork shared) {
    DecodedPair loaded;
    PsnrSsim bicubic;
    String key;
    try {
      loaded = pair.load();
      key = journal.isKept() ? key(pair.name(), loaded) : "";
      if (journal.find(key).isPresent()) {
        return outcome(piece, WorkResult.Kind.KEPT, key, journal.find(key).get());
      }
      bicubic = evaluator.bicubic(loaded);
    } catch (ButcherblockException e) {
      return new WorkResult(piece, WorkResult.Kind.FAILED, OptionNames.message(e));
    }
    PsnrSsim network = evaluator.network(loaded, (done, all) -> shared.look());
    return outcome(
        piece, WorkResult.Kind.MADE, key, new EvaluatedImage(pair.name(), network, bicubic));
  }

  private static WorkResult outcome(
      int piece, WorkResult.Kind kind, String key, EvaluatedImage image) {
    return new WorkResult(piece, kind, new JournalEntry(key, image).toJson());
  }

  private String key(String name, DecodedPair pair) {
    ContentDigest digest = new ContentDigest().add(String.join("\n", facts)).add(name);
    for (Image image : List.of(pair.lr(), pair.hr())) {
      digest.add(image.toString()).add(image.samples());
    }
    return digest.hex();
  }
}
