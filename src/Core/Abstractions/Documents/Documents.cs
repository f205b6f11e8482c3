namespace Clientele;

/// <summary>A letter rendered for one client from a Markdown template, in the client's language.</summary>
/// <remarks>
/// Immutable and thread-safe. The template file is <c>letters/&lt;template&gt;.&lt;culture&gt;.md</c> in the template folder of whoever registers it, with cultures <c>zh-CN</c> and <c>en</c>.
/// </remarks>
public sealed record LetterDefinition
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The template's file name without culture and extension, such as <c>return-visit</c>.</summary>
    public required string Template { get => field; init => field = Require.Text(value); }

    /// <summary>What the client must have agreed to receive, such as <c>service</c>, <c>marketing</c>, <c>greeting</c>; empty for a letter that performs a contract and needs no consent.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The policy whose due follow-ups this letter serves; empty for a letter written on request.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The type of the matter the letter is about; empty for a letter about the client as a whole.</summary>
    public string MatterType { get; init; } = "";

    /// <summary>The stages the matter must be in; empty for any.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Whether it is a holding reply, which says by when the answer comes and promises nothing; only such a letter may speak of a promise that nobody has approved.</summary>
    public bool Holding { get; init; }

    /// <summary>The insights the letter shows, in order, each narrowed to the client and to the matter that the letter is about. People are not named in them.</summary>
    public IReadOnlyList<string> Insights { get; init; } = [];

    /// <summary>The registers whose entries in force on the day the template reads, as <c>registers.contractor.reference</c>; none by default.</summary>
    public IReadOnlyList<string> Registers { get; init; } = [];
}

/// <summary>A report rendered for a population: one self-contained HTML file with tables and charts.</summary>
/// <remarks>Immutable and thread-safe. The template file is <c>reports/&lt;template&gt;.html</c> in the template folder of whoever registers it; it serves both languages through <c>t "English" "中文"</c>.</remarks>
public sealed record ReportDefinition
{
    /// <summary>The qualified name.</summary>
    public required string Name { get => field; init => field = Require.Name(value); }

    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The template's file name without extension.</summary>
    public required string Template { get => field; init => field = Require.Text(value); }

    /// <summary>The scheme whose segments the report shows; empty for none.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>The measure the report adds up and ranks by; empty for none.</summary>
    public string Measure { get; init; } = "";

    /// <summary>The type of the matters the report shows; empty for none.</summary>
    public string MatterType { get; init; } = "";

    /// <summary>The policies whose follow-ups the report shows; empty for none.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>The insights the report shows, in order.</summary>
    public IReadOnlyList<string> Insights { get; init; } = [];

    /// <summary>The registers whose entries in force on the day the template reads, as <c>registers.contractor.reference</c>; none by default.</summary>
    public IReadOnlyList<string> Registers { get; init; } = [];

    /// <summary>How many of the first clients and matters the tables list; the default is 20, the least 1.</summary>
    public int Top
    {
        get => field;
        init
        {
            Require.That(value >= 1, "A report must list at least one line.");
            field = value;
        }
    } = 20;
}
