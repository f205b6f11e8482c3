namespace Clientele.Analysis.Lifetime;

/// <summary>Slope and curvature by central differences, for likelihoods whose derivatives have no short form.</summary>
internal static class Differences
{
    // Relative steps: small enough for the third derivative not to matter, large enough for rounding not to.
    private const double SlopeStep = 1e-5;
    private const double CurvatureStep = 3e-4;

    public static Likelihood Of(Func<double[], double> logLikelihood) => (parameters, slope, curvature) =>
    {
        var n = parameters.Length;
        double[] at = [.. parameters];
        var value = logLikelihood(at);
        for (var i = 0; i < n; i++)
        {
            double small = SlopeStep * at[i], step = CurvatureStep * at[i];
            slope[i] = (Beside(logLikelihood, at, i, small) - Beside(logLikelihood, at, i, -small)) / (2 * small);
            curvature[(i * n) + i] = (Beside(logLikelihood, at, i, step) - (2 * value) + Beside(logLikelihood, at, i, -step)) / (step * step);
            for (var j = i + 1; j < n; j++)
            {
                var other = CurvatureStep * at[j];
                curvature[(i * n) + j] = (Beside(logLikelihood, at, i, step, j, other) - Beside(logLikelihood, at, i, step, j, -other)
                    - Beside(logLikelihood, at, i, -step, j, other) + Beside(logLikelihood, at, i, -step, j, -other)) / (4 * step * other);
            }
        }

        return value;
    };

    private static double Beside(Func<double[], double> logLikelihood, double[] at, int i, double step, int j = 0, double other = 0)
    {
        double[] beside = [.. at];
        beside[i] += step;
        beside[j] += other;
        return logLikelihood(beside);
    }
}
