namespace Clientele.Import;

/// <summary>How a file writes days.</summary>
public sealed record DateRules
{
    /// <summary>Formats in the letters of .NET, such as <c>MM/dd/yyyy</c>, tried after ISO dates.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The day of facts that the file does not date; <see langword="null"/> when such a row is to be rejected.</summary>
    public DateOnly? Undated { get; init; }
}

/// <summary>How a file writes amounts.</summary>
public sealed record AmountRules
{
    /// <summary>The currency of the amounts; empty for the workspace's. Another than the workspace's is refused.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The decimal mark; when it is not stated, an amount that could be read two ways is rejected.</summary>
    public DecimalMark Mark { get; init; }

    /// <summary>What an amount without a unit of its own is multiplied by: 10000 for amounts in 万元.</summary>
    public decimal Factor { get; init; } = 1m;
}

/// <summary>Makes one row into one row for each part of a cell.</summary>
/// <param name="Column">The header of the column.</param>
/// <param name="By">What separates the parts; a line break or any other text.</param>
/// <param name="ShareAmounts">Whether the parts share the row's amounts equally, the first taking what does not divide; otherwise each carries the whole.</param>
public sealed record RowSplit(string Column, string By, bool ShareAmounts = true);

/// <summary>How the client of a row is found or made.</summary>
public sealed record ClientMapping
{
    /// <summary>The source that the client's id belongs to; empty for the mapping's own. Two files that name the same clients state the same one.</summary>
    public string Source { get; init; } = "";

    /// <summary>The client's id in the source; <see langword="null"/> to take the name.</summary>
    public MappedValue? ExternalId { get; init; }

    /// <summary>The name; <see langword="null"/> when the clients are stored already and only referred to.</summary>
    public MappedValue? Name { get; init; }

    /// <summary><c>organisation</c> or <c>person</c>; <see langword="null"/> for organisations.</summary>
    public MappedValue? Kind { get; init; }

    /// <summary>Since when the firm knows the client; <see langword="null"/> for the day of the row's first fact.</summary>
    public MappedValue? Since { get; init; }

    /// <summary>The culture of letters, such as <c>zh-CN</c>; <see langword="null"/> for the firm's own.</summary>
    public MappedValue? Culture { get; init; }

    /// <summary>Attributes by their qualified names. A blank cell says nothing about its attribute.</summary>
    public IReadOnlyDictionary<string, MappedValue> Attributes { get; init; } = new Dictionary<string, MappedValue>(StringComparer.Ordinal);

    /// <summary>The day from which the attributes hold; <see langword="null"/> for the client's first day.</summary>
    public MappedValue? AttributesFrom { get; init; }

    /// <summary>Who looks after the client, by role. A blank cell says nothing about its role.</summary>
    public IReadOnlyDictionary<string, MappedValue> Owners { get; init; } = new Dictionary<string, MappedValue>(StringComparer.Ordinal);

    /// <summary>The day from which the owners look after the client; <see langword="null"/> for the client's first day.</summary>
    public MappedValue? OwnersFrom { get; init; }

    /// <summary>The line of the mapping file that it begins on.</summary>
    internal int Line { get; init; }
}

/// <summary>How the contact of a row is found or made. A row whose name and id are blank names nobody.</summary>
public sealed record ContactMapping
{
    /// <summary>The source that the contact's id belongs to; empty for the mapping's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>The contact's id in the source; <see langword="null"/> for the client's id and the name.</summary>
    public MappedValue? ExternalId { get; init; }

    /// <summary>The full name; <see langword="null"/> when the contacts are stored already and only referred to.</summary>
    public MappedValue? Name { get; init; }

    /// <summary>The family name.</summary>
    public MappedValue? FamilyName { get; init; }

    /// <summary>How the person is addressed: Mr, Ms, Dr, Professor, 先生, 女士, 博士, 教授.</summary>
    public MappedValue? Salutation { get; init; }

    /// <summary>The position.</summary>
    public MappedValue? Position { get; init; }

    /// <summary>The part in decisions.</summary>
    public MappedValue? Role { get; init; }

    /// <summary>The e-mail address.</summary>
    public MappedValue? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public MappedValue? Phone { get; init; }

    /// <summary>The culture the person reads.</summary>
    public MappedValue? Culture { get; init; }

    /// <summary>Whether letters go to this person when nobody else is named.</summary>
    public MappedValue? Primary { get; init; }

    /// <summary>The person's attributes by their qualified names. A blank cell says nothing about its attribute.</summary>
    public IReadOnlyDictionary<string, MappedValue> Attributes { get; init; } = new Dictionary<string, MappedValue>(StringComparer.Ordinal);

    /// <summary>The day from which the attributes hold; <see langword="null"/> for the client's first day.</summary>
    public MappedValue? AttributesFrom { get; init; }

    /// <summary>Answers to being contacted, yes or no, by purpose. A blank cell is no answer.</summary>
    public IReadOnlyDictionary<string, MappedValue> Consents { get; init; } = new Dictionary<string, MappedValue>(StringComparer.Ordinal);

    /// <summary>The day of the answers.</summary>
    public MappedValue? ConsentsOn { get; init; }

    /// <summary>How the answers were given.</summary>
    public MappedValue? ConsentsBy { get; init; }

    /// <summary>The line of the mapping file that it begins on.</summary>
    internal int Line { get; init; }
}

/// <summary>How the matter of a row is found or opened. A row whose id is blank is about no matter.</summary>
public sealed record MatterMapping
{
    /// <summary>The source that the matter's id belongs to; empty for the mapping's own.</summary>
    public string Source { get; init; } = "";

    /// <summary>The matter's id in the source.</summary>
    public required MappedValue ExternalId { get; init; }

    /// <summary>The registered type; <see langword="null"/> when the matters are stored already and only referred to.</summary>
    public MappedValue? Type { get; init; }

    /// <summary>What it is called.</summary>
    public MappedValue? Title { get; init; }

    /// <summary>The day it was opened; <see langword="null"/> for <see cref="DateRules.Undated"/>.</summary>
    public MappedValue? OpenedOn { get; init; }

    /// <summary>The line of the mapping file that it begins on.</summary>
    internal int Line { get; init; }
}

/// <summary>A fact that a row tells.</summary>
public sealed record TouchpointMapping
{
    /// <summary>The registered kind.</summary>
    public required MappedValue Kind { get; init; }

    /// <summary>A rule over the columns: the row tells this fact only when it holds; empty for always.</summary>
    public string When { get; init; } = "";

    /// <summary>The fact's id in the source; two facts of one row need two ids.</summary>
    public required MappedValue ExternalId { get; init; }

    /// <summary>The day it happened; <see langword="null"/> for <see cref="DateRules.Undated"/>.</summary>
    public MappedValue? OccurredOn { get; init; }

    /// <summary>The amount; a blank cell carries none.</summary>
    public MappedValue? Amount { get; init; }

    /// <summary>How it happened.</summary>
    public MappedValue? Channel { get; init; }

    /// <summary>Who of ours did it.</summary>
    public MappedValue? By { get; init; }

    /// <summary>What was said or seen.</summary>
    public MappedValue? Note { get; init; }

    /// <summary>The details its kind declares, by field. A blank cell leaves its field out.</summary>
    public IReadOnlyDictionary<string, MappedValue> Details { get; init; } = new Dictionary<string, MappedValue>(StringComparer.Ordinal);

    /// <summary>The line of the mapping file that the fact begins on.</summary>
    internal int Line { get; init; }

    /// <summary>The line of the mapping file that the rule stands on.</summary>
    internal int WhenLine { get; init; }
}
