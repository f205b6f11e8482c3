namespace Clientele;

/// <summary>A scheme that adds up weighted factors to a score and cuts it at absolute values, the highest first: key clients, lead scores, value classes.</summary>
/// <remarks>
/// A score at a cut is above it. A client for whom a factor is missing has no score and is in no segment; a factor that may be missing says what to take instead, such as <c>core.influence ?? 0</c>.
/// A new weight or cut is a new version of the scheme, and every membership names the version that decided.
/// </remarks>
/// <example>
/// <code>
/// new ScoreScheme
/// {
///     Name = "firm.key_clients", Title = new("Key clients", "关键客户"),
///     Factors = [new(new("Sales", "销售"), "firm.sales_index", 0.5m), new(new("Influence", "影响力"), "firm.influence", 0.3m), new(new("Strategy", "战略意义"), "firm.strategic", 0.2m)],
///     Cuts = [new("key", new("Key client", "关键客户"), 0.50m), new("other", new("Other client", "其他客户"))],
/// }
/// </code>
/// </example>
public sealed record ScoreScheme : Scheme
{
    /// <summary>What is added up. The weights sum to one, or each is one: points.</summary>
    public required IReadOnlyList<ScoreFactor> Factors
    {
        get => field;
        init
        {
            field = Require.NotEmpty(value);
            Require.That(
                field.Sum(factor => factor.Weight) == 1m || field.All(factor => factor.Weight == 1m),
                $"The weights of a score sum to one, or each of them is one; these sum to {field.Sum(factor => factor.Weight).ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
        }
    }

    /// <summary>The segments, the highest score first. The last has no lower bound when it takes everyone left.</summary>
    public required IReadOnlyList<ScoreCut> Cuts
    {
        get => field;
        init
        {
            field = Require.NotEmpty(value);
            Require.That(field.SkipLast(1).All(cut => cut.AtLeast is not null), "Only the last cut of a score scheme may be without a lower bound.");
            var bounds = field.Where(cut => cut.AtLeast is not null).Select(cut => cut.AtLeast!.Value).ToList();
            Require.That(bounds.Zip(bounds.Skip(1)).All(pair => pair.First > pair.Second), "The cuts of a score scheme must descend.");
        }
    }

    /// <summary>Hysteresis: how far beyond a cut the score must be before a client that is a member already crosses it; 0 for none.</summary>
    public decimal Band
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The band of a score scheme cannot be negative.");
            field = value;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Segment> All => [.. Cuts.Select(cut => new Segment(cut.Name, cut.Title))];
}

/// <summary>A weighted part of a score.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Value">A numeric rule over measures and attributes, often just a measure's name.</param>
/// <param name="Weight">Its weight; negative for what counts against the client.</param>
public sealed record ScoreFactor(LocalizedText Title, string Value, decimal Weight = 1m);

/// <summary>A segment of a score.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="Title">What people read.</param>
/// <param name="AtLeast">The lowest score that is in it; <see langword="null"/> for everyone left who has a score.</param>
/// <param name="When">A gate: a condition that must hold besides the score, such as a least number of orders; empty for none. The band does not soften it.</param>
public sealed record ScoreCut(string Name, LocalizedText Title, decimal? AtLeast = null, string When = "");
