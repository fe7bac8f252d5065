package ${package};

import io.butcherblock.dsl.OdeNetwork;

/** A network of 4 blocks, each a step of {@link MyScheme}, with 32 feature maps. */
@OdeNetwork(
    name = "my-network",
    scheme = MyScheme.class,
    vectorField = MyField.class,
    blocks = 4,
    channels = 32)
public interface MyNetwork {}
