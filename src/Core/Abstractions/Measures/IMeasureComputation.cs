namespace Clientele;

/// <summary>The C# part of a <see cref="ComputedMeasure"/>, supplied by a plugin.</summary>
/// <remarks>
/// The framework calls <see cref="Compute"/> once per client and run, from one thread at a time per run; runs may overlap, so an implementation keeps no state.
/// It may throw: that client then has no value, with the error as its reason, and the run goes on. The instance lives as long as the plugin; nobody disposes it.
/// </remarks>
public interface IMeasureComputation
{
    /// <summary>Computes the value for one client.</summary>
    /// <param name="input">The client's measures and attributes, as of the day.</param>
    /// <returns>The value, or a missing one with the reason.</returns>
    MeasureResult Compute(MeasureInput input);
}

/// <summary>What a computation may read: the values of the names it declared, for one client, as of one day.</summary>
/// <param name="client">The client.</param>
/// <param name="asOf">The as-of day.</param>
/// <param name="number">Gives the number of a declared name, or <see langword="null"/>.</param>
/// <param name="text">Gives the text of a declared attribute, or <see langword="null"/>.</param>
/// <remarks>Valid only during the call it is given to.</remarks>
public sealed class MeasureInput(ClientId client, DateOnly asOf, Func<string, decimal?> number, Func<string, string?> text)
{
    /// <summary>The client.</summary>
    public ClientId Client { get; } = client;

    /// <summary>The as-of day.</summary>
    public DateOnly AsOf { get; } = asOf;

    /// <summary>The number of a measure or a numeric attribute.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The number; <see langword="null"/> when it is missing.</returns>
    public decimal? Number(string name) => number(name);

    /// <summary>The text of an attribute, as it is kept: a choice by its value, a day as <c>2026-03-31</c>, a boolean as <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">A declared name.</param>
    /// <returns>The text; <see langword="null"/> when it is missing.</returns>
    public string? Text(string name) => text(name);
}

/// <summary>The value of a measure for a client, or why there is none, with its reasons.</summary>
/// <param name="Value">The number; <see langword="null"/> when it is missing.</param>
/// <param name="Reasons">Where it came from, or why it is missing.</param>
public sealed record MeasureResult(decimal? Value, IReadOnlyList<Reason> Reasons)
{
    /// <summary>
    /// The first day on which the result may be another although no fact came or went and everything it reads is the same; <see cref="DateOnly.MaxValue"/> when only those change it.
    /// <see langword="null"/>, the default, when that is not known: the client is then measured again on every new day. So is one whose value a plugin computes, whatever it says, because its settings may have changed.
    /// </summary>
    public DateOnly? HoldsUntil { get; init; }

    /// <summary>A value without further reasons.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The result.</returns>
    public static MeasureResult Of(decimal value) => new(value, []);

    /// <summary>No value, and why.</summary>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The result.</returns>
    public static MeasureResult Missing(LocalizedText reason) => new(null, [new Reason("missing", reason)]);
}
