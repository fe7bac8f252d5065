import io.butcherblock.dsl.LinearMultistep;

@LinearMultistep(
    order = 1,
    value = """
        y[n+1] = (sqrt(2)-sqrt(3)) y[n] + (sqrt(3)-1) y[n-1] + (2-sqrt(2)) y[n-16]
               + (32-16*sqrt(2)+sqrt(3)) h f[n]
        """,
    steps = 20)
interface ErroneousStabilityBeyondProof {}
