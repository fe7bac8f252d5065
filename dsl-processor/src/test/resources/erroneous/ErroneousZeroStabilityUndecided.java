import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 1,
    parameters = "k in [0, 1/3], start 1/6; m in [0, 1/3], start 1/6",
    value = "y[n+1] = (1-k-m) y[n] + k y[n-1] + m y[n-2] + (1+k+2*m) h f[n]",
    steps = 3)
interface ErroneousZeroStabilityUndecided {}
