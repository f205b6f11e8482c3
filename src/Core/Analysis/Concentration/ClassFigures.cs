namespace Clientele.Analysis.Concentration;

/// <summary>What a class of clients should come to.</summary>
/// <param name="Class">The class.</param>
/// <param name="ClientShare">Its share of the clients, 0 to 1.</param>
/// <param name="ValueShare">Its share of the value, 0 to 1.</param>
public sealed record ClassTarget(string Class, double ClientShare, double ValueShare);

/// <summary>What a class of clients comes to.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">How many clients.</param>
/// <param name="ClientShare">Their share of all clients.</param>
/// <param name="Value">What they bring.</param>
/// <param name="ValueShare">Their share of the total.</param>
/// <param name="Average">What one of them brings on average; <see langword="null"/> for an empty class.</param>
public sealed record ClassFigure(string Class, int Count, double ClientShare, decimal Value, double ValueShare, decimal? Average)
{
    /// <summary>How far the share of the clients is from its target, in shares of 1; <see langword="null"/> without a target.</summary>
    public double? ClientDrift { get; init; }

    /// <summary>How far the share of the value is from its target, in shares of 1; <see langword="null"/> without a target.</summary>
    public double? ValueDrift { get; init; }
}

/// <summary>The figures of classes of clients.</summary>
public static class ClassFigures
{
    /// <summary>Counts and adds up each class, and says how far it drifted from its target.</summary>
    /// <param name="clients">The class and the value of each client.</param>
    /// <param name="classes">The classes in the order to show them, empty ones included.</param>
    /// <param name="targets">What classes should come to; none by default.</param>
    /// <returns>The figures, or why there are none: the values together must be above zero.</returns>
    public static Finding<IReadOnlyList<ClassFigure>> Of(IReadOnlyList<(string Class, decimal Value)> clients, IReadOnlyList<string> classes, IReadOnlyList<ClassTarget>? targets = null)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(classes);
        var total = clients.Sum(client => client.Value);
        if (total <= 0)
        {
            return Finding.Refused<IReadOnlyList<ClassFigure>>(Unusable.NothingToShare());
        }

        var groups = clients.ToLookup(client => client.Class, client => client.Value);
        return Finding.Of<IReadOnlyList<ClassFigure>>([.. classes.Concat(groups.Select(group => group.Key).Except(classes)).Select(name =>
        {
            var (count, value) = (groups[name].Count(), groups[name].Sum());
            var target = targets?.FirstOrDefault(known => known.Class == name);
            var figure = new ClassFigure(name, count, (double)count / clients.Count, value, (double)(value / total), count > 0 ? value / count : null);
            return figure with { ClientDrift = figure.ClientShare - target?.ClientShare, ValueDrift = figure.ValueShare - target?.ValueShare };
        })]);
    }
}
