import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.History;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.Start;

@LinearMultistep(order = 2, value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]", steps = 4)
interface ErroneousSecondOrder {}

@LinearMultistep(
    order = 2,
    value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
    steps = 1,
    history = History.CARRIED,
    start = Start.SCHEME,
    startScheme = ErroneousSecondOrderStart.class)
interface ErroneousSecondOrderByScheme {}

@ButcherTableau(order = 1, value = "0 |\n--\n | 1")
interface ErroneousSecondOrderStart {}

@LinearMultistep(
    order = 4,
    value = "y[n+1] = 2 y[n] - y[n-1] + 1/12 h^2 f[n+1] + 5/6 h^2 f[n] + 1/12 h^2 f[n-1]",
    predictor = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
    steps = 1,
    history = History.CARRIED)
interface ErroneousSecondOrderImplicit {}

@LinearMultistep(
    order = 2,
    value = "y[n+1] = 2 y[n] - y[n-1] + (1-a) h^2 f[n] + a h^2 f[n-1]",
    parameters = "a in [0, 1], start 1/2",
    steps = 1,
    history = History.CARRIED)
interface ErroneousSecondOrderFamily {}

@LinearMultistep(
    order = 2,
    value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
    steps = 1,
    history = History.CARRIED,
    start = Start.ZERO_HISTORY)
interface ErroneousSecondOrderFromZero {}
