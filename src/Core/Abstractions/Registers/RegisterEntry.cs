using System.Globalization;

namespace Clientele;

/// <summary>A version of an entry of a register, with its validity and with who wrote it and why.</summary>
/// <remarks>Immutable and thread-safe. What is in force never changes; what takes its place is a version with an id of its own.</remarks>
public sealed record RegisterEntry
{
    /// <summary>Which version of which entry: follows from register, key and number.</summary>
    public required RegisterEntryId Id { get; init; }

    /// <summary>The name of the register.</summary>
    public required string Register { get; init; }

    /// <summary>The number of the version among those of the same key, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The values of its fields in invariant form; a blank field is absent.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The first day it is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day it is no longer in force; <see langword="null"/> for until further notice.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The role in which; empty when none was named.</summary>
    public string Role { get; init; } = "";

    /// <summary>Why it was written; may be empty for the first version, never for one that supersedes another.</summary>
    public string Because { get; init; } = "";

    /// <summary>Who ended it before its time and why; empty when nobody did.</summary>
    public string EndedBecause { get; init; } = "";

    /// <summary>The version that took its place; <see langword="null"/> when none did.</summary>
    public RegisterEntryId? SupersededBy { get; init; }

    /// <summary>Where it was read, such as a file; empty for one entered by hand.</summary>
    public string Source { get; init; } = "";

    /// <summary>The instant it was recorded; set by the store.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public bool IsInForce(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>The text of a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The text; empty when the field is blank.</returns>
    public string Text(string field) => Fields.GetValueOrDefault(field, "");

    /// <summary>The number of a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The number; <see langword="null"/> when the field is blank or holds no number.</returns>
    public decimal? Number(string field) => decimal.TryParse(Text(field), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The day of a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The day; <see langword="null"/> when the field is blank or holds no day.</returns>
    public DateOnly? Day(string field) => DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
