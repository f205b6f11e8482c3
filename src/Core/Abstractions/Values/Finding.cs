using System.Diagnostics.CodeAnalysis;

namespace Clientele;

/// <summary>What a computation found: a value, or the reason why there is none.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <remarks>Immutable and thread-safe. A computation that has too few data, or data that contradict each other, refuses with a reason rather than giving NaN, infinity or a silent zero.</remarks>
public sealed record Finding<T>
    where T : notnull
{
    internal Finding(T? value, Reason? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsKnown => Refusal is null;

    /// <summary>The value; the default of its type when there is none, so ask <see cref="IsKnown"/> first.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; <see langword="null"/> when there is one.</summary>
    public Reason? Refusal { get; }

    /// <summary>Continues with the value, or passes the refusal on.</summary>
    /// <typeparam name="TNext">What is made of the value.</typeparam>
    /// <param name="next">Makes it.</param>
    /// <returns>The next finding.</returns>
    public Finding<TNext> Then<TNext>(Func<T, Finding<TNext>> next)
        where TNext : notnull
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsKnown ? next(Value) : Finding.Refused<TNext>(Refusal);
    }
}

/// <summary>Makes findings.</summary>
public static class Finding
{
    /// <summary>A value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="value">What was found.</param>
    /// <returns>The finding.</returns>
    public static Finding<T> Of<T>(T value)
        where T : notnull => new(value, null);

    /// <summary>No value, and why.</summary>
    /// <typeparam name="T">The value there would be.</typeparam>
    /// <param name="reason">Why there is none.</param>
    /// <returns>The finding.</returns>
    public static Finding<T> Refused<T>(Reason reason)
        where T : notnull => new(default, Require.Some(reason));

    /// <summary>No value, and why.</summary>
    /// <typeparam name="T">The value there would be.</typeparam>
    /// <param name="code">The stable code of the reason, such as <c>too_few</c>.</param>
    /// <param name="text">The sentence to show.</param>
    /// <returns>The finding.</returns>
    public static Finding<T> Refused<T>(string code, LocalizedText text)
        where T : notnull => Refused<T>(new Reason(code, text));
}
