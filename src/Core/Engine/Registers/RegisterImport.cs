using Clientele.Import;

namespace Clientele.Registers;

/// <summary>How a file is taken into a register.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegisterImportOptions
{
    /// <summary>The first day the entries are in force, where no column <c>from</c> says so.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Who takes the file in.</summary>
    public required string Author { get; init; }

    /// <summary>The role in which; needed to supersede where the register names roles.</summary>
    public string Role { get; init; } = "";

    /// <summary>Why entries that say otherwise are superseded; empty to reject such rows.</summary>
    public string Supersede { get; init; } = "";

    /// <summary>Which column is which field, where the header is neither the field's name nor its title: columns by field.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How the file is to be read, where the operator knows better.</summary>
    public TableFormat File { get; init; } = new();
}

/// <summary>What a file changed in a register.</summary>
/// <param name="Rows">Rows under the header that are not blank.</param>
/// <param name="Added">Entries that are new.</param>
/// <param name="Unchanged">Rows whose entry was in force with equal content.</param>
/// <param name="Superseded">Entries that another version took the place of.</param>
/// <param name="Rejected">Rows that did not go in, with their reasons.</param>
public sealed record RegisterImportResult(long Rows, long Added, long Unchanged, long Superseded, IReadOnlyList<RejectedRow> Rejected);
