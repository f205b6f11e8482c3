namespace Clientele.Registers;

/// <summary>Something to be put into a register.</summary>
/// <param name="Register">The register's name.</param>
/// <param name="Fields">The values of its fields: days as <c>2026-03-31</c>, numbers as <c>1234.5</c>, <c>true</c> or <c>false</c>. Blank ones count as left out.</param>
/// <param name="From">The first day it is in force.</param>
/// <param name="Author">Who writes it; not blank.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegisterAddition(string Register, IReadOnlyDictionary<string, string> Fields, DateOnly From, string Author)
{
    /// <summary>The first day it is no longer in force; <see langword="null"/> for the register's usual time, or until further notice.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The role in which the author writes; empty for none.</summary>
    public string Role { get; init; } = "";

    /// <summary>Why; may be empty.</summary>
    public string Because { get; init; } = "";

    /// <summary>Where it was read; empty for one entered by hand.</summary>
    public string Source { get; init; } = "";
}

/// <summary>What takes the place of a version.</summary>
/// <param name="Of">The version that is in force.</param>
/// <param name="Fields">The fields that change; none of the key. A blank value clears a field.</param>
/// <param name="From">The first day it is in force; the version before ends there.</param>
/// <param name="Author">Who decides; not blank.</param>
/// <param name="Role">The role in which; it must be one that the register lets change entries.</param>
/// <param name="Because">Why; not blank.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Supersession(RegisterEntryId Of, IReadOnlyDictionary<string, string> Fields, DateOnly From, string Author, string Role, string Because)
{
    /// <summary>The first day the new version is no longer in force; <see langword="null"/> for that of the version before.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>An entry that was asked for.</summary>
/// <param name="Entry">The version in force.</param>
/// <param name="Added">Whether it is new; otherwise it was there and nothing was written.</param>
public readonly record struct AddedEntry(RegisterEntry Entry, bool Added);
