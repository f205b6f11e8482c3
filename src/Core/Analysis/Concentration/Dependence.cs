using System.Globalization;

namespace Clientele.Analysis.Concentration;

/// <summary>What a client stands for when its loss is thought through.</summary>
/// <param name="Id">Who, as the caller knows the client.</param>
/// <param name="Sales">What the client brings; not negative.</param>
/// <param name="Profit">What is earned on it; <see langword="null"/> when not known.</param>
/// <param name="Class">The client's class; empty for none.</param>
public sealed record DependencePart(string Id, decimal Sales, decimal? Profit = null, string Class = "");

/// <summary>From where on dependence is a risk.</summary>
/// <param name="LargestShare">The share of the largest client, above 0; 0.25 by default.</param>
/// <param name="Hhi">The Herfindahl–Hirschman index, above 0; 0.18 by default, where the Merger Guidelines of 2023 call a market highly concentrated.</param>
public sealed record DependenceLimits(double LargestShare = 0.25, double Hhi = 0.18);

/// <summary>How far a firm depends on single clients.</summary>
/// <param name="Largest">The largest client.</param>
/// <param name="LargestShare">Its share of the whole.</param>
/// <param name="Hhi">The Herfindahl–Hirschman index over the clients that are known one by one.</param>
/// <param name="Classes">The share of each class of the whole.</param>
/// <param name="Alerts">The limits that are exceeded, in words; empty when none is.</param>
public sealed record DependenceFigures(DependencePart Largest, double LargestShare, double Hhi, IReadOnlyDictionary<string, double> Classes, IReadOnlyList<Reason> Alerts);

/// <summary>What is left when a client goes.</summary>
/// <param name="Sales">The sales that are left.</param>
/// <param name="Profit">The profit that is left; <see langword="null"/> unless that of every client is known.</param>
/// <param name="LostShare">The share of the sales that goes.</param>
/// <param name="Classes">The share of each class of what is left; empty when nothing is left.</param>
public sealed record LossScenario(decimal Sales, decimal? Profit, double LostShare, IReadOnlyDictionary<string, double> Classes);

/// <summary>The risk of depending on few clients.</summary>
public static class Dependence
{
    private static readonly LocalizedText Sales = new("sales", "销售额");

    /// <summary>Measures the dependence on the largest client and on each class.</summary>
    /// <param name="parts">The clients that are known one by one.</param>
    /// <param name="whole">The sales of all clients, those not listed included; the sum of the parts by default.</param>
    /// <param name="limits">From where on it is a risk; the defaults of <see cref="DependenceLimits"/> when left out.</param>
    /// <returns>The figures, or why there are none.</returns>
    public static Finding<DependenceFigures> Of(IReadOnlyList<DependencePart> parts, decimal? whole = null, DependenceLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        limits ??= new DependenceLimits();
        return Whole(parts, whole).Then(all =>
        {
            var largest = parts.MaxBy(part => part.Sales)!;
            var share = (double)(largest.Sales / all);
            var hhi = Pareto.Hhi([.. parts.Select(part => part.Sales)]).Value;
            var alerts = new List<Reason>();
            if (share > limits.LargestShare)
            {
                alerts.Add(Exceeded("largest_share", new("share of the largest client", "最大客户的份额"), share, limits.LargestShare));
            }

            if (hhi > limits.Hhi)
            {
                alerts.Add(Exceeded("hhi", new("Herfindahl–Hirschman index", "赫芬达尔指数"), hhi, limits.Hhi));
            }

            return Finding.Of(new DependenceFigures(largest, share, hhi, Shares(parts, all), alerts));
        });
    }

    /// <summary>Thinks the loss of a client through.</summary>
    /// <param name="parts">The clients that are known one by one.</param>
    /// <param name="id">Who goes.</param>
    /// <param name="whole">The sales of all clients, those not listed included; the sum of the parts by default.</param>
    /// <returns>What is left, or why that cannot be said.</returns>
    public static Finding<LossScenario> Without(IReadOnlyList<DependencePart> parts, string id, decimal? whole = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.FirstOrDefault(part => part.Id == id) is not { } lost)
        {
            return Finding.Refused<LossScenario>("unknown_client", new($"There is no client '{id}'.", $"没有客户“{id}”。"));
        }

        return Whole(parts, whole).Then(all =>
        {
            var left = parts.Where(part => !ReferenceEquals(part, lost)).ToList();
            var profit = parts.All(part => part.Profit is not null) ? left.Sum(part => part.Profit) : null;
            return Finding.Of(new LossScenario(all - lost.Sales, profit, (double)(lost.Sales / all), all > lost.Sales ? Shares(left, all - lost.Sales) : new Dictionary<string, double>(StringComparer.Ordinal)));
        });
    }

    private static Finding<decimal> Whole(IReadOnlyList<DependencePart> parts, decimal? whole)
    {
        if (parts.Any(part => part.Sales < 0))
        {
            return Finding.Refused<decimal>(Unusable.Negative(Sales));
        }

        var listed = parts.Sum(part => part.Sales);
        return listed <= 0 ? Finding.Refused<decimal>(Unusable.NothingToShare())
            : whole is { } all && all < listed ? Finding.Refused<decimal>("whole_too_small", new("The whole is smaller than the clients listed.", "总额小于所列客户之和。"))
            : Finding.Of(whole ?? listed);
    }

    private static Dictionary<string, double> Shares(IReadOnlyList<DependencePart> parts, decimal whole) =>
        parts.Where(part => part.Class.Length > 0).GroupBy(part => part.Class).ToDictionary(group => group.Key, group => (double)(group.Sum(part => part.Sales) / whole), StringComparer.Ordinal);

    private static Reason Exceeded(string code, LocalizedText what, double value, double limit) => new(code, new(
        string.Create(CultureInfo.InvariantCulture, $"The {what.En} is {value:0.###}, above the limit of {limit:0.###}."),
        string.Create(CultureInfo.InvariantCulture, $"{what.Zh}为 {value:0.###}，高于限度 {limit:0.###}。")))
    {
        Facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["value"] = value.ToString("R", CultureInfo.InvariantCulture),
            ["limit"] = limit.ToString("R", CultureInfo.InvariantCulture),
        },
    };
}
