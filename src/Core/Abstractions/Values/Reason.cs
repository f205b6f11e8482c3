namespace Clientele;

/// <summary>Why something is so: one clause of an explanation, as data and as a sentence in both languages.</summary>
/// <param name="Code">What kind of reason this is, stable and machine-readable, such as <c>clause_holds</c> or <c>last_touch</c>.</param>
/// <param name="Text">The sentence to show.</param>
/// <remarks>Immutable and thread-safe. The same facts and the same day give the same reasons, in the same order.</remarks>
public sealed record Reason(string Code, LocalizedText Text)
{
    /// <summary>The numbers, days and names the sentence rests on, by name, in invariant form (<c>2026-03-31</c>, <c>1234.5</c>).</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
