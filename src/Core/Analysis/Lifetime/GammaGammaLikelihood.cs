using MathNet.Numerics;

namespace Clientele.Analysis.Lifetime;

/// <summary>The log-likelihood of Gamma-Gamma with its exact derivatives. Gamma functions depend on the number of purchases alone and are made once per number and step; a client costs one logarithm.</summary>
internal sealed class GammaGammaLikelihood(IReadOnlyList<Spending> clients)
{
    private readonly IReadOnlyList<(int Purchases, double[] Means, double SumOfLogs)> _groups =
    [
        .. clients.GroupBy(client => client.Purchases).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Select(client => client.Mean).ToArray(), group.Sum(client => Math.Log(client.Mean)))),
    ];

    public double Of(ReadOnlySpan<double> parameters, Span<double> slope, Span<double> curvature)
    {
        double p = parameters[0], q = parameters[1], v = parameters[2], value = 0;
        double logV = Math.Log(v), diQ = SpecialFunctions.DiGamma(q), triQ = Gammas.TriGamma(q), logGammaQ = SpecialFunctions.GammaLn(q);
        foreach (var (x, means, sumOfLogs) in _groups)
        {
            // Sums over the clients of this number of purchases: ln(v + x·mean), its inverse and inverse square.
            double n = means.Length, logs = 0, inverses = 0, squares = 0;
            foreach (var mean in means)
            {
                var d = v + (x * mean);
                logs += Math.Log(d);
                inverses += 1 / d;
                squares += 1 / (d * d);
            }

            double px = p * x, both = px + q, logX = Math.Log(x);
            double di = SpecialFunctions.DiGamma(both), tri = Gammas.TriGamma(both);
            value += (n * (SpecialFunctions.GammaLn(both) - SpecialFunctions.GammaLn(px) - logGammaQ + (q * logV) + (px * logX))) + ((px - 1) * sumOfLogs) - (both * logs);
            slope[0] += x * ((n * (di - SpecialFunctions.DiGamma(px) + logX)) + sumOfLogs - logs);
            slope[1] += (n * (di - diQ + logV)) - logs;
            slope[2] += (n * q / v) - (both * inverses);
            curvature[0] += n * x * x * (tri - Gammas.TriGamma(px));
            curvature[1] += n * x * tri;
            curvature[2] -= x * inverses;
            curvature[4] += n * (tri - triQ);
            curvature[5] += (n / v) - inverses;
            curvature[8] += (both * squares) - (n * q / (v * v));
        }

        return value;
    }
}
