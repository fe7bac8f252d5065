/** Super-resolution networks whose blocks are compiled ODE schemes: upscale, train, evaluate. */
@SuppressWarnings("module") // The modules it exports to are compiled later.
module io.butcherblock.runtime {
  requires transitive io.butcherblock.dsl;
  requires transitive org.bytedeco.pytorch;
  requires transitive java.desktop;
  requires static transitive java.compiler; // @Generated in generated code
  requires com.fasterxml.jackson.databind;
  requires static org.bytedeco.cuda;
  requires static org.bytedeco.dnnl;

  exports io.butcherblock;
  exports io.butcherblock.data;
  exports io.butcherblock.degrade;
  exports io.butcherblock.device;
  exports io.butcherblock.error;
  exports io.butcherblock.evaluate;
  exports io.butcherblock.export;
  exports io.butcherblock.graph;
  exports io.butcherblock.image;
  exports io.butcherblock.metrics;
  exports io.butcherblock.models;
  exports io.butcherblock.nn;
  exports io.butcherblock.run;
  exports io.butcherblock.train;
  exports io.butcherblock.upscale;
  exports io.butcherblock.weights;
  exports io.butcherblock.distributed to
      io.butcherblock.cli;
  exports io.butcherblock.execute to
      io.butcherblock.cli;
  exports io.butcherblock.files to
      io.butcherblock.cli,
      io.butcherblock.experiments,
      io.butcherblock.onnx,
      io.butcherblock.report,
      io.butcherblock.serve;
  exports io.butcherblock.onednn to
      io.butcherblock.cli;
  exports io.butcherblock.patches to
      io.butcherblock.cli,
      io.butcherblock.experiments;
  exports io.butcherblock.plan to
      io.butcherblock.cli;

  uses io.butcherblock.nn.OdeNetworkDeclaration;
  uses io.butcherblock.nn.OdeScheme;
  uses io.butcherblock.nn.VectorFieldFactory;
  uses javax.imageio.spi.ImageReaderSpi;
  uses javax.imageio.spi.ImageWriterSpi;
}
