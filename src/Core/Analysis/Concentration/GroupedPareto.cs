namespace Clientele.Analysis.Concentration;

/// <summary>Clients of whom only the sum is known: a class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Clients">How many clients, or their share of all; not negative.</param>
/// <param name="Value">What they bring together, or their share of it; not negative.</param>
public sealed record ValueGroup(string Name, double Clients, double Value);

/// <summary>The concentration of classes of which only sums are known.</summary>
/// <param name="TopShare">The share of the value that the first fifth of the clients bring, interpolated within a class.</param>
/// <param name="ClientShareFor80">The share of the clients that bring 80 %, interpolated within a class.</param>
/// <param name="Gini">The Gini coefficient, as if the clients of a class were equal: a lower bound.</param>
/// <param name="LawHolds">Whether the first fifth bring at least 80 %.</param>
public sealed record GroupedConcentration(double TopShare, double ClientShareFor80, double Gini, bool LawHolds);

/// <summary>The concentration of classes.</summary>
public static class GroupedPareto
{
    private static readonly LocalizedText Groups = new("classes", "各类客户");

    /// <summary>Measures the concentration of classes.</summary>
    /// <param name="groups">The classes, in any order.</param>
    /// <returns>The figures, or why there are none.</returns>
    /// <remarks>Within a class clients count as equal. Gini = 1 − Σ p_i·(L_i + L_{i−1}) over the classes in ascending order of the mean (trapezoids under the Lorenz curve).</remarks>
    public static Finding<GroupedConcentration> Measure(IReadOnlyList<ValueGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Any(group => !double.IsFinite(group.Clients) || !double.IsFinite(group.Value)))
        {
            return Finding.Refused<GroupedConcentration>(Unusable.NotFinite(Groups));
        }

        if (groups.Any(group => group.Clients < 0 || group.Value < 0 || (group.Clients == 0 && group.Value > 0)))
        {
            return Finding.Refused<GroupedConcentration>(Unusable.Negative(Groups));
        }

        var (clients, value) = (groups.Sum(group => group.Clients), groups.Sum(group => group.Value));
        if (!(clients > 0 && value > 0 && double.IsFinite(clients) && double.IsFinite(value)))
        {
            return Finding.Refused<GroupedConcentration>(Unusable.NothingToShare());
        }

        var descending = groups.Where(group => group.Clients > 0)
            .Select(group => (Clients: group.Clients / clients, Value: group.Value / value))
            .OrderByDescending(group => group.Value / group.Clients).ToList();
        var top = Along(descending, Pareto.TopClients);
        var few = Along([.. descending.Select(group => (group.Value, group.Clients))], Pareto.LawShare);
        return Finding.Of(new GroupedConcentration(top, few, Gini(descending), top >= Pareto.LawShare));
    }

    // How far the second coordinate has come when the first has reached a limit.
    private static double Along(List<(double Step, double Rise)> steps, double limit)
    {
        var (gone, risen) = (0.0, 0.0);
        foreach (var (step, rise) in steps)
        {
            if (gone + step >= limit)
            {
                return Math.Min(1, risen + (step > 0 ? rise * (limit - gone) / step : 0));
            }

            gone += step;
            risen += rise;
        }

        return 1;
    }

    private static double Gini(List<(double Clients, double Value)> descending)
    {
        var (below, area) = (0.0, 0.0);
        foreach (var (clients, value) in Enumerable.Reverse(descending))
        {
            area += clients * ((2 * below) + value);
            below += value;
        }

        return Math.Clamp(1 - area, 0, 1);
    }
}
