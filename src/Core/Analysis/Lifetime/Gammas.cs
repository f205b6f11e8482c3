using MathNet.Numerics;

namespace Clientele.Analysis.Lifetime;

/// <summary>What the models need of the gamma function and its relatives.</summary>
internal static class Gammas
{
    private const int MostTerms = 5_000;

    /// <summary>ln Γ(a+n) − ln Γ(a), exact also where both are huge.</summary>
    public static double LogRising(double a, int n)
    {
        if (n > 20)
        {
            return SpecialFunctions.GammaLn(a + n) - SpecialFunctions.GammaLn(a);
        }

        var product = 1.0;
        for (var k = 0; k < n; k++)
        {
            product *= a + k;
        }

        return Math.Log(product);
    }

    /// <summary>The logarithm of the beta function.</summary>
    public static double LogBeta(double a, double b) => SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);

    /// <summary>The hypergeometric function ₂F₁(1, b; c; z) for 0 ≤ z &lt; 1 and b ≤ c, by the continued fraction of Gauss (DLMF 15.7.1) and the method of Lentz; NaN where it does not settle.</summary>
    public static double Hypergeometric(double b, double c, double z)
    {
        double t = c - 1, above = t, below = 0, fraction = t;
        for (var n = 1; n < MostTerms; n++)
        {
            var half = n / 2;
            var u = -z * (n % 2 == 1 ? (b + half) * (c - 1 + half) : half * (c - 1 - b + half));
            t = c - 1 + n;
            below = 1 / (t + (u * below));
            above = t + (u / above);
            var factor = above * below;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-15)
            {
                return (c - 1) / fraction;
            }
        }

        return double.NaN;
    }

    /// <summary>The derivative of the digamma function: by recurrence up to 10, then the asymptotic series of Abramowitz and Stegun 6.4.12.</summary>
    public static double TriGamma(double x)
    {
        var sum = 0.0;
        for (; x < 10; x++)
        {
            sum += 1 / (x * x);
        }

        var y = 1 / (x * x);
        return sum + (1 / x) + (y / 2) + (y / x * ((1 / 6.0) - (y * ((1 / 30.0) - (y * ((1 / 42.0) - (y * ((1 / 30.0) - (y * 5 / 66.0)))))))));
    }
}
