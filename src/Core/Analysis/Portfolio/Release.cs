using System.Globalization;

namespace Clientele.Analysis.Portfolio;

/// <summary>A period with a client whom it may be better to leave in peace.</summary>
/// <param name="Margin">What is earned on the client's purchases.</param>
/// <param name="Referrals">What others brought by the client earn; 0 when there are none.</param>
/// <param name="CostToServe">The hours spent on the client times their rate, and other costs; not negative.</param>
public sealed record RelationshipPeriod(decimal Margin, decimal Referrals, decimal CostToServe)
{
    /// <summary>The net relationship value: margin + referrals − cost to serve.</summary>
    public decimal Net => Margin + Referrals - CostToServe;
}

/// <summary>What to do about the relationship with a client.</summary>
public enum ReleaseVerdict
{
    /// <summary>Keep it.</summary>
    Keep,

    /// <summary>Let it rest: recommended, and tasks go on until a person approves.</summary>
    Recommended,

    /// <summary>Resting, approved by a person; may be taken up again at any time.</summary>
    Dormant,
}

/// <summary>A verdict with its reasons.</summary>
/// <param name="Verdict">What to do.</param>
/// <param name="Net">The net relationship value of the last period.</param>
/// <param name="TasksContinue">Whether tasks for the client go on.</param>
/// <param name="Reasons">Why.</param>
public sealed record ReleaseAdvice(ReleaseVerdict Verdict, decimal Net, bool TasksContinue, IReadOnlyList<Reason> Reasons);

/// <summary>Recommends to let relationships rest that cost more than they bring. Nothing is ever deleted.</summary>
public static class Release
{
    /// <summary>Advises on a client.</summary>
    /// <param name="periods">The periods with the client, the oldest first.</param>
    /// <param name="lowPotential">Whether little more is to be expected.</param>
    /// <param name="influence">Whether the client's word counts with others, for us (above 0) or against us (below 0); 0 for neither.</param>
    /// <param name="approvedBy">Who approved that the relationship rests; empty for nobody.</param>
    /// <param name="after">How many periods in a row must be negative, at least 1; 1 by default.</param>
    /// <returns>The advice, or why there is none.</returns>
    public static Finding<ReleaseAdvice> Of(IReadOnlyList<RelationshipPeriod> periods, bool lowPotential, int influence = 0, string approvedBy = "", int after = 1)
    {
        ArgumentNullException.ThrowIfNull(periods);
        after = Math.Max(after, 1);
        if (periods.Count < after)
        {
            return Finding.Refused<ReleaseAdvice>(TooFew.Of(new("periods", "期数"), periods.Count, after));
        }

        if (periods.Any(period => period.CostToServe < 0))
        {
            return Finding.Refused<ReleaseAdvice>(Unusable.Negative(new("cost to serve", "服务成本")));
        }

        var net = periods[^1].Net;
        var negative = periods.TakeLast(after).All(period => period.Net < 0);
        var reasons = new List<Reason> { Net(net, negative, after) };
        if (!lowPotential)
        {
            reasons.Add(new Reason("potential", new("More is to be expected of the client.", "该客户尚有潜力。")));
        }

        if (influence != 0)
        {
            reasons.Add(influence > 0
                ? new Reason("influence", new("The client's word counts with others.", "该客户对其他客户有影响力。"))
                : new Reason("negative_influence", new("The client speaks against us; look before letting it rest.", "该客户有负面影响，搁置前须先处理。")));
        }

        var verdict = !negative || !lowPotential || influence != 0 ? ReleaseVerdict.Keep : string.IsNullOrWhiteSpace(approvedBy) ? ReleaseVerdict.Recommended : ReleaseVerdict.Dormant;
        return Finding.Of(new ReleaseAdvice(verdict, net, verdict != ReleaseVerdict.Dormant, reasons));
    }

    private static Reason Net(decimal net, bool negative, int after) => new("net_value", negative
        ? new(string.Create(CultureInfo.InvariantCulture, $"The relationship cost more than it brought in the last {after} period(s); {net} in the last."), string.Create(CultureInfo.InvariantCulture, $"最近 {after} 期均入不敷出，最近一期为 {net}。"))
        : new(string.Create(CultureInfo.InvariantCulture, $"The relationship brought {net} in the last period."), string.Create(CultureInfo.InvariantCulture, $"最近一期净值为 {net}。")));
}
