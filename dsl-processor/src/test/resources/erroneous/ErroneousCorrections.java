import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 2,
    value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]",
    predictor = "y[n+1] = y[n] + h f[n]",
    corrections = 0,
    steps = 2)
interface ErroneousCorrections {}

@LinearMultistep(order = 1, value = "y[n+1] = y[n] + h f[n]", corrections = 2, steps = 2)
interface ErroneousCorrectionsOfNothing {}
