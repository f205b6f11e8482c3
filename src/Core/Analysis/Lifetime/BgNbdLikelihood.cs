namespace Clientele.Analysis.Lifetime;

/// <summary>
/// The log-likelihood of BG/NBD with its exact derivatives. The ratios of gamma functions depend on the number of purchases alone and are products
/// (Γ(r+x)/Γ(r) = r (r+1) … (r+x−1)), so that they and their derivatives are running sums made once per step; what remains for a pattern is two logarithms and an exponential.
/// </summary>
internal sealed class BgNbdLikelihood(LifetimeData data)
{
    // Six running sums: ln, 1/· and 1/·² over r + k for rates, and over b + k and a + b + k for leaving.
    private readonly Sums _r = new(data.MostRepeats), _b = new(data.MostRepeats), _ab = new(data.MostRepeats);

    public double Of(ReadOnlySpan<double> parameters, Span<double> slope, Span<double> curvature)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        _r.From(r);
        _b.From(b);
        _ab.From(a + b);
        double logAlpha = Math.Log(alpha), logA = Math.Log(a), value = 0;
        foreach (var (x, last, observed, clients) in data.Patterns)
        {
            double n = clients, rx = r + x;
            double tOne = alpha + observed, logOne = Math.Log(tOne);

            // Alive at the end, and left after the last purchase: the weights of the two stories of a pattern.
            double tTwo = tOne, logTwo = logOne, two = 0, more = 0, bx = 1;
            if (x > 0)
            {
                tTwo = alpha + last;
                logTwo = Math.Log(tTwo);
                bx = b + x - 1;
                var odds = Math.Exp(Math.Min((rx * (logOne - logTwo)) + logA - _b.LogOf(x), 700));
                two = odds / (1 + odds);
                more = Math.Log(1 + odds);
            }

            var one = 1 - two;
            value += n * (_r.Log[x] + (r * logAlpha) + _b.Log[x] - _ab.Log[x] - (rx * logOne) + more);

            double meanLog = (one * logOne) + (two * logTwo), meanInverse = (one / tOne) + (two / tTwo);
            slope[0] += n * (_r.Inverse[x] + logAlpha - meanLog);
            slope[1] += n * ((r / alpha) - (rx * meanInverse));
            slope[2] += n * ((two / a) - _ab.Inverse[x]);
            slope[3] += n * (_b.Inverse[x] - _ab.Inverse[x] - (two / bx));

            // Between the stories the slopes differ by these; the product of their weights spreads them.
            double spread = one * two, dr = logOne - logTwo, dAlpha = rx * ((1 / tOne) - (1 / tTwo)), da = 1 / a, db = -1 / bx;
            curvature[0] += n * ((spread * dr * dr) - _r.Square[x]);
            curvature[1] += n * ((1 / alpha) - meanInverse + (spread * dr * dAlpha));
            curvature[2] += n * spread * dr * da;
            curvature[3] += n * spread * dr * db;
            curvature[5] += n * ((spread * dAlpha * dAlpha) - (r / (alpha * alpha)) + (rx * ((one / (tOne * tOne)) + (two / (tTwo * tTwo)))));
            curvature[6] += n * spread * dAlpha * da;
            curvature[7] += n * spread * dAlpha * db;
            curvature[10] += n * ((spread * da * da) - (two * da * da) + _ab.Square[x]);
            curvature[11] += n * ((spread * da * db) + _ab.Square[x]);
            curvature[15] += n * ((spread * db * db) + (two * db * db) - _b.Square[x] + _ab.Square[x]);
        }

        return value;
    }

    /// <summary>For every number of purchases x: the sums of ln(p + k), 1/(p + k) and 1/(p + k)² over k below x.</summary>
    private sealed class Sums(int most)
    {
        public double[] Log { get; } = new double[most + 1];

        public double[] Inverse { get; } = new double[most + 1];

        public double[] Square { get; } = new double[most + 1];

        public double LogOf(int x) => Log[x] - Log[x - 1];

        public void From(double p)
        {
            for (var k = 0; k + 1 < Log.Length; k++)
            {
                Log[k + 1] = Log[k] + Math.Log(p + k);
                Inverse[k + 1] = Inverse[k] + (1 / (p + k));
                Square[k + 1] = Square[k] + (1 / ((p + k) * (p + k)));
            }
        }
    }
}
