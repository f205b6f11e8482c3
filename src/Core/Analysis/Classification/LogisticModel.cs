using MathNet.Numerics.LinearAlgebra;

namespace Clientele.Analysis.Classification;

/// <summary>How a model is trained.</summary>
/// <param name="HoldOut">The share of cases set apart to judge it, above 0 and below 1; 0.3 by default.</param>
/// <param name="Seed">Which ones; the same seed sets the same apart.</param>
/// <param name="Ridge">How strongly coefficients are held towards zero, above 0, which also gives a perfectly separated history finite ones; 0.01 per case by default.</param>
public sealed record LogisticRules(double HoldOut = 0.3, int Seed = 1, double Ridge = 0.01);

/// <summary>Cases of similar probability: what was promised and what happened.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Promised">The mean probability the model gave.</param>
/// <param name="Happened">The share that was won.</param>
public sealed record CalibrationGroup(int Cases, double Promised, double Happened);

/// <summary>A logistic regression of won and lost cases (D. Cox 1958), fitted by Newton's method, judged on cases it did not see.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class LogisticModel
{
    private const int MostSteps = 100;
    private const int Groups = 5;
    private const int Least = 20;

    private readonly (double Mean, double Deviation)[] _scale;
    private readonly double[] _coefficients;

    private LogisticModel((double Mean, double Deviation)[] scale, double[] coefficients, IReadOnlyList<LabelledRow> test, string won)
    {
        _scale = scale;
        _coefficients = coefficients;
        var judged = test.Select(row => (Probability: Probability(row.Features), Won: row.Label == won)).ToList();
        Auc = AreaUnderCurve(judged);
        Brier = judged.Average(one => Math.Pow(one.Probability - (one.Won ? 1 : 0), 2));
        Calibration = [.. judged.OrderBy(one => one.Probability).Chunk(Math.Max(1, (judged.Count + Groups - 1) / Groups))
            .Select(group => new CalibrationGroup(group.Length, group.Average(one => one.Probability), group.Average(one => one.Won ? 1.0 : 0.0)))];
    }

    /// <summary>The chance that a case that was won got a higher probability than one that was lost, over the cases set apart: 0.5 is guessing, 1 never errs.</summary>
    public double Auc { get; }

    /// <summary>The mean squared difference between probability and outcome, over the cases set apart; the lower, the better.</summary>
    public double Brier { get; }

    /// <summary>Five groups of the cases set apart, the least probable first.</summary>
    public IReadOnlyList<CalibrationGroup> Calibration { get; }

    /// <summary>Trains a model on the firm's own history.</summary>
    /// <param name="rows">Cases with their outcome, at least twenty, and at least five won and five lost: one won case says nothing about the next.</param>
    /// <param name="features">The names of the features.</param>
    /// <param name="won">The label of those that were won.</param>
    /// <param name="rules">How; the defaults when left out.</param>
    /// <returns>The model, or why there is none.</returns>
    public static Finding<LogisticModel> Train(IReadOnlyList<LabelledRow> rows, IReadOnlyList<string> features, string won = "won", LogisticRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(features);
        rules ??= new LogisticRules();
        const int each = 5;
        var count = rows.Count(row => row.Label == won);
        var refusal = HoldOut.Refusal(rows, features, Least)
            ?? (count < each ? TooFew.Of(new("won cases", "赢单"), count, each) : rows.Count - count < each ? TooFew.Of(new("lost cases", "丢单"), rows.Count - count, each) : null)
            ?? (rules.HoldOut is <= 0 or >= 1 ? Unusable.OutOfRange(new("share set apart", "留出比例"), rules.HoldOut, 0, 1) : null)
            ?? (rules.Ridge is > 0 and < double.PositiveInfinity ? null : Unusable.OutOfRange(new("ridge", "岭参数"), rules.Ridge, 0, 1));
        if (refusal is not null)
        {
            return Finding.Refused<LogisticModel>(refusal);
        }

        var (train, test) = HoldOut.Split([.. rows.Select(row => row with { Label = row.Label == won ? won : "" })], rules.HoldOut, (ulong)rules.Seed);
        if (test.All(row => row.Label == won) || test.All(row => row.Label != won))
        {
            return Finding.Refused<LogisticModel>(TooFew.Of(new("cases set apart of each outcome", "各类结果的留出案例"), 0, 1));
        }

        var scale = Standardised.Scale([.. train.Select(row => row.Features)]);
        return Fit(Standardised.Apply([.. train.Select(row => row.Features)], scale), [.. train.Select(row => row.Label == won ? 1.0 : 0.0)], rules.Ridge * train.Count) is { } coefficients
            ? Finding.Of(new LogisticModel(scale, coefficients, test, won))
            : Finding.Refused<LogisticModel>("no_convergence", new("The fit does not converge.", "模型拟合不收敛。"));
    }

    /// <summary>The probability that a case is won.</summary>
    /// <param name="features">Its values, in the order of the names.</param>
    /// <returns>Between 0 and 1.</returns>
    public double Probability(IReadOnlyList<double> features) => Sigmoid(_coefficients[0] + Contributions(features).Sum());

    /// <summary>What each feature adds to the log-odds of this case, against a case of mean values.</summary>
    /// <param name="features">Its values, in the order of the names.</param>
    /// <returns>The contributions, in the order of the names.</returns>
    public IReadOnlyList<double> Contributions(IReadOnlyList<double> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return [.. Standardised.Apply([features], _scale)[0].Select((value, index) => value * _coefficients[index + 1])];
    }

    private static double[]? Fit(double[][] rows, double[] won, double ridge)
    {
        var design = Matrix<double>.Build.DenseOfRowArrays(rows.Select(row => (double[])[1, .. row]));
        var hold = Vector<double>.Build.Dense(design.ColumnCount, index => index == 0 ? 0 : ridge);
        var coefficients = Vector<double>.Build.Dense(design.ColumnCount);
        for (var step = 0; step < MostSteps; step++)
        {
            var promised = (design * coefficients).Map(Sigmoid);
            var gradient = (design.TransposeThisAndMultiply(Vector<double>.Build.DenseOfArray(won) - promised)) - hold.PointwiseMultiply(coefficients);
            var weights = promised.Map(value => Math.Max(value * (1 - value), 1e-12));
            var hessian = design.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfColumnVectors(design.EnumerateColumns().Select(column => column.PointwiseMultiply(weights)))) + Matrix<double>.Build.DenseOfDiagonalVector(hold);
            var change = hessian.Solve(gradient);
            if (!change.All(double.IsFinite))
            {
                return null;
            }

            coefficients += change;
            if (change.AbsoluteMaximum() < 1e-10)
            {
                return coefficients.ToArray();
            }
        }

        return null;
    }

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    // The Mann-Whitney statistic, ties counting half.
    private static double AreaUnderCurve(IReadOnlyList<(double Probability, bool Won)> judged)
    {
        var (won, lost) = (judged.Where(one => one.Won).ToList(), judged.Where(one => !one.Won).ToList());
        return won.Sum(one => lost.Sum(other => one.Probability > other.Probability ? 1 : one.Probability == other.Probability ? 0.5 : 0)) / ((double)won.Count * lost.Count);
    }
}
