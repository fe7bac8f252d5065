import io.butcherblock.dsl.SplittingMethod;

@SplittingMethod(order = 1, value = """
    1/2 g
    1 | f
    1/2 k
    g/2
    """)
interface ErroneousSplittingStep {}
