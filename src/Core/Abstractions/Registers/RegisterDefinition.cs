namespace Clientele;

/// <summary>A list of the firm's own that is about no one client: reference projects, knowledge articles, market projects, quotations, a service catalogue. Its entries are dated versions.</summary>
/// <remarks>
/// Immutable and thread-safe. Adding an entry whose key is in force gives the one that is there; it changes only by being superseded, with a reason and in a role that may.
/// Readable by insights, letters and reports that name it, and by <c>clientele registers</c>.
/// </remarks>
/// <example>
/// <code>
/// new RegisterDefinition
/// {
///     Name = "contractor.reference", Title = new("Reference projects", "业绩项目"),
///     Fields = [new("name", new("Project", "项目")) { Required = true }, new("completed_on", new("Completed on", "竣工日期"), ValueKind.Date)],
///     Key = ["name"],
/// }
/// </code>
/// </example>
public sealed record RegisterDefinition
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it holds and who keeps it, in a sentence or two.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The fields of an entry; at least one.</summary>
    public required IReadOnlyList<RegisterField> Fields { get => field; init => field = Require.NotEmpty(value); }

    /// <summary>The fields that say which entry it is; at least one. Two entries with equal keys are versions of one thing, and of these only one is in force.</summary>
    public required IReadOnlyList<string> Key { get => field; init => field = Require.NotEmpty(value); }

    /// <summary>Fields of which no two active entries of different keys may have equal values, such as a project's number; empty for none. An entry that leaves one of them blank collides with none.</summary>
    /// <remarks>Kept by a partial unique index of the database, whoever writes.</remarks>
    public IReadOnlyList<string> UniqueActive { get; init; } = [];

    /// <summary>The roles whose holders may supersede or end an entry; empty for everybody.</summary>
    public IReadOnlyList<string> ChangedBy { get; init; } = [];

    /// <summary>How many days an entry is in force when whoever adds it does not say until when; <see langword="null"/> for until further notice.</summary>
    public int? Days
    {
        get => field;
        init
        {
            Require.That(value is null or >= 1, "An entry is in force for at least one day.");
            field = value;
        }
    }
}

/// <summary>A typed field of a register.</summary>
/// <param name="Name">Its name within the register: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
/// <param name="Kind">What it holds; text by default.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RegisterField(string Name, LocalizedText Title, ValueKind Kind = ValueKind.Text)
{
    /// <summary>Its name within the register.</summary>
    public string Name { get; init; } = Require.LocalName(Name);

    /// <summary>Whether every entry must have it. The fields of the key always are.</summary>
    public bool Required { get; init; }

    /// <summary>The permitted values of a <see cref="ValueKind.Choice"/>; empty for every other kind.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}
