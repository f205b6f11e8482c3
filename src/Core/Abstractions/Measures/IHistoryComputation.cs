namespace Clientele;

/// <summary>The C# part of a <see cref="HistoryMeasure"/>, supplied by a plugin or a practice.</summary>
/// <remarks>
/// The framework calls <see cref="Compute"/> once per client and run, from one thread at a time per run; runs may overlap, so an implementation keeps no state.
/// It may throw: that client then has no value, with the error as its reason, and the run goes on. The instance lives as long as the plugin; nobody disposes it.
/// </remarks>
public interface IHistoryComputation
{
    /// <summary>Computes the value for one client.</summary>
    /// <param name="input">The client's history of the declared kinds, up to the day.</param>
    /// <returns>The value, or a missing one with the reason.</returns>
    MeasureResult Compute(HistoryInput input);
}

/// <summary>What a history computation reads: one client's facts in the order of days, and the values it declared.</summary>
/// <param name="client">The client.</param>
/// <param name="asOf">The as-of day.</param>
/// <param name="facts">The facts in the order of days.</param>
/// <param name="number">Gives the number of a declared name, or <see langword="null"/>.</param>
/// <param name="text">Gives the text of a declared attribute, or <see langword="null"/>.</param>
/// <remarks>Valid only during the call it is given to.</remarks>
public sealed class HistoryInput(ClientId client, DateOnly asOf, IReadOnlyList<HistoryFact> facts, Func<string, decimal?> number, Func<string, string?> text)
{
    /// <summary>The client.</summary>
    public ClientId Client { get; } = client;

    /// <summary>The as-of day.</summary>
    public DateOnly AsOf { get; } = asOf;

    /// <summary>The facts in the order of their first days, then of kinds.</summary>
    public IReadOnlyList<HistoryFact> Facts { get; } = facts;

    /// <summary>The client's people in the order of ids, without their names; empty unless the measure declares <see cref="HistoryMeasure.ContactReads"/>.</summary>
    public IReadOnlyList<ContactFacts> Contacts { get; init; } = [];

    /// <summary>The number of a measure or a numeric attribute.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The number; <see langword="null"/> when it is missing.</returns>
    public decimal? Number(string name) => number(name);

    /// <summary>The text of an attribute.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The text; <see langword="null"/> when it is missing.</returns>
    public string? Text(string name) => text(name);
}

/// <summary>The touchpoints of one kind in one calendar month, summed up; or a single touchpoint, where the measure reads them singly.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="First">The day of the first.</param>
/// <param name="Last">The day of the last; the same day for a single one.</param>
/// <param name="Count">How many; 1 for a single one.</param>
/// <param name="Amount">The sum of their amounts, in the currency of the workspace.</param>
/// <param name="Details">The details of a single one; empty for a month.</param>
public readonly record struct HistoryFact(string Kind, DateOnly First, DateOnly Last, long Count, decimal Amount, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The person a single one happened with; <see langword="null"/> for nobody in particular and for a month.</summary>
    public ContactId? Contact { get; init; }
}
