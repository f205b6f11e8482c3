using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Clientele.Analysis.Weights;

/// <summary>Weights from comparing every two criteria: the principal eigenvector of the matrix of judgements. Saaty, The Analytic Hierarchy Process, 1980.</summary>
/// <param name="Weights">The weights, which sum to 1.</param>
/// <param name="Lambda">The principal eigenvalue; the number of criteria when the judgements agree perfectly.</param>
/// <param name="ConsistencyRatio">How far the judgements contradict each other, relative to random ones; below 0.10.</param>
public sealed record Ahp(IReadOnlyList<double> Weights, double Lambda, double ConsistencyRatio)
{
    /// <summary>The consistency ratio from which on judgements are refused.</summary>
    public const double InconsistentFrom = 0.10;

    private const int MostSteps = 10_000;

    // Mean consistency index of random matrices of 1 to 15 criteria (Saaty 1980).
    private static readonly double[] Random = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    /// <summary>Computes the weights.</summary>
    /// <param name="judgements">A square, reciprocal matrix: how many times as important the row is as the column, from 1/9 to 9; 1 to 15 criteria.</param>
    /// <returns>The weights, or why there are none: a matrix that is not reciprocal, or judgements with a consistency ratio of 0.10 or more.</returns>
    public static Finding<Ahp> Of(IReadOnlyList<IReadOnlyList<double>> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        if (Refusal(judgements) is { } reason)
        {
            return Finding.Refused<Ahp>(reason);
        }

        var n = judgements.Count;
        Matrix<double> matrix = DenseMatrix.Create(n, n, (i, j) => judgements[i][j]);
        var (weights, lambda) = Principal(matrix);
        var ratio = n < 3 ? 0 : Math.Max(0, (lambda - n) / (n - 1) / Random[n - 1]);
        return ratio < InconsistentFrom
            ? Finding.Of(new Ahp([.. weights], lambda, ratio))
            : Finding.Refused<Ahp>(Inconsistent(ratio));
    }

    // Powers of a positive matrix turn any vector towards the principal eigenvector (Perron).
    private static (Vector<double> Weights, double Lambda) Principal(Matrix<double> matrix)
    {
        var weights = DenseVector.Create(matrix.RowCount, 1.0 / matrix.RowCount) as Vector<double>;
        for (var step = 0; step < MostSteps; step++)
        {
            var next = matrix * weights;
            next /= next.Sum();
            var moved = (next - weights).AbsoluteMaximum();
            weights = next;
            if (moved < 1e-15)
            {
                break;
            }
        }

        return (weights, (matrix * weights).Sum());
    }

    private static Reason? Refusal(IReadOnlyList<IReadOnlyList<double>> judgements)
    {
        var n = judgements.Count;
        if (OutOfRange.Of(new Input(new("number of criteria", "准则个数"), n, 1, Random.Length)) is { } reason)
        {
            return reason;
        }

        if (judgements.Any(row => row.Count != n))
        {
            return new("not_square", new("The matrix of judgements must have as many columns as rows.", "判断矩阵的行数与列数必须相等。"));
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (OutOfRange.Of(new Input(new("judgement", "判断值"), judgements[i][j], 1 / 9.001, 9.001)) is { } refusal)
                {
                    return refusal;
                }

                if (Math.Abs((judgements[i][j] * judgements[j][i]) - 1) > 0.01)
                {
                    return new("not_reciprocal", new($"Judgement {j + 1} over {i + 1} must be the inverse of {i + 1} over {j + 1}.", $"准则{j + 1}对{i + 1}的判断须为{i + 1}对{j + 1}的倒数。"));
                }
            }
        }

        return null;
    }

    private static Reason Inconsistent(double ratio)
    {
        var text = ratio.ToString("0.000", CultureInfo.InvariantCulture);
        return new("inconsistent", new(
            $"The judgements contradict each other: the consistency ratio is {text}, and must be below 0.10.",
            $"判断相互矛盾：一致性比率为{text}，须小于0.10。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["ratio"] = text },
        };
    }
}
