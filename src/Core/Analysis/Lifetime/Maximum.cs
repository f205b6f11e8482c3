using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Clientele.Analysis.Lifetime;

/// <summary>The log-likelihood at a point, its slope and its curvature.</summary>
/// <param name="parameters">The point; all above zero.</param>
/// <param name="slope">Receives the first derivatives; zero on entry.</param>
/// <param name="curvature">Receives the second derivatives, row by row; zero on entry, and only the upper triangle is read.</param>
/// <returns>The log-likelihood.</returns>
internal delegate double Likelihood(ReadOnlySpan<double> parameters, Span<double> slope, Span<double> curvature);

/// <summary>The top of a likelihood.</summary>
/// <param name="At">The parameters.</param>
/// <param name="Value">The log-likelihood there.</param>
/// <param name="LogErrors">The standard errors of the logarithms of the parameters.</param>
/// <param name="Steps">The steps taken.</param>
internal sealed record Peak(double[] At, double Value, double[] LogErrors, int Steps)
{
    public Fit<TModel> Fit<TModel>(TModel model, ReadOnlySpan<string> names, long clients)
        where TModel : notnull
    {
        var estimates = new Estimate[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var factor = Math.Exp(1.959963984540054 * LogErrors[i]);
            estimates[i] = new(names[i], At[i], At[i] * LogErrors[i], At[i] / factor, At[i] * factor);
        }

        return new(model, estimates, Value, clients, Steps);
    }
}

/// <summary>
/// Climbs a likelihood by Newton's method with Levenberg's damping, in the logarithms of the parameters so that they stay above zero.
/// It arrives when the slope promises less than 1e-10 of log-likelihood, a hundred-thousandth of a standard error, which is far below what data can tell.
/// </summary>
internal static class Maximum
{
    private const int MostSteps = 60;
    private const double Promise = 1e-10;
    private const double Rounding = 1e-13;
    private const double EdgeOfLogs = 10;

    private static readonly Reason NotConverged = new("not_converged", new(
        "The fit did not converge: the data do not settle the parameters of the model.",
        "拟合未收敛：数据不足以确定模型参数。"));

    /// <summary>Climbs from each start in turn, until one arrives.</summary>
    public static Finding<Peak> Climb(Likelihood likelihood, params ReadOnlySpan<double[]> starts)
    {
        foreach (var start in starts)
        {
            if (ClimbFrom(likelihood, start) is { } peak)
            {
                return Finding.Of(peak);
            }
        }

        return Finding.Refused<Peak>(NotConverged);
    }

    private static Peak? ClimbFrom(Likelihood likelihood, double[] start)
    {
        var here = Point.At(likelihood, start);
        var damping = 1e-3;
        for (var step = 0; step < MostSteps && here is not null; step++)
        {
            if (Newton(here, damping) is not { } move)
            {
                damping = Math.Max(damping, 1e-6) * 10;
                if (damping > 1e12)
                {
                    return null;
                }

                continue;
            }

            if (Math.Abs(move * here.Slope) * (1 + damping) < Promise && here.Covariance() is { } covariance)
            {
                return new(here.Parameters, here.Value, [.. covariance.Diagonal().Select(Math.Sqrt)], step);
            }

            var next = Point.At(likelihood, Moved(here.Parameters, move));
            var better = next is not null && next.Value >= here.Value - (Rounding * Math.Abs(here.Value));
            damping = better ? damping / 10 : Math.Max(damping, 1e-6) * 10;
            here = better ? next : here;
            if (damping > 1e12 || Array.Exists(here!.Parameters, value => Math.Abs(Math.Log(value)) > EdgeOfLogs))
            {
                return null;
            }
        }

        return null;
    }

    private static Vector<double>? Newton(Point here, double damping)
    {
        var damped = -here.Curvature;
        for (var i = 0; i < damped.RowCount; i++)
        {
            damped[i, i] += damping * Math.Max(Math.Abs(damped[i, i]), 1e-8);
        }

        return Point.Definite(damped)?.Solve(here.Slope);
    }

    private static double[] Moved(double[] parameters, Vector<double> move)
    {
        // Far from the top the parabola of Newton's method is a poor guide: at most a factor of e² at a time.
        var longest = move.AbsoluteMaximum();
        var scale = longest > 2 ? 2 / longest : 1;
        return [.. parameters.Select((value, i) => value * Math.Exp(scale * move[i]))];
    }

    /// <summary>Value, slope and curvature in the logarithms of the parameters.</summary>
    private sealed record Point(double[] Parameters, double Value, Vector<double> Slope, Matrix<double> Curvature)
    {
        public static Point? At(Likelihood likelihood, double[] parameters)
        {
            var n = parameters.Length;
            var slope = new double[n];
            var curvature = new double[n * n];
            var value = likelihood(parameters, slope, curvature);
            if (!double.IsFinite(value) || Array.Exists(slope, part => !double.IsFinite(part)) || Array.Exists(curvature, part => !double.IsFinite(part)))
            {
                return null;
            }

            return new(
                parameters,
                value,
                DenseVector.Create(n, i => slope[i] * parameters[i]),
                DenseMatrix.Create(n, n, (i, j) => (parameters[i] * parameters[j] * curvature[(Math.Min(i, j) * n) + Math.Max(i, j)]) + (i == j ? slope[i] * parameters[i] : 0)));
        }

        /// <summary>The covariance of the logarithms of the parameters, where the top is a top in every direction.</summary>
        public Matrix<double>? Covariance() => Definite(-Curvature)?.Solve(DenseMatrix.CreateIdentity(Parameters.Length));

        public static MathNet.Numerics.LinearAlgebra.Factorization.Cholesky<double>? Definite(Matrix<double> matrix)
        {
            try
            {
                return matrix.Cholesky();
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
